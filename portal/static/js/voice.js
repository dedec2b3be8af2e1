// Records a voice answer in the page: record, stop, listen, delete, record again. The field for a file, which
// works without this file, carries the recording, so that it is sent with the form like everything else.

const BITS_PER_SECOND = 32000;
const WARN_SECONDS = 30;
const SAYS = {
  ready: "Tryk på Optag, og tal.",
  recording: "Vi optager nu. Tryk på Stop, når du er færdig.",
  soon: "Du kan tale i 30 sekunder mere.",
  done: "Hør din optagelse. Er den god? Så tryk på",
  silent: "Vi kan ikke bruge din mikrofon. Vælg en optagelse her i stedet.",
};

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

function recorderFor(box) {
  const field = box.querySelector("input[type=file]");
  const choose = field.parentElement;
  const form = field.form;
  const says = element("p", { textContent: SAYS.ready });
  says.setAttribute("role", "status");
  const start = element("button", { type: "button", className: "govuk-button", textContent: "Optag" });
  const sound = element("audio", { controls: true });
  sound.setAttribute("aria-label", "Din nye optagelse");
  const forget = element("button", { type: "button", className: "govuk-button govuk-button--secondary", textContent: "Slet" });
  let recorder = null;
  let timers = [];

  function tell(words) {
    says.textContent = words === "done" ? `${SAYS.done} ${box.dataset.button}.` : SAYS[words];
  }

  /** Puts a recording into the field, or takes it out again. */
  function carry(blob) {
    const files = new DataTransfer();
    if (blob) files.items.add(new File([blob], "optagelse", { type: blob.type }));
    field.files = files.files;
    if (sound.src) URL.revokeObjectURL(sound.src);
    if (blob) {
      sound.src = URL.createObjectURL(blob);
      start.after(" ", sound, " ", forget);
    } else {
      sound.removeAttribute("src");
      sound.remove();
      forget.remove();
    }
    start.textContent = blob ? "Optag igen" : "Optag";
    tell(blob ? "done" : "ready");
  }

  function stopped(pieces, stream) {
    timers.forEach(clearTimeout);
    stream.getTracks().forEach((track) => track.stop());
    recorder = null;
    const blob = new Blob(pieces, { type: pieces[0]?.type ?? "" });
    // Stopped before there was a sound: nothing is there to be heard or sent.
    carry(blob.size ? blob : null);
  }

  async function record() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const pieces = [];
    carry(null);
    recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_PER_SECOND });
    recorder.addEventListener("dataavailable", ({ data }) => pieces.push(data));
    recorder.addEventListener("stop", () => stopped(pieces, stream), { once: true });
    recorder.start();
    start.textContent = "Stop";
    tell("recording");
    const seconds = Number(box.dataset.voice);
    timers = [
      setTimeout(() => tell("soon"), (seconds - WARN_SECONDS) * 1000),
      setTimeout(() => recorder?.stop(), seconds * 1000),
    ];
  }

  start.addEventListener("click", () => {
    if (recorder) recorder.stop();
    else {
      record().catch(() => {
        choose.hidden = false;
        tell("silent");
      });
    }
  });
  forget.addEventListener("click", () => {
    carry(null);
    start.focus();
  });
  // Whoever sends while speaking has finished; the form goes when the recording is whole.
  form.addEventListener(
    "submit",
    (event) => {
      if (!recorder) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      recorder.addEventListener("stop", () => form.requestSubmit(event.submitter), { once: true });
      recorder.stop();
    },
    { capture: true },
  );

  // The heading no longer names the field, and a link from an error leads to the button.
  field.labels.forEach((label) => label.removeAttribute("for"));
  start.id = field.id;
  field.id = `${field.id}-file`;
  field.setAttribute("aria-label", "En optagelse fra din telefon eller computer");
  choose.hidden = true;
  box.prepend(says, start);
}

if (navigator.mediaDevices?.getUserMedia && window.MediaRecorder) {
  document.querySelectorAll("[data-voice]").forEach(recorderFor);
}
