// The strip: every event in time. An event that is as precise as the columns are wide is a
// square in its column; one that is vaguer is a bar below the axis, over all its time.

const stage = byId("stage"), drawing = byId("drawing"), overview = byId("overview"), tip = byId("tip");
const finest = data.end.reduce((least, end, i) => Math.min(least, Math.max(end - data.start[i], 60)), DAY);
const whole = wholeStretch();
const SHORTEST = Math.max(6 * finest, HOUR);
const COLUMN = 7, WIDEST = 220, SQUARE = 11, LOWEST = 3, LANE = 15, LANES = 3, OVERVIEW = 26, LABEL = 16;

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
