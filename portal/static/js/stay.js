// Says 2 minutes before a sign-in ends, and lets it go on with one press (WCAG 2.2.1).

const WARN = 120;
const box = document.querySelector("[data-idle]");
const others = new BroadcastChannel("klapjob-seen");
const end = Date.now() + box.dataset.left * 1000;
let seen = Date.now();
let back = null;

/** Seconds until the server ends this session. */
function left() {
  return (Math.min(seen + box.dataset.idle * 1000, end) - Date.now()) / 1000;
}

function show() {
  if (!box.hidden) return;
  const last = end - seen <= box.dataset.idle * 1000;
  box.querySelector(".kj-stay__idle").hidden = last;
  box.querySelector(".kj-stay__end").hidden = !last;
  box.querySelector("form").hidden = last;
  back = document.activeElement;
  box.hidden = false;
  if (!last) box.querySelector("button").focus();
}

function hide() {
  if (box.hidden) return;
  box.hidden = true;
  back?.focus();
}

function look() {
  if (left() <= WARN && left() > 0) show();
  else hide();
}

/** This window, or another one, has just asked the server for something. */
function noticed() {
  seen = Date.now();
  look();
}

box.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await fetch(event.target.action, { method: "POST", body: new FormData(event.target), redirect: "manual" });
  if (answer.status !== 204) return location.reload();
  others.postMessage("seen");
  noticed();
});
others.addEventListener("message", noticed);
others.postMessage("seen");
setInterval(look, 1000);
