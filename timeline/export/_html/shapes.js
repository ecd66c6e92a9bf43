// The shapes on the strip: squares in columns, bars below the axis, and words above.

const lookOf = (i) => {
  if (data.marks[i].includes("c")) return "contradicted";
  return data.status[i] === "happened" ? "happened" : "doubtful";
};
const LOOKS = ["happened", "doubtful", "contradicted"];

// Not within one column; if it is approximate, perhaps not.
function isVague(i, unit) {
  const start = data.start[i], end = data.end[i], isAbout = data.marks[i].includes("a");
  if ((end - start) * (isAbout ? 3 : 1) > unit.seconds * 1.05) return true;
  return end - start > DAY && unit.floor(start) !== unit.floor(end - 1);
}

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
    const across = within(Math.floor((slot * 0.85) / size), 1, 6);
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
