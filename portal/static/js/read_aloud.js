// Reads the page aloud in Danish, sentence by sentence, with a voice of the reader's own machine.
// Without a Danish voice nothing of this shows; the page is the same without this file.

const RATES = { langsom: 0.7, "": 0.95, hurtig: 1.25 };
const BLOCKS = "p, li, dt, dd, h1, h2, h3, h4, legend, label, summary, td, th, div, div > a, figcaption";
const SILENT =
  "script, style, svg, nav, select, textarea, input, .govuk-visually-hidden, .govuk-back-link, .kj-noprint:not(.kj-word), [aria-hidden=true]";
const MARK = "kj-aloud";

const bar = document.getElementById("laes-op");
const speech = window.speechSynthesis;
const supported = bar && speech && window.SpeechSynthesisUtterance;

/** The Danish voices that may read here, those of the machine itself first: others send the text away. */
function danishVoice() {
  const danish = speech.getVoices().filter((voice) => /^da([-_]|$)/i.test(voice.lang));
  const own = danish.find((voice) => voice.localService);
  // What a person has written about themselves never leaves the machine.
  return own ?? ("personal" in bar.dataset ? undefined : danish[0]);
}

const isShown = (element) => (element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null);

/** The text nodes of main that a reader sees, gathered by the block they stand in. */
function blocks() {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(SILENT) || !isShown(parent)) continue;
    const block = parent.closest(BLOCKS) ?? parent;
    if (found.at(-1)?.block === block) found.at(-1).nodes.push(node);
    else found.push({ block, nodes: [node] });
  }
  return found;
}

const segmenter = window.Intl?.Segmenter && new Intl.Segmenter("da", { granularity: "sentence" });

/** Start and end of each sentence in a text. */
function sentencesOf(text) {
  if (segmenter) return [...segmenter.segment(text)].map((part) => [part.index, part.index + part.segment.length]);
  return [...text.matchAll(/[^.!?]+[.!?]*\s*/g)].map((part) => [part.index, part.index + part[0].length]);
}

/** Where a place in the joined text of some nodes lies: the node, and the place within it. */
function locate(nodes, place) {
  let rest = place;
  for (const node of nodes) {
    if (rest <= node.data.length) return [node, rest];
    rest -= node.data.length;
  }
  return [nodes.at(-1), nodes.at(-1).data.length];
}

/** All sentences of the page: the words to say, and the range that is marked while they are said. */
function script() {
  return blocks().flatMap(({ block, nodes }) => {
    const text = nodes.map((node) => node.data).join("");
    return sentencesOf(text)
      .map(([start, end]) => {
        const range = document.createRange();
        range.setStart(...locate(nodes, start));
        range.setEnd(...locate(nodes, end));
        return { words: text.slice(start, end).replace(/\s+/g, " ").trim(), range, block };
      })
      .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.words));
  });
}

function unmark() {
  window.CSS?.highlights?.delete(MARK);
  document.querySelectorAll(`.${MARK}-here`).forEach((element) => element.classList.remove(`${MARK}-here`));
}

function mark({ range, block }) {
  unmark();
  // Where a browser cannot mark a sentence, its paragraph is marked.
  if (window.CSS?.highlights) CSS.highlights.set(MARK, new Highlight(range));
  else block.classList.add(`${MARK}-here`);
  const box = range.getBoundingClientRect();
  if (box.top < 96 || box.bottom > innerHeight - 48) block.scrollIntoView({ block: "center" });
}

let sentences = [];
let next = 0;
let turn = 0; // what is cancelled still reports its end; only the newest turn counts

const part = (name) => bar.querySelector(`[data-aloud=${name}]`);

/** "silent", "reading" or "paused": which buttons there are. The focus never falls off a button that goes. */
function become(state) {
  const stood = document.activeElement;
  part("play").hidden = state === "reading";
  part("play").querySelector("span").textContent = state === "paused" ? "Læs videre" : "Læs op";
  part("pause").hidden = state !== "reading";
  part("stop").hidden = state === "silent";
  part("rate").hidden = state === "silent";
  bar.closest(".kj-tools").classList.toggle("kj-tools--reading", state !== "silent");
  if (bar.contains(stood) && stood.hidden) part(state === "reading" ? "pause" : "play").focus();
}

function quiet() {
  turn += 1;
  speech.cancel();
}

function stop() {
  quiet();
  next = 0;
  unmark();
  become("silent");
}

function pause() {
  quiet();
  become("paused");
}

function sayNext() {
  const sentence = sentences[next];
  const voice = danishVoice();
  if (!sentence || !voice) return stop();
  const mine = (turn += 1);
  const utterance = new SpeechSynthesisUtterance(sentence.words);
  Object.assign(utterance, { lang: "da-DK", voice, rate: RATES[part("rate").querySelector("select").value] ?? 0.95 });
  utterance.onend = () => {
    if (mine !== turn) return;
    next += 1;
    sayNext();
  };
  utterance.onerror = () => mine === turn && stop();
  mark(sentence);
  speech.speak(utterance);
}

function play() {
  quiet();
  if (next === 0) sentences = script();
  become("reading");
  sayNext();
}

/** Another speed counts from the sentence that is being read. */
function changeRate() {
  if (part("play").hidden) play();
}

function showBar() {
  bar.hidden = !danishVoice();
}

if (supported) {
  part("play").addEventListener("click", play);
  part("pause").addEventListener("click", pause);
  part("stop").addEventListener("click", stop);
  part("rate").addEventListener("change", changeRate);
  addEventListener("pagehide", stop);
  // The board changes in place: what was to be read is gone.
  document.addEventListener("kj:changed", stop);
  speech.addEventListener?.("voiceschanged", showBar);
  showBar();
}
