// The board without waiting for a whole page: choices change the list in place, and the answer is said aloud.
// Every link and form leads to the same address without this file.

const BOARD = "tavle";
const here = () => document.getElementById(BOARD);

/** The words of a link without the number of jobs behind it, by which it is found again. */
const words = (element) => element.textContent.replace(/\s*\(\d+\)\s*$/, "").trim();

/** Which choices are unfolded, by the words on them. */
function unfolded(board) {
  return new Set([...board.querySelectorAll("details[open] > summary")].map(words));
}

/** Where the reader stands: a link or a button among the choices stays under the finger. */
function standing() {
  const element = document.activeElement;
  return element?.closest?.(`#${BOARD} .kj-filters`) ? { tag: element.tagName, words: words(element) } : null;
}

function settle(board, open, stood) {
  for (const summary of board.querySelectorAll("details > summary")) {
    summary.parentElement.open = open.has(words(summary));
  }
  const same = stood && [...board.querySelectorAll(`.kj-filters ${stood.tag}`)].find((e) => words(e) === stood.words);
  const heading = board.querySelector("#jobs");
  if (same) same.focus({ preventScroll: true });
  else if (heading) heading.focus();
}

/** Says how many jobs there are now; cleared first, so that the same words are said again. */
function announce(board) {
  const status = document.getElementById("svar");
  const notes = [...board.querySelectorAll("[role=status] p")].map((note) => note.textContent);
  status.textContent = "";
  setTimeout(() => {
    status.textContent = [board.querySelector("#jobs")?.textContent, ...notes].join(". ");
  }, 100);
}

let latest = 0;
let shown = withoutAnchor(location.href);

function withoutAnchor(address) {
  return address.split("#")[0];
}

/** Fetches the page at an address and shows its board; on any trouble the browser goes there itself. */
async function show(address, { push }) {
  const turn = (latest += 1);
  const open = unfolded(here());
  const stood = standing();
  here().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const board = page.getElementById(BOARD);
    if (turn !== latest) return;
    if (!answer.ok || !board) throw new Error(answer.status);
    if (push) history.pushState(null, "", address);
    shown = withoutAnchor(location.href);
    document.title = page.title;
    here().replaceWith(document.adoptNode(board));
    settle(here(), open, stood);
    announce(here());
    document.dispatchEvent(new Event("kj:changed"));
  } catch {
    if (turn === latest) location.assign(address);
  }
}

const isBoard = (address) => address.origin === location.origin && address.pathname === location.pathname;

function onClick(event) {
  const link = event.target.closest(`#${BOARD} a[href]`);
  const special = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || special || event.defaultPrevented) return;
  // A shape on the map is SVG, whose href is an object.
  const address = new URL(link.getAttribute("href"), location.href);
  if (!isBoard(address)) return;
  event.preventDefault();
  link.focus?.({ preventScroll: true });
  show(address.href, { push: true });
}

function onSubmit(event) {
  const form = event.target;
  if (!form.closest(`#${BOARD}`) || form.method !== "get") return;
  event.preventDefault();
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (value) address.searchParams.set(name, value);
  show(address.href, { push: true });
}

if (here()) {
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  addEventListener("popstate", () => {
    // A jump within the page is no other board.
    if (withoutAnchor(location.href) !== shown) show(location.href, { push: false });
  });
}
