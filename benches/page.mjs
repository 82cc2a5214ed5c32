// What the page bears while the stage starts, is used and rests: its longest block, frames and processor time at rest, and memory over a thousand
// hall changes and two hundred sizes of the window.
//   node benches/page.mjs [--rest 20] [--changes 1000] [--resizes 200]
import { chromium as playwright } from "@playwright/test";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { IN_SOFTWARE, chromium } from "../scripts/chromium.mjs";
import { serve } from "../web/serve.mjs";
import { MEMORY } from "./peephole.mjs";

const { values } = parseArgs({
  options: {
    rest: { type: "string", default: "20" },
    changes: { type: "string", default: "1000" },
    resizes: { type: "string", default: "200" },
  },
});
/** Software rendering takes its time. */
const DRAWN_MS = 120_000;
const STARTS = 3;
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
const PEEPHOLE = `${MEMORY}
{
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

/** @param {import("@playwright/test").Browser} browser @param {string} url @param {{ width: number, height: number }} viewport @param {"watched" | "peeped at" | "both"} how */
async function openStage(browser, url, viewport, how) {
  const context = await browser.newContext({
    viewport,
    reducedMotion: how === "peeped at" ? "reduce" : "no-preference",
  });
  const page = await context.newPage();
  if (how !== "watched") {
    await page.route(/\/stage-worker\.js/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${PEEPHOLE}\n${await response.text()}` });
    });
  }
  if (how !== "peeped at") await page.addInitScript(watchBlocks);
  await page.goto(`${url}?view=3d&lang=en`);
  await page.waitForFunction(() => performance.getEntriesByName("stage-complete").length > 0, undefined, {
    timeout: DRAWN_MS,
  });
  const worker = page.workers().findLast((each) => each.url().includes("stage-worker"));
  if (!worker) throw new Error("the stage has no worker");
  return { context, page, worker };
}

/** @param {import("@playwright/test").CDPSession} session */
async function processes(session) {
  return (await session.send("SystemInfo.getProcessInfo")).processInfo;
}

/**
 * Seconds that the page and the browser's graphics have had of a processor.
 * @param {import("@playwright/test").CDPSession} session
 * @param {Set<number>} others processes of the browser's own pages
 */
async function processorTime(session, others) {
  const own = (await processes(session)).filter(({ id }) => !others.has(id));
  const of = (/** @type {string} */ kind) =>
    own.filter(({ type }) => type === kind).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  return { renderer: of("renderer"), gpu: of("GPU") };
}

/**
 * What the longest task of the page takes of a processor while the stage starts, in ms. In software, painting and compiling leave it to wait for one.
 * @param {import("@playwright/test").Browser} browser @param {string} url
 */
async function longestOwnTask(browser, url) {
  const session = await browser.newBrowserCDPSession();
  /** @type {any[]} */
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", {
    traceConfig: { includedCategories: ["toplevel", "devtools.timeline"] },
    transferMode: "ReportEvents",
  });
  const { context } = await openStage(browser, url, { width: 1280, height: 720 }, "watched");
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  await context.close();
  const isMain = (/** @type {any} */ { name, args }) => name === "thread_name" && args.name === "CrRendererMain";
  const mains = new Set(events.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  const ours = new Set(events.filter(({ args }) => args?.data?.url?.startsWith(url)).map(({ pid }) => pid));
  const tasks = events.filter(
    ({ name, pid, tid }) => name.endsWith("RunTask") && ours.has(pid) && mains.has(`${pid} ${tid}`),
  );
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
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
  const session = await browser.newBrowserCDPSession();
  const others = new Set((await processes(session)).filter(({ type }) => type === "renderer").map(({ id }) => id));
  for (let start = 1; start <= STARTS; start++) {
    const { context, page } = await openStage(browser, site.url, { width: 1280, height: 720 }, "watched");
    tellBlocks(`while the stage starts, ${start} of ${STARTS}`, await takeBlocks(page));
    await context.close();
  }
  const { context, page, worker } = await openStage(browser, site.url, { width: 1280, height: 720 }, "both");
  await takeBlocks(page);
  const map = page.getByRole("application", { name: "Map" });
  await map.focus();
  for (const key of ["+", "ArrowUp", "KeyE", "-", "ArrowLeft", "Home"]) {
    await page.keyboard.down(key);
    await page.waitForTimeout(1500);
    await page.keyboard.up(key);
  }
  tellBlocks("while it is flown about", await takeBlocks(page));
  await page.waitForTimeout(CALM_MS);
  const restS = Number(values.rest);
  // Its own frames would wake the page: they are watched no longer.
  await page.evaluate(() => (globalThis.requestAnimationFrame = () => 0));
  const before = { frames: Number(await worker.evaluate("self.frames")), ...(await processorTime(session, others)) };
  await page.waitForTimeout(restS * 1000);
  const after = { frames: Number(await worker.evaluate("self.frames")), ...(await processorTime(session, others)) };
  const share = (/** @type {"renderer" | "gpu"} */ kind) => (((after[kind] - before[kind]) / restS) * 100).toFixed(2);
  console.log(
    `  at rest for ${restS} s: ${after.frames - before.frames} frames drawn (must 0); its processes take ${share("renderer")} % of a processor (must 1, aim 0.2), the browser's for graphics ${share("gpu")} %`,
  );
  await context.close();
  console.log(
    `  once more: the longest task while the stage starts has ${(await longestOwnTask(browser, site.url)).toFixed(0)} ms of a processor; what it takes besides it waits for one of ${availableParallelism()}`,
  );

  const small = await openStage(browser, site.url, { width: 480, height: 320 }, "peeped at");
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
