// Single keys for the queue and a case. They work where the page says so, and never inside a field (WCAG 2.1.4).

const LIST = "klapjob-list";
const rows = [...document.querySelectorAll(".kj-queue .kj-card-link")];
const on = document.querySelector("[data-shortcuts]") !== null;

/** The addresses of the list that was seen last, so that a case knows its neighbours; they tell of nobody. */
function lastList() {
  try {
    return JSON.parse(sessionStorage.getItem(LIST)) ?? [];
  } catch {
    return [];
  }
}

function remember() {
  try {
    sessionStorage.setItem(LIST, JSON.stringify(rows.map((row) => row.pathname)));
  } catch {
    // A browser that keeps nothing only loses its neighbours.
  }
}

/** In the list to the row after or before the one in focus; in a case to the case after or before it. */
function step(by) {
  if (rows.length) {
    const here = rows.indexOf(document.activeElement);
    const next = here < 0 ? (by > 0 ? 0 : rows.length - 1) : here + by;
    rows[next]?.focus();
    return;
  }
  const list = lastList();
  const here = list.indexOf(location.pathname);
  if (here >= 0 && list[here + by]) location.assign(list[here + by]);
}

function press(key) {
  const target = document.querySelector(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
  if (!target) return false;
  if (target.matches("a, button, summary")) target.click();
  target.focus();
  return true;
}

function isTyping(element) {
  return element.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") !== null;
}

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event.target)) return;
  const key = event.key.toUpperCase();
  if (key === "J") step(1);
  else if (key === "K") step(-1);
  else if (!press(key)) return;
  event.preventDefault();
}

if (rows.length) remember();
if (on) addEventListener("keydown", onKey);
