// Hands on the strip: drag, pinch, wheel, keys and buttons move and stretch what it shows.

let frame = 0;
let moving = 0;

// Draws once in a frame, however often the view changes.
function redraw() {
  frame ||= requestAnimationFrame(() => { frame = 0; draw(); });
}

function show(start, end) {
  const length = within(end - start, SHORTEST, whole[1] - whole[0] || SHORTEST);
  const middle = (start + end) / 2;
  const first = within(middle - length / 2, whole[0], Math.max(whole[0], whole[1] - length));
  view = [first, first + length];
  redraw();
}

// There in a quarter of a second, or at once for those who want no motion.
function glide(start, end) {
  cancelAnimationFrame(moving);
  if (isCalm()) return show(start, end);
  const from = view, begun = performance.now();
  const step = (now) => {
    const share = Math.min((now - begun) / 220, 1), eased = 1 - (1 - share) ** 3;
    show(from[0] + (start - from[0]) * eased, from[1] + (end - from[1]) * eased);
    if (share < 1) moving = requestAnimationFrame(step);
  };
  moving = requestAnimationFrame(step);
}

const timeAt = (clientX) => {
  const box = stage.getBoundingClientRect();
  return view[0] + ((clientX - box.left) / box.width) * (view[1] - view[0]);
};

const zoomed = (factor, around) => [around - (around - view[0]) * factor, around + (view[1] - around) * factor];
const zoom = (factor, around = (view[0] + view[1]) / 2) => glide(...zoomed(factor, around));
const pan = (share) => glide(...view.map((t) => t + share * (view[1] - view[0])));

function spotAt(event) {
  const box = drawing.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
  const slack = event.pointerType === "touch" ? 10 : 2; // fingers are wider than squares
  const near = ([left, top, right, bottom]) =>
    x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack;
  return spots.findLast(near)?.[4] ?? null;
}

function point(event) {
  const group = event.pointerType === "touch" ? null : spotAt(event);
  tip.hidden = !group;
  drawing.classList.toggle("pointing", Boolean(group));
  if (!group) return;
  const more = group.length > 1 ? ` (and ${group.length - 1} more)` : "";
  tip.textContent = `${dayNameOf(group[0])}: ${headlineOf(group[0])}${more}`;
  const box = stage.getBoundingClientRect();
  tip.style.left = `${within(event.clientX - box.left + 12, 0, box.width - tip.offsetWidth)}px`;
  tip.style.top = `${event.clientY - box.top + 16}px`;
}

function choose(event) {
  const group = spotAt(event);
  if (group?.length === 1) openEvent(group[0]);
  else if (group) bringIntoView(items[group[0]]);
}

// One pointer drags, two pinch. A press that does not move is a click.
function watchDrawing() {
  const held = new Map();
  let travelled = 0;
  drawing.addEventListener("pointerdown", (event) => {
    if (!held.size) travelled = 0;
    held.set(event.pointerId, event.clientX);
    drawing.setPointerCapture(event.pointerId);
  });
  drawing.addEventListener("pointermove", (event) => {
    if (!held.has(event.pointerId)) return point(event);
    const before = [...held.values()];
    held.set(event.pointerId, event.clientX);
    const after = [...held.values()];
    travelled += Math.abs(event.clientX - before[[...held.keys()].indexOf(event.pointerId)]);
    tip.hidden = true;
    if (after.length === 1) return show(...view.map((t) => t + timeAt(before[0]) - timeAt(after[0])));
    const [a, b] = before.map(timeAt), apart = Math.max(Math.abs(after[1] - after[0]), 10);
    const factor = Math.max(Math.abs(before[1] - before[0]), 10) / apart;
    show(...zoomed(factor, (a + b) / 2));
  });
  const release = (event) => {
    if (held.delete(event.pointerId) && event.type === "pointerup" && travelled < 5) choose(event);
  };
  for (const name of ["pointerup", "pointercancel"]) drawing.addEventListener(name, release);
  drawing.addEventListener("pointerleave", () => (tip.hidden = true));
  drawing.addEventListener("dblclick", (event) => spotAt(event) || zoom(1 / 3, timeAt(event.clientX)));
}

// The wheel scrolls the page, as everywhere; with Ctrl, or by a pinch, it zooms.
function onWheel(event) {
  const isAcross = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
  if (!event.ctrlKey && !event.metaKey && !isAcross) return;
  event.preventDefault();
  if (isAcross && !event.ctrlKey) {
    const far = ((event.deltaX || event.deltaY) / stage.clientWidth) * (view[1] - view[0]);
    return show(view[0] + far, view[1] + far);
  }
  show(...zoomed(Math.exp(within(event.deltaY, -60, 60) / 100), timeAt(event.clientX)));
}

// The frame on the small strip is moved, or stretched at its ends.
function watchOverview() {
  const at = (event) => {
    const box = overview.getBoundingClientRect();
    return whole[0] + ((event.clientX - box.left) / box.width) * (whole[1] - whole[0]);
  };
  let grip = null;
  overview.addEventListener("pointerdown", (event) => {
    const t = at(event), near = ((whole[1] - whole[0]) / overview.clientWidth) * 6;
    grip = Math.abs(t - view[0]) < near ? "start" : Math.abs(t - view[1]) < near ? "end" : "middle";
    overview.setPointerCapture(event.pointerId);
    if (grip === "middle" && (t < view[0] || t > view[1])) drag(t);
  });
  const drag = (t) => {
    const half = (view[1] - view[0]) / 2;
    if (grip === "start") show(Math.min(t, view[1] - SHORTEST), view[1]);
    else if (grip === "end") show(view[0], Math.max(t, view[0] + SHORTEST));
    else show(t - half, t + half);
  };
  overview.addEventListener("pointermove", (event) => grip && drag(at(event)));
  for (const name of ["pointerup", "pointercancel"]) overview.addEventListener(name, () => (grip = null));
}

function onStageKey(key) {
  if (key.ctrlKey || key.metaKey || key.altKey) return;
  const moves = {
    ArrowLeft: () => pan(-0.25), ArrowRight: () => pan(0.25),
    "+": () => zoom(1 / 2), "=": () => zoom(1 / 2), "-": () => zoom(2), 0: () => glide(...whole),
  };
  if (!moves[key.key]) return;
  moves[key.key]();
  key.preventDefault();
}

function watchStrip() {
  watchDrawing();
  watchOverview();
  watchReading();
  stage.addEventListener("wheel", onWheel, { passive: false });
  stage.addEventListener("keydown", onStageKey);
  byId("zoom-in").addEventListener("click", () => zoom(1 / 2));
  byId("zoom-out").addEventListener("click", () => zoom(2));
  byId("zoom-all").addEventListener("click", () => glide(...whole));
  new ResizeObserver(redraw).observe(stage);
}
