// The list of events. It is in the page already; this finds, opens and walks through it.

const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const total = data.start.length;

const items = [...document.querySelectorAll(".event")];
const folds = items.map((item) => item.firstElementChild);
const numbers = new Map(items.map((item, i) => [item, i]));
const days = [...document.querySelectorAll(".day")];
const months = [...document.querySelectorAll(".month")];

const plural = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
const dayNameOf = (i) => items[i].closest(".day").firstElementChild.textContent;
const headlineOf = (i) => items[i].querySelector(".headline").textContent;
const isShown = (i) => !items[i].hidden;
const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// Shows the events for which `isKept[i]` holds, and the headings above them.
function showOnly(isKept) {
  items.forEach((item, i) => (item.hidden = !isKept[i]));
  for (const group of [...days, ...months]) {
    group.hidden = !group.querySelector(".event:not([hidden])");
  }
}

// To the top of the window, or just below the strip where that stays there.
function bringIntoView(element) {
  const scroll = () => element.scrollIntoView({ block: "start", behavior: "instant" });
  scroll();
  requestAnimationFrame(scroll); // what was not laid out had a guessed height; now it is known
}

function openEvent(i) {
  folds[i].open = true;
  bringIntoView(items[i]);
  folds[i].firstElementChild.focus({ preventScroll: true });
}

const focused = () => numbers.get(document.activeElement?.closest(".event") ?? null) ?? -1;

function firstInView() {
  const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  return items.findIndex((item) => !item.hidden && item.getBoundingClientRect().top >= top - 1);
}

// To the next event that is shown, or the one before it.
function walk(step) {
  const from = focused();
  let i = from < 0 ? firstInView() : from + step;
  while (i >= 0 && i < total && !isShown(i)) i += step;
  if (i < 0 || i >= total) return;
  folds[i].firstElementChild.focus({ preventScroll: true });
  items[i].scrollIntoView({ block: "nearest", behavior: "instant" });
}

function onKey(key) {
  if (key.ctrlKey || key.metaKey || key.altKey) return;
  const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(key.target.tagName);
  const isInList = focused() >= 0;
  if (key.key === "Escape") return escape(isTyping ? key.target : null);
  if (isTyping) return;
  if (key.key === "/") byId("q").focus();
  else if (key.key === "j" || (key.key === "ArrowDown" && isInList)) walk(1);
  else if (key.key === "k" || (key.key === "ArrowUp" && isInList)) walk(-1);
  else return;
  key.preventDefault();
}

// Out of a field, emptying it first; in the list: closes the event.
function escape(field) {
  if (field && field.value && field.tagName === "INPUT") {
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  } else if (field) field.blur();
  else if (focused() >= 0) {
    const fold = folds[focused()];
    fold.open = false;
    fold.firstElementChild.focus();
  }
}

// The printed page has every quote. Browsers that cannot print closed parts get them opened.
function printWhole() {
  if (CSS.supports("selector(::details-content)")) return;
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = folds.filter((fold) => !fold.open);
    opened.forEach((fold) => (fold.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((fold) => (fold.open = false)));
}
