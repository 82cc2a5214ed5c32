// How long until the halls are seen: Fairway's stage against a three.js page that shows the same `.glb` files, in turn, in one browser, each time from an
// empty cache. Prints the medians and their ratio, and when Fairway's search, plan and routes are usable.
//   node benches/first-frame.mjs [--rounds 5] [--width 1280 --height 720] [--gpu]
import { chromium as playwright } from "@playwright/test";
import { build } from "esbuild";
import { cp, mkdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { IN_SOFTWARE, ON_GPU, chromium } from "../scripts/chromium.mjs";
import { serve } from "../web/serve.mjs";

const THREE_SITE = "build/bench/three";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    width: { type: "string", default: "1280" },
    height: { type: "string", default: "720" },
    gpu: { type: "boolean", default: false },
  },
});

/** The three.js page over the very files of dist/, compressed ones included. */
async function buildThreeSite() {
  await mkdir(THREE_SITE, { recursive: true });
  await build({
    entryPoints: ["benches/three/page.js"],
    outfile: `${THREE_SITE}/page.js`,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
  });
  for (const file of ["index.html", "page.css"]) await cp(`benches/three/${file}`, `${THREE_SITE}/${file}`);
  await cp("dist/venues", `${THREE_SITE}/venues`, { recursive: true });
}

/**
 * Milliseconds from navigation until each mark.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} url
 * @param {string[]} marks the last one is waited for
 * @returns {Promise<Record<string, number>>}
 */
async function visit(browser, url, marks) {
  const context = await browser.newContext({
    viewport: { width: Number(values.width), height: Number(values.height) },
  });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, marks.at(-1), {
    timeout: 120_000,
    polling: 50,
  });
  const times = await page.evaluate(
    (names) => names.map((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN),
    marks,
  );
  await context.close();
  return Object.fromEntries(marks.map((mark, i) => [mark, times[i]]));
}

/** @param {number[]} numbers */
function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

await buildThreeSite();
const [fairwaySite, threeSite] = await Promise.all([
  serve({ dir: "dist", port: 0 }),
  serve({ dir: THREE_SITE, port: 0 }),
]);
const browser = await playwright.launch({ executablePath: chromium(), args: values.gpu ? ON_GPU : IN_SOFTWARE });
/** @type {Record<string, number[]>} */
const all = { "guide-usable": [], "stage-first-frame": [], "stage-complete": [], three: [] };
try {
  for (let round = 0; round < Number(values.rounds); round++) {
    const ours = await visit(browser, `${fairwaySite.url}?view=3d`, [
      "guide-usable",
      "stage-first-frame",
      "stage-complete",
    ]);
    const theirs = await visit(browser, threeSite.url, ["first-frame"]);
    for (const [mark, time] of Object.entries(ours)) all[mark].push(time);
    all.three.push(theirs["first-frame"]);
  }
} finally {
  await browser.close();
  await Promise.all([fairwaySite.close(), threeSite.close()]);
}

const three = median(all.three);
console.log(
  `Medians of ${values.rounds} rounds in turn, ${values.width} × ${values.height}, from an empty cache, local server:`,
);
/** @type {[string, number, string][]} */
const rows = [
  ["search, plan and routes usable", median(all["guide-usable"]), "must 0.7, aim 0.3"],
  ["stage: first frame", median(all["stage-first-frame"]), "must 1.2, aim 0.8"],
  ["stage: all models drawn", median(all["stage-complete"]), ""],
  ["three.js: all models drawn", three, ""],
];
for (const [what, time, budget] of rows) {
  console.log(`  ${what.padEnd(32)} ${time.toFixed(0).padStart(6)} ms  ${(time / three).toFixed(2)} ×  ${budget}`);
}
