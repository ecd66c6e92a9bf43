// What the JavaScript readers of some exports make of a file: `node read_exports.cjs
// FORMAT FILE` prints how many events they see, and what they complain about.
const fs = require("fs");
const { createRequire } = require("module");
const path = require("path");

const [form, file] = process.argv.slice(2);
const from = createRequire(path.join(process.env.TIMELINE_NODE, "x.js"));
const text = fs.readFileSync(file, "utf8");

function page() {
  const { JSDOM } = from("jsdom");
  const dom = new JSDOM("<!doctype html><body></body>", { pretendToBeVisual: true });
  for (const name of ["window", "document", "navigator", "Element", "Node"])
    Object.defineProperty(globalThis, name, {
      value: name === "window" ? dom.window : dom.window[name],
      configurable: true,
    });
  return dom.window;
}

const readers = {
  markwhen() {
    const { parse } = from("@markwhen/parser");
    const found = parse(text);
    const leaves = (node) => (node.children ? node.children.flatMap(leaves) : [node]);
    const events = leaves(found.events);
    return {
      events: events.map((e) => [
        e.dateRangeIso.fromDateTimeIso.slice(0, 16),
        e.properties.id,
      ]),
      messages: found.documentMessages,
    };
  },
  async mermaid() {
    page();
    const mermaid = (await import(from.resolve("mermaid"))).default;
    await mermaid.parse(text);
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    return { events: diagram.db.getTasks().flatMap((t) => t.events), messages: [] };
  },
  timelinejs() {
    const { JSDOM } = from("jsdom");
    const dom = new JSDOM("<!doctype html><div id=t></div>", {
      pretendToBeVisual: true,
      runScripts: "outside-only",
    });
    const script = from.resolve("@knight-lab/timelinejs/dist/js/timeline.js");
    dom.window.eval(fs.readFileSync(script, "utf8"));
    dom.window.eval(`window.made = new TL.Timeline("t", ${text}, {})`);
    return new Promise((done) => {
      setTimeout(() => {
        const config = dom.window.made.config;
        done({ events: config.events.map((e) => e.unique_id), messages: config.getErrors() });
      }, 500);
    });
  },
};

Promise.resolve(readers[form]()).then(
  (found) => {
    console.log(JSON.stringify(found));
    process.exit(0);
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
