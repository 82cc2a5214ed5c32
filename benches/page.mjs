// What the page bears while the stage starts, is used and rests: its longest block, frames and processor time at rest, and memory over a thousand
// hall changes and two hundred sizes of the window.
//   node benches/page.mjs [--rest 20] [--changes 1000] [--resizes 200]
import { chromium as playwright } from "@playwright/test";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { IN_SOFTWARE, chromium } from "../scripts/chromium.mjs";
import { serve } from "../web/serve.mjs";

const { values } = parseArgs({
  options: {
    rest: { type: "string", default: "20" },
    changes: { type: "string", default: "1000" },
    resizes: { type: "string", default: "200" },
  },
});
/** Software rendering takes its time. */
const DRAWN_MS = 120_000;
/** Between two numbers of the renderer's process when it is idle, more than a flight, a fade or a burst of the collector lasts. */
const CALM_MS = 5000;
/** The memory has what it needs after so many hall changes. */
const SETTLED_AFTER = 100;

/** The page's gaps: tasks of 50 ms and more as the browser tells them, and what lies between two of its frames. */
function watchBlocks() {
  const blocks = { task: 0, gap: 0 };
  Object.assign(globalThis, { blocks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocks.task = Math.max(blocks.task, duration);
  }).observe({ type: "longtask", buffered: true });
  let last = performance.now();
  const tick = (/** @type {number} */ now) => {
    blocks.gap = Math.max(blocks.gap, now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** What the stage's worker does not show by itself: its memory, and how often it draws. */
const PEEPHOLE = `{
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiate(...given);
    self.memory = made.instance.exports.memory;
    return made;
  };
  self.frames = 0;
  const getContext = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (kind, ...given) {
    const context = getContext.call(this, kind, ...given);
    if (kind === "webgl2") {
      const clear = context.clear.bind(context);
      context.clear = (mask) => { self.frames++; clear(mask); };
    }
    return context;
  };
}`;

/** @param {import("@playwright/test").Browser} browser @param {string} url @param {{ width: number, height: number }} viewport @param {boolean} watches */
async function openStage(browser, url, viewport, watches) {
  const context = await browser.newContext({ viewport, reducedMotion: watches ? "no-preference" : "reduce" });
  const page = await context.newPage();
  await page.route(/\/stage-worker\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${PEEPHOLE}\n${await response.text()}` });
  });
  if (watches) await page.addInitScript(watchBlocks);
  await page.goto(`${url}?view=3d&lang=en`);
  await page.waitForFunction(() => performance.getEntriesByName("stage-complete").length > 0, undefined, {
    timeout: DRAWN_MS,
  });
  const worker = page.workers().findLast((each) => each.url().includes("stage-worker"));
  if (!worker) throw new Error("the stage has no worker");
  return { context, page, worker };
}

/** Seconds that each kind of process has had of a processor. @param {import("@playwright/test").CDPSession} session */
async function processorTime(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const of = (/** @type {string} */ kind) =>
    processInfo.filter(({ type }) => type === kind).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  return { renderer: of("renderer"), gpu: of("GPU") };
}

/** @param {import("@playwright/test").Page} page */
async function takeBlocks(page) {
  return page.evaluate(() => {
    const { blocks } = /** @type {{ blocks: { task: number, gap: number } }} */ (/** @type {unknown} */ (globalThis));
    const taken = { ...blocks };
    Object.assign(blocks, { task: 0, gap: 0 });
    return taken;
  });
}

/** @param {string} what @param {{ task: number, gap: number }} blocks */
function tellBlocks(what, { task, gap }) {
  const longest = task === 0 ? "none of 50 ms" : `${task.toFixed(0)} ms`;
  console.log(
    `  longest task of the page ${what}: ${longest} (must 100, aim 50); longest time between two of its frames ${gap.toFixed(0)} ms`,
  );
}

const site = await serve({ dir: "dist", port: 0 });
const browser = await playwright.launch({ executablePath: chromium(), args: IN_SOFTWARE });
try {
  console.log("The page with its stage, 1280 × 720:");
  const { context, page, worker } = await openStage(browser, site.url, { width: 1280, height: 720 }, true);
  tellBlocks("while the stage starts", await takeBlocks(page));
  const map = page.getByRole("application", { name: "Map" });
  await map.focus();
  for (const key of ["+", "ArrowUp", "KeyE", "-", "ArrowLeft", "Home"]) {
    await page.keyboard.down(key);
    await page.waitForTimeout(1500);
    await page.keyboard.up(key);
  }
  tellBlocks("while it is flown about", await takeBlocks(page));
  await page.waitForTimeout(CALM_MS);
  const session = await browser.newBrowserCDPSession();
  const restS = Number(values.rest);
  // Its own frames would wake the page: they are watched no longer.
  await page.evaluate(() => (globalThis.requestAnimationFrame = () => 0));
  const before = { frames: Number(await worker.evaluate("self.frames")), ...(await processorTime(session)) };
  await page.waitForTimeout(restS * 1000);
  const after = { frames: Number(await worker.evaluate("self.frames")), ...(await processorTime(session)) };
  const share = (/** @type {"renderer" | "gpu"} */ kind) => (((after[kind] - before[kind]) / restS) * 100).toFixed(2);
  console.log(
    `  at rest for ${restS} s: ${after.frames - before.frames} frames drawn (must 0); its processes take ${share("renderer")} % of a processor (must 1, aim 0.2), the browser's for graphics ${share("gpu")} %`,
  );
  await context.close();

  const small = await openStage(browser, site.url, { width: 480, height: 320 }, false);
  const { venues } = JSON.parse(readFileSync("dist/venues/index.json", "utf8"));
  const { layout } = JSON.parse(readFileSync(`dist/venues/${venues[0].id}/venue.json`, "utf8"));
  const halls = layout.units
    .filter((/** @type {any} */ { kind }) => kind === "hall")
    .map((/** @type {any} */ { id }) => id);
  const change = (/** @type {number} */ count) =>
    small.worker.evaluate(async ([halls, count]) => {
      for (let i = 0; i < count; i++) {
        const command = { type: "look_at", target: { kind: "place", place: halls[i % halls.length] } };
        self.onmessage?.(new MessageEvent("message", { data: { kind: "command", command } }));
        await new Promise(requestAnimationFrame);
      }
      return /** @type {any} */ (self).memory.buffer.byteLength / 2 ** 20;
    }, /** @type {const} */ ([halls, count]));
  const changes = Number(values.changes);
  const settled = await change(SETTLED_AFTER);
  const last = await change(changes - SETTLED_AFTER);
  console.log(
    `  memory of the stage's program: ${settled.toFixed(1)} MB after ${SETTLED_AFTER} hall changes, ${last.toFixed(1)} MB after ${changes} (must be flat)`,
  );
  const device = await small.context.newCDPSession(small.page);
  const resizes = Number(values.resizes);
  const resize = async (/** @type {number} */ from, /** @type {number} */ to) => {
    for (let i = from; i < to; i++) {
      const sides = [420 + ((i * 37) % 160), 300 + ((i * 23) % 60)];
      const [width, height] = i % 2 ? sides.toReversed() : sides;
      const deviceScaleFactor = [1, 1.5, 2, 3][i % 4];
      await device.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor, mobile: false });
      await small.page.evaluate(() => new Promise(requestAnimationFrame));
    }
    return change(1);
  };
  const fitted = await resize(0, resizes / 4);
  console.log(
    `  and ${fitted.toFixed(1)} MB after ${resizes / 4} sizes of the window, ${(await resize(resizes / 4, resizes)).toFixed(1)} MB after ${resizes} (must be flat)`,
  );
} finally {
  await browser.close();
  await site.close();
}
