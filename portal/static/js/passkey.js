// Passkeys: asks the browser for one, or to make one, and sends its answer with the form.

const able = Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON);
const PROBLEMS = {
  create: "Adgangsnøglen blev ikke lavet. Prøv igen, eller vælg adgangskode og app.",
  get: "Det gik ikke. Prøv igen, eller log ind på en anden måde.",
};

let waiting = null;

/** Asks the person to unlock the device; gives the browser's answer as JSON. */
async function answer(form, how = {}) {
  const options = JSON.parse(form.dataset.options);
  const credential =
    form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
          ...how,
        });
  return JSON.stringify(credential);
}

/** Lets the browser name its passkeys among the suggestions of the mail field; one that is chosen signs in. */
async function suggest(form) {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  waiting = new AbortController();
  try {
    form.elements.credential.value = await answer(form, { mediation: "conditional", signal: waiting.signal });
  } catch {
    return;
  }
  form.submit();
}

function prepare(form) {
  const status = form.querySelector(".kj-passkey__problem");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    status.textContent = "";
    // A browser answers one question at a time.
    waiting?.abort();
    try {
      form.elements.credential.value = await answer(form);
    } catch {
      status.textContent = PROBLEMS[form.dataset.passkey];
      if (waiting) suggest(form);
      return;
    }
    form.submit();
  });
  if (document.querySelector("[autocomplete~=webauthn]")) suggest(form);
}

if (able) {
  document.querySelectorAll("form[data-passkey]").forEach(prepare);
  document.querySelectorAll("[data-passkey-missing]").forEach((element) => (element.hidden = true));
}
