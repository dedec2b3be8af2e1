// The leaflet studio: a moment after the last key the sheet is shown anew, and what the server says of the words is put
// beside the fields. Without this, the button "Vis" shows both in the frame. Nothing is kept.

const WAIT = 600;
const button = document.querySelector("[data-preview]");

/** Takes what is said out of the frame, so that it stands where one writes. */
function tell(sheet) {
  for (const said of sheet?.querySelectorAll("[data-told] [data-note]") ?? []) {
    const here = document.querySelector(`[data-note="${said.dataset.note}"]`);
    // What has not changed is left alone, so that a screen reader says only what is new.
    if (!here || here.textContent.trim() === said.textContent.trim()) continue;
    here.toggleAttribute("data-wrong", said.hasAttribute("data-wrong"));
    here.replaceChildren(...[...said.childNodes].map((node) => document.importNode(node, true)));
  }
  sheet?.querySelector("[data-told]")?.remove();
}

if (button) {
  const frame = document.querySelector(`iframe[name="${button.getAttribute("formtarget")}"]`);
  let waiting;
  button.form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => button.form.requestSubmit(button), WAIT);
  });
  frame.addEventListener("load", () => tell(frame.contentDocument));
  tell(frame.contentDocument);
}
