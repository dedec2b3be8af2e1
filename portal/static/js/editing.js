// Shows how an easy text reads and looks while somebody writes it. Without this file a button does the same.

const WAIT = 600;

/** Asks the server how the text looks now, and puts the answer in the place of the old one. */
function keepLooking(form) {
  const part = form.querySelector("[data-looks-part]");
  const status = form.querySelector("[data-looks-status]");
  let timer = 0;
  let asked = 0;

  async function look() {
    const number = ++asked;
    const response = await fetch(form.dataset.looks, { method: "POST", body: new FormData(form) }).catch(() => null);
    // An answer that comes late must not stand for the text of now.
    if (!response?.ok || number !== asked) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const told = page.querySelector("[data-lix]")?.dataset.lix ?? "";
    const open = part.querySelector("details")?.open;
    part.replaceChildren(...page.body.childNodes);
    const details = part.querySelector("details");
    if (details) details.open = open;
    if (status.textContent !== told) status.textContent = told;
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, WAIT);
  });
}

document.querySelectorAll("form[data-looks]").forEach(keepLooking);
