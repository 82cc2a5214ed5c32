// A screen for anyone at 1080 × 1920 and at four times the pixels, in turn: how long a frame takes while the camera turns, how many pixels are
// then drawn, how many once it rests, and what memory the page's and the GPU's processes take (where there is a /proc).
//   node benches/pixels.mjs [--sizes 1080x1920,2160x3840] [--rounds 2] [--frames 60] [--gpu]
import { chromium as playwright } from "@playwright/test";
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { IN_SOFTWARE, ON_GPU, chromium } from "../scripts/chromium.mjs";
import { serve } from "../web/serve.mjs";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1080x1920,2160x3840" },
    rounds: { type: "string", default: "2" },
    frames: { type: "string", default: "60" },
    gpu: { type: "boolean", default: false },
  },
});

const DRAWN_MS = 120_000;
const PAGE_KB = 4;

/** Put before the stage's script: what it draws on, and of which size the picture is that a frame begins with. */
const CANVAS = `{
  const { getContext } = OffscreenCanvas.prototype;
  OffscreenCanvas.prototype.getContext = function (kind, options) {
    const context = getContext.call(this, kind, options);
    if (kind !== "webgl2" || !context) return context;
    const { viewport } = context;
    context.viewport = function (x, y, ...size) {
      self.drawn ??= size;
      return viewport.call(this, x, y, ...size);
    };
    self.gl = context;
    return context;
  };
}`;

/** In the stage's worker: turns the camera all the time, each frame drawn to its end. @param {number} count */
async function turn(count) {
  const worker = /** @type {any} */ (globalThis);
  const { gl } = worker;
  const drawn = async () => {
    worker.drawn = undefined;
    // None is drawn while the GPU has enough to do.
    while (!worker.drawn) await new Promise(requestAnimationFrame);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    return performance.now();
  };
  const tell = (/** @type {object} */ command) =>
    self.onmessage?.(new MessageEvent("message", { data: { kind: "command", command } }));
  const times = [];
  let last = performance.now();
  while (times.length < count) {
    tell({ type: "turn", heading_deg: 1, tilt_deg: 0 });
    const now = await drawn();
    times.push(now - last);
    last = now;
  }
  const moving = worker.drawn;
  // The last frame of a motion is whole.
  let still;
  do {
    still = worker.drawn ?? still;
    worker.drawn = undefined;
    await new Promise((resolve) => setTimeout(resolve, 2000));
  } while (worker.drawn);
  return { times, moving, still };
}

/** @param {number[]} numbers */
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** @param {import("@playwright/test").Browser} browser */
async function memoryMb(browser) {
  const { processInfo } = await (await browser.newBrowserCDPSession()).send("SystemInfo.getProcessInfo");
  const kept = { renderer: 0, GPU: 0 };
  for (const { id, type } of processInfo) {
    const file = `/proc/${id}/statm`;
    if (!(type in kept) || !existsSync(file)) continue;
    const pages = Number(readFileSync(file, "utf8").split(" ")[1]);
    kept[/** @type {keyof typeof kept} */ (type)] += (pages * PAGE_KB) / 1024;
  }
  return kept;
}

const site = await serve({ dir: "dist", port: 0 });
/** @type {Map<string, { frames: number[], first: number[], moving: number[], still: number[], renderer: number[], gpu: number[] }>} */
const seen = new Map();
for (let round = 0; round < Number(values.rounds); round++) {
  for (const size of values.sizes.split(",")) {
    const [width = 0, height = 0] = size.split("x").map(Number);
    const browser = await playwright.launch({ executablePath: chromium(), args: values.gpu ? ON_GPU : IN_SOFTWARE });
    const context = await browser.newContext({ viewport: { width, height }, serviceWorkers: "block" });
    const page = await context.newPage();
    await page.route(/\/stage-worker\.js/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${CANVAS}\n${await response.text()}` });
    });
    await page.goto(`${site.url}?kiosk=kiosk-1&lang=en&view=3d`);
    await page.locator(".map.shows-stage").waitFor({ timeout: DRAWN_MS });
    await page.locator(".attract").click();
    await page.getByRole("combobox", { name: "Search" }).waitFor();
    await page.waitForTimeout(3000);
    const stage = page.workers().findLast((each) => each.url().includes("stage-worker"));
    if (!stage) throw new Error("the stage has no worker");
    const { times, moving, still } = await stage.evaluate(turn, Number(values.frames));
    const memory = await memoryMb(browser);
    const row = seen.get(size) ?? { frames: [], first: [], moving: [], still: [], renderer: [], gpu: [] };
    seen.set(size, row);
    row.first.push(...times.slice(0, 4));
    row.frames.push(...times.slice(times.length / 2));
    [row.moving, row.still] = [moving, still];
    row.renderer.push(memory.renderer);
    row.gpu.push(memory.GPU);
    await browser.close();
  }
}
await site.close();

console.log("screen        first frames   while it turns   drawn then     drawn at rest   page MB   GPU process MB");
for (const [size, { first, frames, moving, still, renderer, gpu }] of seen) {
  const cells = [
    size.padEnd(12),
    `${median(first).toFixed(0)} ms`.padStart(13),
    `${median(frames).toFixed(0)} ms`.padStart(16),
    moving.join(" × ").padStart(14),
    still.join(" × ").padStart(15),
    median(renderer).toFixed(0).padStart(9),
    median(gpu).toFixed(0).padStart(16),
  ];
  console.log(cells.join(" "));
}
