// Stars: this browser remembers a reader's list, in its own storage. Without this file each star is a link to a
// list in an address, and the list says how to add to it.

const KEY = "klapjob-gemte";
const MOST = 30;
const LIST = "/gemte";

/** The starred ids; none where the browser keeps nothing, as in some private windows. */
function kept() {
  try {
    return (localStorage.getItem(KEY) ?? "").split("-").filter((id) => /^[a-z0-9]{1,20}$/.test(id)).slice(0, MOST);
  } catch {
    return [];
  }
}

function keep(ids) {
  try {
    if (ids.length) localStorage.setItem(KEY, [...new Set(ids)].slice(0, MOST).join("-"));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

const address = (ids) => (ids.length ? `${LIST}/${ids.join("-")}` : LIST);
const same = (one, other) => one.length === other.length && one.every((id) => other.includes(id));

/** Says what happened, for those who do not see the star change. */
function tell(words) {
  let status = document.getElementById("kj-stars-status");
  if (!status) {
    status = document.createElement("p");
    status.id = "kj-stars-status";
    status.className = "govuk-visually-hidden";
    status.setAttribute("role", "status");
    document.body.append(status);
  }
  status.textContent = words;
}

/** Makes every star show what is kept, and the links to the list lead to it. */
function draw() {
  const ids = kept();
  for (const star of document.querySelectorAll("[data-star]")) {
    const on = ids.includes(star.dataset.star);
    star.setAttribute("role", "button");
    star.classList.toggle("kj-star--on", on);
    star.querySelector("[data-star-words]").textContent = on ? "Gemt" : "Gem";
  }
  for (const link of document.querySelectorAll("[data-star-list]")) {
    link.href = address(ids);
    link.querySelector("span").textContent = ids.length ? `Dine gemte jobs (${ids.length})` : "Dine gemte jobs";
  }
}

/** A star that is pressed: a switch instead of a link. */
function press(star) {
  const id = star.dataset.star;
  const before = kept();
  const after = before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
  if (after.length > MOST) {
    tell(`Der er plads til ${MOST} jobs på listen.`);
    return true;
  }
  if (!keep(after)) return false;
  draw();
  tell(after.length > before.length ? "Jobbet er gemt." : "Jobbet er fjernet fra din liste.");
  return true;
}

function onClick(event) {
  const special = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const star = event.target.closest("[data-star]");
  if (star && !special && press(star)) event.preventDefault();
}

/** What is a button here is pressed with the space bar too. */
function onKey(event) {
  const star = event.key === " " && event.target.closest("[data-star]");
  if (!star) return;
  event.preventDefault();
  star.click();
}

/** On the page of a list: what changes there changes the reader's own list, if it is the one shown. */
function ownList(list) {
  const shown = list.dataset.stars.split("-").filter(Boolean);
  const own = kept();
  if (!shown.length && own.length) location.replace(address(own) + location.search);
  if (!same(shown, own)) return;
  list.addEventListener("click", (event) => {
    const link = event.target.closest("[data-star-drop], [data-star-add], [data-star-clear]");
    if (!link) return;
    if ("starDrop" in link.dataset) keep(own.filter((id) => id !== link.dataset.starDrop));
    else if ("starAdd" in link.dataset) keep([...own, link.dataset.starAdd]);
    else keep([]);
  });
}

document.addEventListener("click", onClick);
document.addEventListener("keydown", onKey);
document.addEventListener("kj:changed", draw);
addEventListener("pageshow", draw);
const list = document.getElementById("gemte");
if (list) ownList(list);
