// Shows how a letter will look, and how hard it is to read, while it is being written. The button does the same.

const PAUSE = 400;
const SHOWN = "visning";

/** Asks the portal how the letter looks now, and puts that beside the text. */
async function show(form, { signal }) {
  const answer = await fetch(form.dataset.letter, { method: "POST", body: new FormData(form), signal });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(SHOWN);
  if (fresh) document.getElementById(SHOWN).replaceChildren(...fresh.childNodes);
}

for (const form of document.querySelectorAll("form[data-letter]")) {
  let waiting = 0;
  let asking = new AbortController();
  form.querySelector("textarea").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      asking.abort();
      asking = new AbortController();
      // Without an answer the old preview stands; the button is still there.
      show(form, asking).catch(() => {});
    }, PAUSE);
  });
}
