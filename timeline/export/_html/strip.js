// The strip: every event in time. An event that is as precise as the columns are wide is a
// square in its column; one that is vaguer is a bar below the axis, over all its time.

const stage = byId("stage"), drawing = byId("drawing"), overview = byId("overview"), tip = byId("tip");
const finest = data.end.reduce((least, end, i) => Math.min(least, Math.max(end - data.start[i], 60)), DAY);
const whole = wholeStretch();
const SHORTEST = Math.max(6 * finest, HOUR);
const COLUMN = 7, WIDEST = 140, SQUARE = 11, LOWEST = 3, LANE = 15, LANES = 3, OVERVIEW = 26, LABEL = 16;

let view = firstView(); // [start, end] in seconds
let spots = []; // what can be pointed at: [left, top, right, bottom, events]
let marked = -1; // the event that was opened last
let notDrawn = 0; // events too vague for the zoom that found no lane
let onView = () => {};

function wholeStretch() {
  const start = data.start.reduce((a, b) => Math.min(a, b), Infinity);
  const end = data.end.reduce((a, b) => Math.max(a, b), -Infinity);
  const edge = Math.max((end - start) * 0.02, 5 * finest);
  return total ? [start - edge, end + edge] : [0, DAY];
}

// Where most of it happens: a few old dates should not squeeze the story into a line.
// Events are given up for length: a tenth of them for half of it, four for a twentieth.
function firstView() {
  const middles = data.start.map((start, i) => (start + data.end[i]) / 2).sort((a, b) => a - b);
  let best = whole, least = Infinity;
  for (const share of [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6]) {
    const dense = densest(middles, Math.ceil(middles.length * share));
    const cost = Math.log(dense[1] - dense[0] + DAY) - 6 * Math.log(share);
    if (cost < least) [best, least] = [dense, cost];
  }
  const edge = Math.max((best[1] - best[0]) * 0.06, DAY), dense = [best[0] - edge, best[1] + edge];
  return dense[1] - dense[0] < (whole[1] - whole[0]) / 2 ? dense : whole;
}

// The shortest stretch with so many of the times, which are in order.
function densest(times, number) {
  let best = whole;
  for (let i = 0; i + number <= times.length; i++) {
    if (times[i + number - 1] - times[i] < best[1] - best[0]) best = [times[i], times[i + number - 1]];
  }
  return best;
}

