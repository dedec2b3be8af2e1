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

/** What a reader would call one thing among the choices: the name of a field, or the words of all else. */
const called = (element) => element.name || words(element);
const find = (board, { tag, name }) => [...board.querySelectorAll(tag)].find((element) => called(element) === name);
const recall = (element) => ({ tag: element.localName, name: called(element) });

/** What must not be lost when the board is exchanged: open groups, where the reader stands, what is being typed. */
function memory(board) {
  const stood = document.activeElement;
  return {
    open: unfolded(board),
    stood: board.querySelector(".kj-filters")?.contains(stood) ? recall(stood) : null,
    typed: [...board.querySelectorAll("input:not([type=hidden])")].filter((field) => field.value !== field.defaultValue),
  };
}

function settle(board, { open, stood, typed }, { answered }) {
  for (const summary of board.querySelectorAll("details > summary")) {
    summary.parentElement.open = open.has(words(summary));
  }
  for (const field of typed.filter((old) => !answered.has(old.name))) {
    const same = find(board, recall(field));
    if (same) same.value = field.value;
  }
  const same = stood && find(board, stood);
  if (same) same.focus({ preventScroll: true });
  else board.querySelector("#jobs")?.focus();
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

/** What was pressed while an answer was on its way; its own address knows nothing of that answer. */
let pressed = null;

// A tap becomes a click this many milliseconds after the finger is lifted, at the latest.
const TAP = 50;
/** Settled while no finger or button is down: nothing moves away between the pressing and the letting go. */
let released = Promise.resolve();

function hold() {
  released = new Promise((resolve) => {
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(resolve, TAP), { once: true });
  });
}

const busy = () => here().getAttribute("aria-busy") === "true";

/** Fetches the page at an address and shows its board; on any trouble the browser goes there itself. */
async function show(address, { push, answered = new Set() }) {
  const turn = (latest += 1);
  here().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const board = page.getElementById(BOARD);
    await released;
    if (turn !== latest) return;
    if (!answer.ok || !board) throw new Error(answer.status);
    if (push) history.pushState(null, "", address);
    shown = withoutAnchor(location.href);
    document.title = page.title;
    const kept = memory(here());
    here().replaceWith(document.adoptNode(board));
    settle(here(), kept, { answered });
    announce(here());
    document.dispatchEvent(new Event("kj:changed"));
    pressAgain();
  } catch {
    if (turn === latest) location.assign(address);
  }
}

function pressAgain() {
  const again = pressed && find(here(), pressed);
  pressed = null;
  again?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
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
  if (busy()) pressed = recall(link);
  else show(address.href, { push: true });
}

function onSubmit(event) {
  const form = event.target;
  if (!form.closest(`#${BOARD}`) || form.method !== "get") return;
  event.preventDefault();
  if (busy()) {
    pressed = recall(form.querySelector("button"));
    return;
  }
  const address = new URL(form.action);
  const fields = [...new FormData(form)];
  for (const [name, value] of fields) if (value) address.searchParams.set(name, value);
  show(address.href, { push: true, answered: new Set(fields.map(([name]) => name)) });
}

if (here()) {
  addEventListener("pointerdown", hold);
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  addEventListener("popstate", () => {
    // A jump within the page is no other board.
    if (withoutAnchor(location.href) !== shown) show(location.href, { push: false });
  });
}
