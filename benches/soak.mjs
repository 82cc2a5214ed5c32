// A screen for anyone through many visits, on a fast clock or for real minutes: each searches, asks for a way, looks at a hall and walks away.
// What it takes of memory at every tenth of them, how fast it draws, and whether the first screen is at the end what it was at the beginning
// (build/soak-*.png).
//   node benches/soak.mjs [--visits 72 | --minutes 30] [--view 3d]
import { chromium as playwright } from "@playwright/test";
import { parseArgs } from "node:util";
import { IN_SOFTWARE, chromium } from "../scripts/chromium.mjs";
import { serve } from "../web/serve.mjs";
import { MEMORY } from "./peephole.mjs";

const { values } = parseArgs({
  options: {
    visits: { type: "string", default: "72" },
    minutes: { type: "string" },
    view: { type: "string", default: "3d" },
  },
});
const TENTHS = 10;
const SCREEN = { width: 1080, height: 1920 };
/** Longer than a person is waited for, and asked. */
const GONE_MS = 77_000;
/** Then nobody comes for a while: 720 visits are a day. */
const ALONE_MS = 43_000;
/** What a person does at the screen, about. */
const THERE_MS = 10_000;
const MINUTES = values.minutes === undefined ? undefined : Number(values.minutes);
const VISITS = MINUTES ? Math.floor((MINUTES * 60_000) / (THERE_MS + GONE_MS + ALONE_MS)) : Number(values.visits);
/** After so many there is news. */
const NEWS_VISITS = MINUTES ? 4 : 20;
const DRAWN_MS = 120_000;
const CALM_MS = 5_000;
/** The guide asks about every minute whether there is any. */
const NEWS_MS = 100_000;
const FRAMES = 30;
/** A worker that takes so long to answer hangs, whatever the clock says. */
const ANSWER_MS = 20_000;
const WORDS = ["robot", "wc", "coffee", "data", "hall 3", "keji", "sensors", "green"];
const MB = 2 ** 20;
/** What is allowed: of the heap by a hundred visits, of frame times, of the picture's pixels. */
const MOST = { heapMb: 1, drift: 0.1, pixels: 0.001 };

