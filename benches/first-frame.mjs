// How long until the halls are seen: Fairway's stage against a three.js page that shows the same `.glb` files, in turn, in one browser, each time from an
// empty cache. Prints the medians and their ratio, and when Fairway's search, plan and routes are usable.
//   node benches/first-frame.mjs [--rounds 5] [--width 1280 --height 720] [--gpu] [--slow]
// With --slow both come over a link of 1.6 Mbit/s with 150 ms there and back, as on bad Wi-Fi.
import { chromium as playwright } from "@playwright/test";
import { build } from "esbuild";
import { cp, mkdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { IN_SOFTWARE, ON_GPU, chromium } from "../scripts/chromium.mjs";
import { compressSite } from "../scripts/compress.mjs";
import { serve } from "../web/serve.mjs";
import { slowLink } from "./link/slow.mjs";

const THREE_SITE = "build/bench/three";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    width: { type: "string", default: "1280" },
    height: { type: "string", default: "720" },
    gpu: { type: "boolean", default: false },
    slow: { type: "boolean", default: false },
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
  await compressSite(THREE_SITE, { cache: "build/bench/compressed", quick: false });
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
const BAD_WIFI = { bitsPerSecond: 1_600_000, roundTripMs: 150 };
/** @type {(() => void)[]} */
const links = [];
/** @param {string} url */
async function reachedBy(url) {
  if (!values.slow) return url;
  const link = await slowLink(Number(new URL(url).port), BAD_WIFI);
  links.push(link.close);
  return `http://127.0.0.1:${link.port}/`;
}
const [fairwayUrl, threeUrl] = [await reachedBy(fairwaySite.url), await reachedBy(threeSite.url)];
const browser = await playwright.launch({ executablePath: chromium(), args: values.gpu ? ON_GPU : IN_SOFTWARE });
/** @type {Record<string, number[]>} */
const all = {
  "first-contentful-paint": [],
  "guide-usable": [],
  "stage-first-frame": [],
  "stage-complete": [],
  three: [],
};
try {
  for (let round = 0; round < Number(values.rounds); round++) {
    const ours = await visit(browser, `${fairwayUrl}?view=3d`, [
      "first-contentful-paint",
      "guide-usable",
      "stage-first-frame",
      "stage-complete",
    ]);
    const theirs = await visit(browser, threeUrl, ["first-frame"]);
    for (const [mark, time] of Object.entries(ours)) all[mark].push(time);
    all.three.push(theirs["first-frame"]);
  }
} finally {
  await browser.close();
  for (const close of links) close();
  await Promise.all([fairwaySite.close(), threeSite.close()]);
}

const three = median(all.three);
console.log(
  `Medians of ${values.rounds} rounds in turn, ${values.width} × ${values.height}, from an empty cache, ${values.slow ? "1.6 Mbit/s and 150 ms" : "local server"}:`,
);
/** @type {[string, number, string][]} */
const rows = [
  ["first text", median(all["first-contentful-paint"]), values.slow ? "must 1500 ms" : ""],
  ["search, plan and routes usable", median(all["guide-usable"]), values.slow ? "must 4000 ms" : "must 0.7, aim 0.3"],
  ["stage: first frame", median(all["stage-first-frame"]), values.slow ? "" : "must 1.2, aim 0.8"],
  ["stage: all models drawn", median(all["stage-complete"]), ""],
  ["three.js: all models drawn", three, ""],
];
for (const [what, time, budget] of rows) {
  console.log(`  ${what.padEnd(32)} ${time.toFixed(0).padStart(6)} ms  ${(time / three).toFixed(2)} ×  ${budget}`);
}
