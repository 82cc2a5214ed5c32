// What a visitor downloads, against the budgets: `node scripts/size.mjs [DIR]`. Exits 1 over a "must".
// Sizes are those of the brotli files that scripts/compress.mjs wrote; files that do not compress count as they are.
import { existsSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { filesBelow } from "./fingerprint.mjs";

/**
 * @typedef {object} Budget
 * @property {string} what
 * @property {RegExp} files paths below the site's folder
 * @property {number} must bytes
 * @property {number} aim bytes
 */

const KB = 1_000;
const MB = 1_000_000;

/** @type {Budget[]} */
export const BUDGETS = [
  {
    what: "page, styles, scripts",
    files:
      /^(index\.html|(?!(embed|extras|fairway-navigator|guide|kiosk|later|look|look-worker|placement|placing|placing-worker|stage|sw|workshop|workshop-worker)\.)[^/]+\.(css|js|svg))$/,
    must: 60 * KB,
    aim: 40 * KB,
  },
  { what: "panels that come later", files: /^later\.js$/, must: 20 * KB, aim: 12 * KB },
  { what: "kiosks", files: /^kiosk\.(css|js)$/, must: 20 * KB, aim: 12 * KB },
  {
    what: "designs, page",
    files: /^(placing(\.css|\.js|-worker\.js)|workshop-worker\.js)$/,
    must: 30 * KB,
    aim: 20 * KB,
  },
  { what: "designs, what comes later", files: /^extras\.js$/, must: 15 * KB, aim: 10 * KB },
  { what: "designs in 3D", files: /^look(-worker)?\.js$/, must: 20 * KB, aim: 12 * KB },
  { what: "in other pages", files: /^(embed|fairway-navigator)\.js$/, must: 3 * KB, aim: 2 * KB },
  { what: "guide", files: /^guide(\.js|_bg\.wasm)$/, must: 250 * KB, aim: 120 * KB },
  { what: "designs of stands", files: /^placement(\.js|_bg\.wasm)$/, must: 400 * KB, aim: 300 * KB },
  { what: "files for stands", files: /^workshop(\.js|_bg\.wasm)$/, must: 300 * KB, aim: 200 * KB },
  { what: "offline use", files: /^(sw\.js|site\.webmanifest)$/, must: 15 * KB, aim: 10 * KB },
  { what: "stage", files: /^stage(\.js|_bg\.wasm)$/, must: 3 * MB, aim: 2 * MB },
  { what: "demo venue's data", files: /^venues\/gdte\//, must: 1.5 * MB, aim: 0.8 * MB },
];

/**
 * @param {string} file
 * @returns {number} bytes over the wire
 */
function downloadSize(file) {
  const compressed = `${file}.br`;
  return statSync(existsSync(compressed) ? compressed : file).size;
}

/**
 * @param {string} folder a built, compressed site
 * @param {Budget[]} [budgets]
 */
export function measure(folder, budgets = BUDGETS) {
  const files = filesBelow(folder).filter((file) => !/\.(br|gz)$/.test(file));
  return budgets.map((budget) => {
    const counted = files.filter((file) => budget.files.test(relative(folder, file).replaceAll("\\", "/")));
    return { ...budget, files: counted, bytes: counted.reduce((sum, file) => sum + downloadSize(file), 0) };
  });
}

/** @param {number} bytes */
function readable(bytes) {
  return bytes < MB ? `${(bytes / KB).toFixed(1)} kB` : `${(bytes / MB).toFixed(2)} MB`;
}

/**
 * @param {number} bytes
 * @param {{ must: number, aim: number }} budget
 */
function verdict(bytes, { must, aim }) {
  if (bytes > must) return "OVER";
  return bytes > aim ? "within must" : "within aim";
}

function main() {
  const folder = process.argv[2] ?? "dist";
  if (!existsSync(join(folder, "index.html.br"))) throw new Error(`${folder}/ is not a compressed site: make site`);
  const rows = measure(folder);
  console.log(`${"brotli".padEnd(24)}${["size", "must", "aim"].map((title) => title.padStart(10)).join("")}`);
  for (const row of rows) {
    const cells = [row.bytes, row.must, row.aim].map((bytes) => readable(bytes).padStart(10)).join("");
    const note = row.files.length === 0 ? "nothing there" : verdict(row.bytes, row);
    console.log(`${row.what.padEnd(24)}${cells}  ${note}`);
  }
  const { FAIRWAY_PROFILE: profile = "web" } = process.env;
  if (profile !== "web") {
    console.log(`Built with "${profile}", lightly compressed: only "web" is what visitors get, and fails over a must.`);
  } else if (rows.some((row) => row.bytes > row.must)) {
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();