function svg(name, attributes, parent, text) {
  const element = document.createElementNS(drawing.namespaceURI, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

// ---- drawing ----

const lookOf = (i) => {
  if (data.marks[i].includes("c")) return "contradicted";
  return data.status[i] === "happened" ? "happened" : "doubtful";
};
const LOOKS = ["happened", "doubtful", "contradicted"];

function draw() {
  const width = stage.clientWidth, height = stage.clientHeight - OVERVIEW;
  if (width < 50 || height < 50) return;
  const isWide = width > 640;
  const room = { width, axis: height - 20 - LANE * LANES, labels: isWide ? 3 * LABEL : 0 };
  const x = (t) => ((t - view[0]) / (view[1] - view[0])) * width;
  drawing.replaceChildren();
  for (const [element, tall] of [[drawing, height], [overview, OVERVIEW]]) {
    const sizes = { width, height: tall, viewBox: `0 0 ${width} ${tall}` }; // on paper it is scaled
    for (const [name, size] of Object.entries(sizes)) element.setAttribute(name, size);
  }
  spots = [];
  const unit = columnUnit(width);
  drawAxis(x, room, unit, height);
  const columns = drawColumns(x, room, unit);
  drawBars(x, room, unit);
  if (room.labels) drawLabels(columns, room);
  drawOverview(width);
  drawHere();
  onView();
}

function* tick(unit) {
  for (let t = unit.floor(view[0]), n = 0; t < view[1] && n < 2000; t = unit.next(t), n++) yield t;
}

function tickWords(unit, t, isRoomy) {
  const date = dateAt(t);
  if (unit.seconds < DAY) return clockWords(t);
  if (!unit.months) return isRoomy ? `${weekdayAt(t)} ${date.day}` : String(date.day);
  return unit.months < 12 ? MONTHS[date.month - 1].slice(0, 3) : yearWords(date.year);
}

// What the words of a tick leave out: its day, its month, its year.
function contextOf(unit) {
  if (unit.seconds < DAY) return [UNITS.find((u) => u.seconds === DAY), (t) => dayWords(dateAt(t))];
  if (!unit.months) return [UNITS.find((u) => u.months === 1), (t) => monthWords(dateAt(t))];
  return unit.months < 12 ? [UNITS.find((u) => u.months === 12), (t) => yearWords(dateAt(t).year)] : null;
}

// Ticks are no finer than the columns: within a column, left and right mean nothing.
function drawAxis(x, room, column, height) {
  const perPixel = (view[1] - view[0]) / room.width;
  const unit = unitOf(Math.max(perPixel * 46, column.seconds)), context = contextOf(unit), base = room.axis;
  const isRoomy = unit.seconds / perPixel > 60;
  svg("line", { class: "axis", x1: 0, x2: room.width, y1: base + 0.5, y2: base + 0.5 }, drawing);
  for (const t of tick(unit)) {
    svg("line", { class: "tick", x1: x(t), x2: x(t), y1: base, y2: base + 5 }, drawing);
    const words = tickWords(unit, t, isRoomy);
    if (x(t) > -4 && x(t) + 7 * words.length < room.width) svg("text", { class: "tick", x: x(t) + 4, y: base + 13 }, drawing, words);
  }
  if (!context) return;
  let free = 0;
  const starts = [...tick(context[0])];
  starts.forEach((t, k) => {
    const words = context[1](t), left = Math.max(x(t), 0), wide = words.length * 6.6 + 12;
    const right = k + 1 < starts.length ? x(starts[k + 1]) : room.width;
    if (t > view[0]) svg("line", { class: "context", x1: x(t), x2: x(t), y1: 0, y2: height }, drawing);
    if (left < free || (right - left < wide && starts.length > 1)) return;
    svg("text", { class: "context", x: left + 4, y: 11 }, drawing, words);
    free = left + wide;
  });
}

// Longer than a column; if it is approximate, near to that.
const isVague = (i, unit) =>
  (data.end[i] - data.start[i]) * (data.marks[i].includes("a") ? 3 : 1) > unit.seconds * 1.05;
const isVisible = (i) => kept[i] && data.end[i] > view[0] && data.start[i] < view[1];

// The unit of a column: the finest that can be seen; or a coarser one, if only then most
// events are precise enough to stand in a column.
function columnUnit(width) {
  const perPixel = (view[1] - view[0]) / width, seen = data.start.map((_, i) => i).filter(isVisible);
  const possible = UNITS.filter((unit) => unit.seconds >= perPixel * COLUMN && unit.seconds <= perPixel * WIDEST);
  const isPrecise = (unit) => seen.filter((i) => !isVague(i, unit)).length >= 0.7 * seen.length;
  return possible.find(isPrecise) ?? possible[0] ?? unitOf(perPixel * COLUMN);
}

// Where an event of each column goes: squares side by side, as large as there is room for;
// where there is none, a pile as high as the events are many.
function squares(slot, most, height) {
  for (let size = SQUARE; size >= 4; size--) {
    const across = within(Math.floor((slot * 0.85) / size), 1, 10);
    if (Math.ceil(most / across) * size <= height) return { across, wide: Math.min(size, slot) - 1, size, gap: 1 };
  }
  return { across: 1, wide: Math.min(slot, 3 * COLUMN) - 0.6, size: height / most, gap: 0 };
}

function drawColumns(x, room, unit) {
  const columns = new Map();
  for (let i = 0; i < total; i++) {
    if (!isVisible(i) || isVague(i, unit)) continue;
    const at = unit.floor((data.start[i] + data.end[i]) / 2);
    if (!columns.has(at)) columns.set(at, []);
    columns.get(at).push(i);
  }
  const most = [...columns.values()].reduce((high, column) => Math.max(high, column.length), 1);
  const grid = squares((unit.seconds / (view[1] - view[0])) * room.width, most, room.axis - LABEL - room.labels - 4);
  const paths = { happened: "", doubtful: "", contradicted: "" };
  for (const [at, column] of columns) {
    const middle = (x(at) + x(unit.next(at))) / 2, left = middle - (grid.across * grid.size) / 2;
    column.sort((a, b) => LOOKS.indexOf(lookOf(a)) - LOOKS.indexOf(lookOf(b)) || a - b);
    const size = Math.max(grid.size, LOWEST / column.length);
    column.forEach((i, n) => {
      const from = grid.across > 1 ? left + (n % grid.across) * grid.size : middle - grid.wide / 2;
      const top = room.axis - (Math.floor(n / grid.across) + 1) * size, high = size - grid.gap;
      const [wide, tall] = [grid.wide.toFixed(1), high.toFixed(2)];
      paths[lookOf(i)] += `M${from.toFixed(1)} ${top.toFixed(2)}h${wide}v${tall}h-${wide}z`;
      spots.push([from, top, from + grid.wide, top + high, [i]]);
    });
    const height = Math.ceil(column.length / grid.across) * size;
    columns.set(at, { events: column, left: grid.across > 1 ? left : middle, top: room.axis - height });
  }
  for (const look of LOOKS) svg("path", { class: `unit ${look}`, d: paths[look] }, drawing);
  return [...columns.values()];
}

// Events of the same vague time share a bar; the bars that find no lane are counted.
function drawBars(x, room, unit) {
  const groups = new Map();
  for (let i = 0; i < total; i++) {
    if (!isVisible(i) || !isVague(i, unit)) continue;
    const key = `${data.start[i]} ${data.end[i]}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(i);
  }
  const lanes = Array.from({ length: LANES }, () => []);
  const best = (group) => Math.max(...group.map((i) => data.score[i]));
  notDrawn = 0;
  for (const group of [...groups.values()].sort((a, b) => best(b) - best(a) || a[0] - b[0])) {
    const left = Math.max(x(data.start[group[0]]), -4);
    const right = Math.min(Math.max(x(data.end[group[0]]), left + 4), room.width + 4);
    const n = lanes.findIndex((lane) => lane.every(([from, to]) => right + 2 < from || left - 2 > to));
    if (n < 0) { notDrawn += group.length; continue; }
    lanes[n].push([left, right]);
    drawBar(group, left, right, room.axis + 20 + n * LANE, room);
  }
}

function drawBar(group, left, right, top, room) {
  const height = LANE - 3, isAbout = group.some((i) => data.marks[i].includes("a"));
  const look = group.some((i) => lookOf(i) === "contradicted") ? "contradicted" : lookOf(group[0]);
  svg("rect", { class: `stretch ${look}${isAbout ? " about" : ""}`, x: left, y: top, width: right - left, height, rx: isAbout && right - left > 12 ? 6 : 1 }, drawing);
  spots.push([left, top, right, top + height, group]);
  const from = Math.max(left, 0) + 4, letters = Math.floor((Math.min(right, room.width) - from - 2) / 6);
  const words = group.length === 1 ? headlineOf(group[0]) : plural(group.length, "event");
  if (letters > 8) svg("text", { class: "inside", x: from, y: top + height - 3 }, drawing, shorten(words, letters));
}

const shorten = (words, letters) => (words.length <= letters ? words : `${words.slice(0, letters - 1).trimEnd()}…`);

// The most important events by name, where there is room for a line down to their column.
function drawLabels(columns, room) {
  const placed = [];
  const best = (events) => events.reduce((a, b) => (data.score[b] > data.score[a] ? b : a));
  const candidates = columns.map(({ events, left, top }) => ({ i: best(events), at: left + 3, bottom: top }));
  candidates.sort((a, b) => data.score[b.i] - data.score[a.i]);
  for (const { i, at, bottom } of candidates.slice(0, 60)) {
    const place = [48, 30].map((letters) => roomFor(shorten(headlineOf(i), letters), at, room, placed)).find(Boolean);
    if (!place) continue;
    placed.push(place);
    const y = LABEL + place.row * LABEL + 12;
    svg("line", { class: "leader", x1: at, x2: at, y1: y - 10, y2: bottom - 1 }, drawing);
    const side = place.left < at ? { x: at - 4, "text-anchor": "end" } : { x: at + 4 };
    svg("text", { class: "label", y, ...side }, drawing, place.words);
    spots.push([place.left, y - 12, place.left + place.wide, y + 3, [i]]);
  }
}

// The lowest row in which words can stand at this line, right of it or, at the edge, left:
// they cross no other line, and nothing stands in the way of theirs.
function roomFor(words, at, room, placed) {
  const wide = words.length * 5.9 + 8, left = at + wide > room.width ? at - wide : at;
  if (left < 0 || at < 0 || at > room.width) return null;
  const covers = (one, x) => x >= one.left - 3 && x <= one.left + one.wide + 6;
  const isFree = (row) => placed.every((p) => {
    if (p.row === row) return left + wide + 6 < p.left || left > p.left + p.wide + 6;
    return p.row > row ? !covers(p, at) : !covers({ left, wide }, p.at);
  });
  const row = [2, 1, 0].find(isFree);
  return row === undefined ? null : { words, at, left, wide, row };
}

// The whole story, small; what is seen above is framed.
function drawOverview(width) {
  overview.replaceChildren();
  const bins = new Array(Math.max(1, Math.floor(width / 3))).fill(0), all = bins.slice();
  const place = (t) => within(Math.floor(((t - whole[0]) / (whole[1] - whole[0])) * bins.length), 0, bins.length - 1);
  for (let i = 0; i < total; i++) {
    const bin = place((data.start[i] + data.end[i]) / 2);
    all[bin]++;
    if (kept[i]) bins[bin]++;
  }
  const most = Math.sqrt(Math.max(...all)), wide = width / bins.length, tall = OVERVIEW - 4;
  const path = (counts) => counts.map((count, n) => {
    const high = (Math.sqrt(count) / most) * tall;
    return count ? `M${(n * wide).toFixed(1)} ${OVERVIEW}v-${high.toFixed(1)}h${(wide - 0.6).toFixed(1)}v${high.toFixed(1)}z` : "";
  }).join("");
  svg("path", { class: "all", d: path(all) }, overview);
  svg("path", { class: "kept", d: path(bins) }, overview);
  const x = (t) => ((t - whole[0]) / (whole[1] - whole[0])) * width;
  const left = within(x(view[0]), 0, width - 3), right = within(x(view[1]), left + 3, width);
  svg("rect", { class: "frame", x: left + 0.5, y: 0.5, width: Math.max(right - left - 1, 2), height: OVERVIEW - 1 }, overview);
}

// ---- where the reader is ----

let inView = new Set();

function drawHere() {
  drawing.querySelectorAll(".here, .chosen").forEach((element) => element.remove());
  const width = stage.clientWidth, x = (t) => ((t - view[0]) / (view[1] - view[0])) * width;
  const axis = drawing.querySelector(".axis")?.getAttribute("y1");
  if (!axis) return;
  const seen = [...inView].filter((i) => isVisible(i) && data.end[i] - data.start[i] <= 31 * DAY);
  if (seen.length) {
    const from = Math.min(...seen.map((i) => data.start[i])), to = Math.max(...seen.map((i) => data.end[i]));
    const left = within(x(from), 0, width), right = within(x(to), 0, width);
    svg("rect", { class: "here", x: left, y: axis - 1, width: Math.max(right - left, 3), height: 3 }, drawing);
  }
  for (const [left, top, right, bottom] of spots.filter((spot) => spot[4].includes(marked))) {
    svg("rect", { class: "chosen", x: left - 1.5, y: top - 1.5, width: right - left + 3, height: bottom - top + 2 }, drawing);
  }
}

function watchReading() {
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const i = numbers.get(entry.target);
      entry.isIntersecting ? inView.add(i) : inView.delete(i);
    }
    drawHere();
  }, { rootMargin: "-30% 0px -10% 0px" });
  items.forEach((item) => watcher.observe(item));
}
