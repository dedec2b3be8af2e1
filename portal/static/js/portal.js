// Small comforts; every page works without this file.

/** Moves to the list of errors, so that it is read first; for browsers that pass over its autofocus, as they
 * do where somebody jumped over the menu: the address then still ends in #indhold, and the browser goes there,
 * on a slow phone only after the page is drawn. Whoever has pressed something is not moved any more. */
function focusErrors(summary) {
  const main = document.getElementById("indhold");
  const move = () => {
    if (document.activeElement.contains(summary)) summary.focus();
  };
  requestAnimationFrame(move);
  main.addEventListener("focus", move);
  for (const press of ["pointerdown", "keydown"]) {
    addEventListener(press, () => main.removeEventListener("focus", move), { once: true });
  }
}

/** Keeps a form marked data-once from being sent twice, and says that it is on its way. */
function sendOnce(form) {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "kj-sending";
  form.append(status);
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
    status.textContent = "Vent lidt. Vi sender.";
  });
  // A page that comes back from the browser's memory must be able to send again.
  addEventListener("pageshow", () => {
    sent = false;
    status.textContent = "";
  });
}

document.querySelectorAll(".govuk-error-summary").forEach(focusErrors);
document.querySelectorAll("form[data-once]").forEach(sendOnce);

/** A button below a text that is there to be sent on. */
function offer(form, words, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary";
  button.textContent = words;
  button.addEventListener("click", act);
  form.append(button, " ");
}

/** Copies the text of a form marked data-share, or hands it to the phone's own menu, where the browser can. */
function share(form) {
  const field = form.querySelector("textarea");
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  if (navigator.clipboard) {
    offer(form, "Kopiér teksten", async () => {
      await navigator.clipboard.writeText(field.value);
      status.textContent = "Teksten er kopieret.";
    });
  }
  // Closing the menu without a choice is no mistake.
  if (navigator.share) offer(form, "Del", () => navigator.share({ text: field.value }).catch(() => {}));
  form.append(status);
}

document.querySelectorAll("form[data-share]").forEach(share);
