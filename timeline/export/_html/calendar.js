// Times are civil seconds: since 1970-01-01T00:00 on the proleptic Gregorian calendar, no
// zone, any year; year 0 is 1 BC. The browser's own Date stops too early and has zones.

const HOUR = 3600, DAY = 86400;
const MONTHS = "January February March April May June July August September October November December".split(" ");

function daysOf(year, month = 1, day = 1) {
  const shifted = year - (month <= 2 ? 1 : 0);
  const era = Math.floor(shifted / 400), ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

function dateOf(dayNumber) {
  const z = dayNumber + 719468, era = Math.floor(z / 146097), ofEra = z - era * 146097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153), month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: year + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

const dateAt = (seconds) => dateOf(Math.floor(seconds / DAY));
const yearWords = (year) => (year > 999 ? String(year) : year > 0 ? `AD ${year}` : `${1 - year} BC`);
const monthWords = ({ year, month }) => `${MONTHS[month - 1]} ${yearWords(year)}`;
const dayWords = (date) => `${date.day} ${monthWords(date)}`;
const weekdayAt = (seconds) => "Thu Fri Sat Sun Mon Tue Wed".split(" ")[((Math.floor(seconds / DAY) % 7) + 7) % 7];
const two = (number) => String(number).padStart(2, "0");
const within = (value, low, high) => Math.min(Math.max(value, low), high);

function clockWords(seconds) {
  const ofDay = seconds - Math.floor(seconds / DAY) * DAY;
  return `${two(Math.floor(ofDay / HOUR))}:${two(Math.floor(ofDay / 60) % 60)}`;
}

// From and to, as short as what they share allows.
function stretchWords(start, end) {
  if (end - start < 2 * DAY) {
    return `${dayWords(dateAt(start))}, ${clockWords(start)} – ${dayWords(dateAt(end))}, ${clockWords(end)}`;
  }
  const first = dateAt(start), last = dateAt(end - 1);
  if (end - start > 3 * 366 * DAY) return `${yearWords(first.year)} – ${yearWords(last.year)}`;
  if (first.year !== last.year) return `${dayWords(first)} – ${dayWords(last)}`;
  if (first.month !== last.month) return `${first.day} ${MONTHS[first.month - 1]} – ${dayWords(last)}`;
  return `${first.day}–${dayWords(last)}`;
}

// "-0043-03-15T14:05": what stands in the address of the page, and what people type.
function isoOf(seconds) {
  const { year, month, day } = dateAt(seconds);
  const digits = String(Math.abs(year)).padStart(4, "0");
  const time = seconds % DAY ? `T${clockWords(seconds)}` : "";
  return `${year < 0 ? "-" : ""}${digits}-${two(month)}-${two(day)}${time}`;
}

// The first second of the day, month or year, and the one after its last; null if it is none.
function parseDate(text) {
  const form = /^([-−]?)(\d{1,7})(?:-(\d\d?)(?:-(\d\d?)(?:T(\d\d):(\d\d))?)?)?$/;
  const found = form.exec(text.trim());
  if (!found) return null;
  const year = Number(found[2]) * (found[1] ? -1 : 1);
  const [month, day, hour, minute] = found.slice(3).map((part) => (part ? Number(part) : null));
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && dateOf(daysOf(year, month, day)).month !== month) return null;
  const start = daysOf(year, month ?? 1, day ?? 1) * DAY;
  if (hour !== null) return [start + hour * HOUR + minute * 60, start + hour * HOUR + minute * 60 + 60];
  if (day !== null) return [start, start + DAY];
  if (month !== null) return [start, daysOf(year + (month === 12 ? 1 : 0), (month % 12) + 1) * DAY];
  return [start, daysOf(year + 1) * DAY];
}

// Units of the calendar, fine to coarse: `floor` is where the unit that holds a second
// begins, `next` where the following one does.
function clockUnit(seconds, offset = 0) {
  const floor = (t) => Math.floor((t - offset) / seconds) * seconds + offset;
  return { seconds, floor, next: (t) => floor(t) + seconds };
}

function monthsUnit(months) {
  const index = (t) => {
    const { year, month } = dateAt(t);
    return Math.floor((year * 12 + month - 1) / months) * months;
  };
  const begin = (i) => daysOf(Math.floor(i / 12), (((i % 12) + 12) % 12) + 1) * DAY;
  return { seconds: months * 30.44 * DAY, months, floor: (t) => begin(index(t)), next: (t) => begin(index(t) + months) };
}

const UNITS = [
  ...[60, 300, 900, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY].map((s) => clockUnit(s)),
  clockUnit(7 * DAY, -3 * DAY), // weeks begin on Mondays
  ...[1, 3, 6].map(monthsUnit),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 1e4, 1e5, 1e6, 1e7].map((years) => monthsUnit(12 * years)),
];

// The finest unit that is at least so long; the coarsest there is if none is.
const unitOf = (seconds, units = UNITS) => units.find((unit) => unit.seconds >= seconds) ?? units.at(-1);
