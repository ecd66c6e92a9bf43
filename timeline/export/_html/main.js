// Everything brought together: what is typed, pointed at or in the address changes the
// page, and the page changes the address.

const opening = view; // where the strip stands without being asked
let waiting = 0;

function say() {
  const number = kept.filter((isKept, i) => isKept && isVisible(i)).length;
  const missing = notDrawn ? `, ${notDrawn} of them too vague to draw at this zoom` : "";
  byId("window").textContent = `${stretchWords(...view)}: ${plural(number, "event")}${missing}`;
  byId("zoom-in").disabled = view[1] - view[0] <= SHORTEST * 1.01;
  byId("zoom-out").disabled = byId("zoom-all").disabled = view[1] - view[0] >= (whole[1] - whole[0]) * 0.999;
}

// The address is written when hands rest: browsers refuse to write it at every movement.
function remember() {
  clearTimeout(waiting);
  waiting = setTimeout(() => writeAddress(current()), 200);
}

function current() {
  const isMoved = view.some((t, side) => Math.abs(t - opening[side]) > 60);
  const event = marked >= 0 && folds[marked].open ? items[marked].id : "";
  return { ...readForm(), view: isMoved ? view.map((t) => isoOf(Math.round(t / 60) * 60)).join("..") : "", event };
}

function refilter() {
  filter(readForm());
  redraw();
  remember();
}

function restore() {
  const state = readAddress();
  if (state.anchor !== undefined) return goTo(state.anchor);
  fillForm(state);
  filter(readForm());
  const stretch = (state.view ?? "").split("..").map(parseDate);
  if (stretch.length === 2 && stretch.every(Boolean)) show(stretch[0][0], stretch[1][0]);
  else show(...opening);
  if (state.event) goTo(state.event);
}

// An event is opened, even if the filters would hide it; a document is the browser's matter.
function goTo(anchor) {
  const i = numbers.get(byId(anchor)) ?? -1;
  if (i < 0) return;
  if (!isShown(i)) {
    fillForm(NOTHING);
    filter(readForm());
  }
  marked = i;
  openEvent(i);
  redraw();
}

function watchList() {
  byId("events").addEventListener("toggle", (event) => {
    const i = numbers.get(event.target.parentElement);
    marked = event.target.open ? i : marked === i ? -1 : marked;
    drawHere();
    remember();
  }, true);
  byId("events").addEventListener("click", (event) => {
    const name = event.target.closest(".actor")?.textContent;
    if (!name) return;
    byId("actor").value = name;
    refilter();
  });
}

function watchForm() {
  const form = byId("filters");
  form.addEventListener("input", refilter);
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("clear").addEventListener("click", () => {
    fillForm(NOTHING);
    refilter();
    byId("q").focus();
  });
  byId("zoom-list").addEventListener("click", () => {
    byId("from").value = isoOf(view[0]).split("T")[0];
    byId("to").value = isoOf(view[1] - 1).split("T")[0];
    refilter();
  });
  // Folded where the filters stand above the list, open where they stand beside it.
  const isNarrow = matchMedia("(max-width: 60rem)");
  const unfold = () => (byId("more").open = !isNarrow.matches);
  isNarrow.addEventListener("change", unfold);
  unfold();
}

function start() {
  prepareForm();
  watchForm();
  watchList();
  watchStrip();
  onView = () => { say(); remember(); };
  addEventListener("keydown", onKey);
  addEventListener("hashchange", restore);
  restore();
}

document.documentElement.classList.toggle("from-disk", location.protocol === "file:");
printWhole();
if (total) start();
