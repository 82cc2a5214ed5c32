// Search among the 20,000 exhibitors that `cargo bench --bench search` has left beside cargo's builds: the built guide in Node, JSON in and JSON out, and npm's
// minisearch, flexsearch, uFuzzy and fuse.js, with the same queries.
//   node benches/search.mjs [ENGINE…]
// The guide searches the whole venue (stands, products, sessions, rooms too). The others hold exhibitors alone: both names, stands, and, as they know no pinyin,
// fields made beforehand from the guide's own readings; and they get their queries in simplified characters.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { engines } from "./search/engines.mjs";
import { queriesOf } from "./search/queries.mjs";
import { recordsOf } from "./search/records.mjs";

const FAIR = join(process.env.CARGO_TARGET_DIR ?? join(import.meta.dirname, "../target"), "search/fair.json");
const LIMIT = 20;
const TOP = 5;
/** Slow ones are timed on as many keystrokes as they get through in this time, the same for all, in an order that is none. */
const TIMED_MS = 15_000;

/** @param {number[]} numbers @param {number} share */
function percentile(numbers, share) {
  return numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * share) - 1] ?? NaN;
}

/** @template T @param {() => T} work @returns {[T, number]} */
function timed(work) {
  const begun = performance.now();
  const result = work();
  return [result, performance.now() - begun];
}

/** All beginnings of the queries, as one types them, strewn. @param {string[]} texts */
function keystrokes(texts) {
  const all = texts.flatMap((text) => [...text].map((_, i, letters) => letters.slice(0, i + 1).join("")));
  return all.map((_, i) => all[(i * 7919) % all.length] ?? "");
}

if (!existsSync(FAIR)) {
  console.log("left out, for `cargo bench --bench search` has not been run");
  process.exit();
}
const fair = readFileSync(FAIR);
const { records, simplify, variants, alike } = recordsOf(JSON.parse(fair.toString()));
const queries = queriesOf(records, variants, alike);
const kinds = [...new Set(queries.map(({ kind }) => kind))];
const strokes = keystrokes(queries.map(({ text }) => text));
console.log(
  `${records.length} exhibitors, ${queries.length} queries, ${strokes.length} keystrokes; found: the share of queries with an expected answer among the first ${TOP}`,
);

const rows = [];
const wanted = process.argv.slice(2);
const all = engines({ fair, records, simplify, limit: LIMIT });
for (const { name, start } of all.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const [search, readyMs] = timed(start);
  const found = new Map(kinds.map((kind) => [kind, { of: 0, found: 0 }]));
  for (const { kind, text, answers } of queries) {
    const count = found.get(kind);
    if (!count) continue;
    count.of += 1;
    const hit = search(text)
      .slice(0, TOP)
      .some((place) => answers.has(place));
    if (hit) count.found += 1;
    else if (process.env.FAIRWAY_MISSED === name)
      console.log("   missed", kind, text, [...answers].slice(0, 3), search(text).slice(0, TOP));
  }
  const times = [];
  const end = performance.now() + TIMED_MS;
  for (const stroke of strokes) {
    times.push(timed(() => search(stroke))[1]);
    if (performance.now() > end) break;
  }
  const rate = [...found.values()].reduce((sum, { found }) => sum + found, 0) / queries.length;
  rows.push({
    name,
    readyMs,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    timed: times.length,
    rate,
    found,
  });
}

const cell = (/** @type {string | number} */ value) => String(value).padStart(12);
const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(1)} %`;
const ms = (/** @type {number} */ value) => `${value.toFixed(value < 100 ? 2 : 0)} ms`;
console.log("".padEnd(28) + rows.map(({ name }) => cell(name)).join(""));
const line = (/** @type {string} */ title, /** @type {(row: (typeof rows)[number]) => string | number} */ value) =>
  console.log(title.padEnd(28) + rows.map((row) => cell(value(row))).join(""));
line("ready", ({ readyMs }) => ms(readyMs));
line("a keystroke, median", ({ p50 }) => ms(p50));
line("a keystroke, 99th percentile", ({ p99 }) => ms(p99));
line("keystrokes timed", ({ timed }) => timed);
line("found", ({ rate }) => percent(rate));
for (const kind of kinds) {
  line(`  ${kind}`, ({ found }) => {
    const count = found.get(kind);
    return count ? percent(count.found / count.of) : "";
  });
}
