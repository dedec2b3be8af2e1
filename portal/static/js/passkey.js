// Passkeys: asks the browser for one, or to make one, and sends its answer with the form.

const able = Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON);
const PROBLEM = "Det gik ikke. Prøv igen, eller log ind på en anden måde.";

/** Asks the person to unlock the device; gives the browser's answer as JSON. */
async function answer(form) {
  const options = JSON.parse(form.dataset.options);
  const credential =
    form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential);
}

function prepare(form) {
  const status = form.querySelector(".kj-passkey__problem");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    status.textContent = "";
    try {
      form.elements.credential.value = await answer(form);
    } catch {
      status.textContent = PROBLEM;
      return;
    }
    form.submit();
  });
}

if (able) {
  document.querySelectorAll("form[data-passkey]").forEach(prepare);
  document.querySelectorAll("[data-passkey-missing]").forEach((element) => (element.hidden = true));
}