const site = await serve({ dir: "dist", port: 0 });
// The plan needs no WebGL, and is drawn faster by the CPU itself than by one that plays a GPU.
const args = values.view === "3d" ? IN_SOFTWARE : ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const browser = await playwright.launch({ executablePath: chromium(), args });
const context = await browser.newContext({ viewport: SCREEN, reducedMotion: "reduce", serviceWorkers: "block" });
const page = await context.newPage();
let errors = 0;
page.on("pageerror", (error) => {
  errors += 1;
  console.log(error.message);
});
// A worker that is ended, and whatever is mended, is told as a warning. Not counted: what the browser says of frames that are looked at here, and of
// the service worker that is kept away.
const EXPECTED = /^\[\.WebGL|^Service Worker registration blocked|^not kept for use without a network/;
page.on("console", (message) => {
  const isTrouble = ["error", "warning"].includes(message.type()) && !EXPECTED.test(message.text());
  errors += Number(isTrouble);
  if (isTrouble) console.log(message.text());
});
for (const worker of ["guide", "stage"]) {
  await page.route(new RegExp(`/${worker}-worker\\.js`), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${MEMORY}\n${await response.text()}` });
  });
}
let edition = 0;
await page.route(/live\.json/, async (route) => {
  const text = { en: `News ${edition}`, "zh-Hans": `新闻 ${edition}` };
  const live = { format: "fairway-live/1", announcements: edition % 2 ? [{ text }] : [] };
  await route.fulfill({ json: live });
});

/** @param {string} name */
const memoryOf = async (name) => {
  const worker = page.workers().findLast((each) => each.url().includes(`${name}-worker`));
  return worker ? Number(await worker.evaluate("self.memory.buffer.byteLength")) / MB : 0;
};

const devtools = await context.newCDPSession(page);
async function heapMb() {
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  return usedSize / MB;
}

/** No model has come for a while: the page's own marks are not kept on a fast clock. */
async function modelsCame() {
  const stage = page.workers().findLast((each) => each.url().includes("stage-worker"));
  const count = () => stage?.evaluate(() => performance.getEntriesByType("resource").length);
  for (let last, now = await count(); now !== last; now = await count()) {
    last = now;
    await page.waitForTimeout(CALM_MS);
  }
}

/** Of the plan, some while it is zoomed, by the browser's own clock: the screen's pace rounds each. */
const planFrameMs = () =>
  page.evaluate(async (count) => {
    const map = document.querySelector("#map");
    const times = [];
    let last = await new Promise(globalThis.ownFrame);
    while (times.length < count) {
      map?.dispatchEvent(
        new WheelEvent("wheel", { deltaY: times.length % 2 ? -40 : 40, bubbles: true, cancelable: true }),
      );
      const now = await new Promise(globalThis.ownFrame);
      times.push(now - last);
      last = now;
    }
    return times;
  }, FRAMES);

/** The same of the stage, while it is turned. */
const stageFrameMs = () =>
  page
    .workers()
    .findLast((each) => each.url().includes("stage-worker"))
    ?.evaluate(async (count) => {
      const times = [];
      let last = await new Promise(requestAnimationFrame);
      while (times.length < count) {
        const command = { type: "turn", heading_deg: times.length % 2 ? -1 : 1, tilt_deg: 0 };
        self.onmessage?.(new MessageEvent("message", { data: { kind: "command", command } }));
        const now = await new Promise(requestAnimationFrame);
        times.push(now - last);
        last = now;
      }
      return times;
    }, FRAMES) ?? [];

/** On a fast clock the page asks again whether its workers are there before they can have answered: it waits for them. @param {number} ms */
async function pass(ms) {
  if (MINUTES) return page.waitForTimeout(ms);
  await page.clock.fastForward(ms);
  const until = performance.now() + ANSWER_MS;
  while ((await page.evaluate(() => globalThis.unanswered.size > 0)) && performance.now() < until) {
    await page.waitForTimeout(50);
  }
}

/** @param {number[]} numbers */
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/**
 * By how much of itself the frame time has grown from the first tenth to the last: by the median of the slopes between all pairs of tenths (Theil and
 * Sen), so that what another program of the machine took from one of them says nothing.
 * @param {{ visits: number, frame: number }[]} rows
 */
function drift(rows) {
  const slopes = rows.flatMap((a, i) => rows.slice(i + 1).map((b) => (b.frame - a.frame) / (b.visits - a.visits)));
  const visits = (rows.at(-1)?.visits ?? 0) - (rows[0]?.visits ?? 0);
  return (median(slopes) * visits) / median(rows.map(({ frame }) => frame));
}

const attraction = page.locator(".attract");

/** @param {number} i @param {() => Promise<void>} [look] before the person goes */
async function visit(i, look) {
  await attraction.click();
  await page.getByRole("combobox", { name: "Search" }).fill(WORDS[i % WORDS.length] ?? "");
  await page.getByRole("option").first().click();
  await page.getByRole("button", { name: "Route here" }).first().click();
  await page.getByRole("list", { name: "Directions" }).getByRole("listitem").first().waitFor();
  await page.getByRole("button", { name: "Start over" }).click();
  const halls = page.locator("#halls button");
  if (await halls.first().isVisible()) await halls.nth(i % (await halls.count())).click();
  await look?.();
  await pass(GONE_MS);
  await attraction.waitFor();
  await pass(ALONE_MS);
}

/** @param {string} name @returns {Promise<string>} */
async function firstScreen(name) {
  await attraction.click();
  await page.getByRole("combobox", { name: "Search" }).waitFor();
  await page.waitForTimeout(2000);
  const picture = await page.screenshot({ path: `build/soak-${name}.png` });
  await pass(GONE_MS);
  await attraction.waitFor();
  return picture.toString("base64");
}

/** The share of pixels that differ. */
async function difference(/** @type {string} */ before, /** @type {string} */ after) {
  const blank = await context.newPage();
  const share = await blank.evaluate(
    async (pictures) => {
      const [a = [], b = []] = await Promise.all(
        pictures.map(async (picture) => {
          const image = new Image();
          image.src = `data:image/png;base64,${picture}`;
          await image.decode();
          const drawing = new OffscreenCanvas(image.width, image.height).getContext("2d");
          drawing?.drawImage(image, 0, 0);
          return [...new Uint32Array(drawing?.getImageData(0, 0, image.width, image.height).data.buffer ?? [])];
        }),
      );
      return a.filter((pixel, i) => pixel !== b[i]).length / a.length;
    },
    [before, after],
  );
  await blank.close();
  return share;
}

await page.addInitScript(() => {
  /** Workers that were asked whether they are there. */
  const unanswered = new Set();
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (/** @type {any} */ message, .../** @type {any} */ rest) {
    if (message.kind === "ping") {
      unanswered.add(this);
      this.addEventListener("message", () => unanswered.delete(this), { once: true });
    }
    return postMessage.call(this, message, ...rest);
  };
  const { terminate } = Worker.prototype;
  Worker.prototype.terminate = function () {
    unanswered.delete(this);
    return terminate.call(this);
  };
  Object.assign(globalThis, { unanswered, ownFrame: requestAnimationFrame.bind(globalThis) });
});
if (!MINUTES) await page.clock.install();
await page.goto(`${site.url}?kiosk=kiosk-1&lang=en&view=${values.view}`);
await attraction.waitFor();
if (values.view === "3d") {
  await page.locator(".map.shows-stage").waitFor({ timeout: DRAWN_MS });
  await modelsCame();
}
const first = await firstScreen("first");

/** @type {{ visits: number, heap: number, guide: number, stage: number, frame: number }[]} */
const rows = [];
const begun = performance.now();
console.log("visits   heap MB   guide MB   stage MB   frame ms   s a visit");
for (let i = 1; i <= VISITS; i++) {
  if (i % NEWS_VISITS === 0) edition += 1;
  if (i % Math.max(1, Math.floor(VISITS / TENTHS)) > 0) {
    await visit(i);
    continue;
  }
  let frame = 0;
  await visit(i, async () => {
    frame = median(values.view === "3d" ? await stageFrameMs() : await planFrameMs());
  });
  const row = {
    visits: i,
    heap: await heapMb(),
    guide: await memoryOf("guide"),
    stage: await memoryOf("stage"),
    frame,
  };
  rows.push(row);
  const { visits, ...measured } = row;
  const seconds = (performance.now() - begun) / 1000 / i;
  const cells = [...Object.values(measured), seconds].map((value) => value.toFixed(2).padStart(9));
  console.log(`${String(visits).padStart(6)} ${cells.join("  ")}`);
}
// No news is in the first picture.
edition = 0;
// By the fast clock, what the workers know of closures is old, and the page says so.
if (!MINUTES) await page.clock.setSystemTime(new Date());
await page.locator(".attract-news").waitFor({ state: "detached", timeout: NEWS_MS });
const differs = await difference(first, await firstScreen("last"));
const [early, late] = [rows[0], rows.at(-1)];
if (!early || !late) throw new Error("too few visits to compare");
const heapMbPer100 = ((late.heap - early.heap) / Math.max(1, late.visits - early.visits)) * 100;
const verdicts = [
  [`JS heap by 100 visits: ${heapMbPer100.toFixed(2)} MB`, heapMbPer100 <= MOST.heapMb],
  [`guide's memory since the first tenth: +${(late.guide - early.guide).toFixed(2)} MB`, late.guide === early.guide],
  [`stage's memory since the first tenth: +${(late.stage - early.stage).toFixed(2)} MB`, late.stage === early.stage],
  [`frame, drift over all tenths: ${(drift(rows) * 100).toFixed(1)} %`, drift(rows) <= MOST.drift],
  [`errors: ${errors}`, errors === 0],
  [`first screen, pixels that differ: ${(differs * 100).toFixed(3)} %`, differs <= MOST.pixels],
];
for (const [what, isWell] of verdicts) console.log(`${isWell ? "ok  " : "OVER"} ${what}`);
if (verdicts.some(([, isWell]) => !isWell)) process.exitCode = 1;
await browser.close();
await site.close();
