// What is shown: the fields of the form, what they keep of the events, and the address of
// the page that says all of it, so that a view can be shared.

const TEXT_FIELDS = ["q", "from", "to", "actor", "source", "origins"];
const NOTHING = { q: "", from: "", to: "", actor: "", source: "", origins: "1", status: "", differ: "" };

// Accents and case do not count.
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// What is searched of an event, and marked in it: not the words that the page adds.
const SEARCHED = "h5, .facts, .sentence, .place a:first-child, .reporter, .actor, .where";

const documentRows = [...document.querySelectorAll("#documents tbody tr")];
const documentName = (row) => row.querySelector(".name").textContent;
let searchTexts = null;
let kept = data.start.map(() => true);

const textsOf = (element, selector) => [...element.querySelectorAll(selector)].map((part) => part.textContent);

function textOf(i) {
  searchTexts ??= items.map((item, i) => fold([dayNameOf(i), ...textsOf(item, SEARCHED)].join(" ")));
  return searchTexts[i];
}

// ---- the form ----

function choices(name, values) {
  for (const [value, label, number] of values) {
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", name, value });
    const line = document.createElement("label"), count = document.createElement("span");
    count.textContent = number.toLocaleString("en");
    count.className = "count";
    line.append(box, ` ${label} `, count);
    byId(name).append(line);
  }
}

function suggest(id, names, limit = 500) {
  byId(id).append(...names.slice(0, limit).map((name) => Object.assign(document.createElement("option"), { value: name })));
}

function prepareForm() {
  const counted = data.statuses.map((status) => [status, status, data.status.filter((s) => s === status).length]);
  choices("statuses", counted.filter(([, , number]) => number));
  const marked = (letter) => data.marks.filter((marks) => marks.includes(letter)).length;
  const differing = [["c", "contradict each other", marked("c")], ["u", "let a figure grow", marked("u")]].filter(([, , number]) => number);
  choices("differ", differing);
  byId("differ").hidden = !differing.length;
  const most = data.origins.reduce((a, b) => Math.max(a, b), 1);
  for (let n = 2; n <= Math.min(most, 6); n++) byId("origins").add(new Option(`${n} or more`, n));
  const uses = data.names.map(() => 0);
  data.actors.flat().forEach((name) => uses[name]++);
  const ranked = data.names.map((name, i) => [name, uses[i]]).filter(([name]) => name);
  suggest("names", ranked.sort((a, b) => b[1] - a[1]).map(([name]) => name));
  suggest("files", documentRows.map(documentName));
  byId("from").placeholder = isoOf(data.start.reduce((a, b) => Math.min(a, b))).split("T")[0];
  byId("to").placeholder = isoOf(data.end.reduce((a, b) => Math.max(a, b)) - 1).split("T")[0];
}

const checked = (name) => [...byId(name).querySelectorAll(":checked")].map((box) => box.value).join(",");

function readForm() {
  const state = Object.fromEntries(TEXT_FIELDS.map((name) => [name, byId(name).value.trim()]));
  return { ...state, status: checked("statuses"), differ: checked("differ") };
}

function fillForm(state) {
  for (const name of TEXT_FIELDS) {
    if (byId(name).value.trim() !== state[name]) byId(name).value = state[name];
  }
  for (const [name, values] of [["statuses", state.status], ["differ", state.differ]]) {
    for (const box of byId(name).querySelectorAll("input")) box.checked = values.split(",").includes(box.value);
  }
}

// ---- what is kept ----

// Words stand anywhere in an event; what is in quotes must stand together.
const wanted = (query) => [...fold(query).matchAll(/["“”]([^"“”]+)["“”]|([^\s"“”]+)/g)].map((m) => m[1] ?? m[2]);

function bound(id, side) {
  const text = byId(id).value.trim(), found = text ? parseDate(text) : null;
  byId(id).setAttribute("aria-invalid", String(Boolean(text) && !found));
  return found ? found[side] : null;
}

function matching(texts, query) {
  const words = fold(query).split(/\s+/);
  return new Set(texts.flatMap((text, i) => (words.every((word) => fold(text).includes(word)) ? [i] : [])));
}

// One test for each field that is filled in; an event is kept if it passes all.
function tests(state) {
  const found = [];
  const words = wanted(state.q), from = bound("from", 0), to = bound("to", 1);
  if (words.length) found.push((i) => words.every((word) => textOf(i).includes(word)));
  if (from !== null) found.push((i) => data.end[i] > from);
  if (to !== null) found.push((i) => data.start[i] < to);
  if (state.status) found.push((i) => state.status.split(",").includes(data.status[i]));
  if (state.differ) found.push((i) => state.differ.split(",").some((letter) => data.marks[i].includes(letter)));
  if (state.origins > 1) found.push((i) => data.origins[i] >= state.origins);
  if (state.actor) {
    const names = matching(data.names, state.actor);
    found.push((i) => data.actors[i].some((name) => names.has(name)));
  }
  if (state.source) {
    const rows = matching(documentRows.map((row) => textsOf(row, ".name, .title, .path").join(" ")), state.source);
    found.push((i) => data.documents[i].some((row) => rows.has(row)));
  }
  return found;
}

function filter(state) {
  const asked = tests(state);
  kept = data.start.map((_, i) => asked.every((passes) => passes(i)));
  showOnly(kept);
  const number = kept.filter(Boolean).length;
  byId("count").textContent = number === total ? plural(total, "event") : `${number.toLocaleString("en")} of ${plural(total, "event")}`;
  byId("nothing").hidden = number > 0;
  byId("clear").hidden = Object.keys(NOTHING).every((name) => state[name] === NOTHING[name]);
  highlight(wanted(state.q));
}

// ---- the words that were searched for, marked where they stand ----

const MOST_MARKED = 200; // events: marking is for reading, and these are many screens

function* placesOf(words, element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = /^[\x00-\x7f]*$/.test(node.data)
      ? node.data.toLowerCase()
      : Array.from({ length: node.data.length }, (_, i) => fold(node.data[i])[0] ?? " ").join("");
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        yield range;
      }
    }
  }
}

function highlight(words) {
  CSS.highlights?.delete("found");
  document.querySelectorAll(".inside").forEach((item) => item.classList.remove("inside"));
  if (!words.length) return;
  const shown = items.filter((item) => !item.hidden).slice(0, MOST_MARKED);
  for (const item of shown) {
    const head = fold(`${dayNameOf(numbers.get(item))} ${item.querySelector("summary").textContent}`);
    item.classList.toggle("inside", !words.every((word) => head.includes(word)));
  }
  if (!CSS.highlights) return;
  const places = shown.flatMap((item) => [...item.querySelectorAll(SEARCHED)].flatMap((part) => [...placesOf(words, part)]));
  CSS.highlights.set("found", new Highlight(...places));
}

// ---- the address ----

function readAddress() {
  const text = location.hash.slice(1);
  if (text && !text.includes("=")) return { ...NOTHING, anchor: text };
  return { ...NOTHING, ...Object.fromEntries(new URLSearchParams(text)) };
}

function writeAddress(state) {
  const said = Object.entries(state).filter(([name, value]) => value && value !== NOTHING[name]);
  const text = new URLSearchParams(said).toString();
  try {
    history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
  } catch { /* a preview may let nothing change its address; all else works */ }
}
