// The built stage over a long time: what it takes of memory, and whether it keeps up with its canvas.
import type { Worker } from "@playwright/test";
import { MEMORY } from "../../benches/peephole.mjs";
import { openStage } from "./inside.ts";
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

const PIXEL_RATIO_MOST = 2;
/** The memory grows by steps of what its allocator asks for: less than this is no leak that a day would show. */
const TOLERANCE_BYTES = 1 << 20;
/** `make bench` does a thousand, and 200 (benches/page.mjs). */
const HALL_CHANGES = 300;
const SETTLED_AFTER = 100;
const RESIZES = 120;

/** What the worker's own code does not show: its memory and its canvas. */
const PEEPHOLE = `${MEMORY}
{
  const getContext = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (kind, ...given) {
    if (kind === "webgl2") self.drawn = this;
    return getContext.call(this, kind, ...given);
  };
}`;

interface Watched {
  ratioQuery: MediaQueryList;
}

const memoryOf = (worker: Worker) => worker.evaluate("self.memory.buffer.byteLength") as Promise<number>;

test("from hall to hall hundreds of times, the memory stays as it is @desktop", async ({ page, request, faults }) => {
  const { bundle } = await demoVenue(request);
  const halls = bundle.layout.units.filter(({ kind }) => kind === "hall").map(({ id }) => id);
  await page.setViewportSize({ width: 480, height: 320 });
  const worker = await openStage(page, PEEPHOLE);
  const change = (count: number) =>
    worker.evaluate(
      async ([halls, count]) => {
        for (let i = 0; i < count; i++) {
          const command = { type: "look_at", target: { kind: "place", place: halls[i % halls.length] } };
          self.onmessage?.(new MessageEvent("message", { data: { kind: "command", command } }));
          await new Promise(requestAnimationFrame);
        }
      },
      [halls, count] as const,
    );
  await change(SETTLED_AFTER);
  const settled = await memoryOf(worker);
  await change(HALL_CHANGES - SETTLED_AFTER);
  expect(await memoryOf(worker)).toBeLessThanOrEqual(settled + TOLERANCE_BYTES);
  expect(faults).toEqual([]);
});

test("however often the window changes, the picture is sharp and the memory stays @desktop", async ({
  page,
  faults,
}) => {
  const [width, height] = [480, 320];
  await page.setViewportSize({ width, height });
  await page.addInitScript(() => {
    const ask = globalThis.matchMedia;
    globalThis.matchMedia = (query) => {
      const asked = ask(query);
      if (query.includes("dppx")) (globalThis as unknown as Watched).ratioQuery = asked;
      return asked;
    };
  });
  const worker = await openStage(page, PEEPHOLE);
  const device = await page.context().newCDPSession(page);
  const resize = async (i: number) => {
    const [long, short] = [420 + ((i * 37) % 160), 300 + ((i * 23) % 60)];
    const [width, height] = i % 2 ? [short, long] : [long, short];
    const deviceScaleFactor = [1, 1.5, 2, 3][i % 4] ?? 1;
    await device.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor, mobile: false });
    await page.evaluate(() => new Promise(requestAnimationFrame));
  };
  /** The stage's canvas in the page, in CSS pixels, and how many pixels are drawn of it. */
  const sizes = async () => ({
    asked: await page.locator("canvas.stage").evaluate((canvas, most) => {
      const ratio = Math.min(most, devicePixelRatio);
      return [canvas.clientWidth, canvas.clientHeight].map((px) => Math.round(px * ratio));
    }, PIXEL_RATIO_MOST),
    drawn: await worker.evaluate(() => {
      const { drawn } = self as unknown as { drawn: OffscreenCanvas };
      return [drawn.width, drawn.height];
    }),
  });
  const isSharp = async () => {
    const { asked, drawn } = await sizes();
    expect(drawn).toEqual(asked);
  };
  for (let i = 0; i < RESIZES / 4; i++) await resize(i);
  await expect(isSharp).toPass();
  const settled = await memoryOf(worker);
  for (let i = RESIZES / 4; i < RESIZES; i++) await resize(i);
  await expect(isSharp).toPass();
  expect(await memoryOf(worker)).toBeLessThanOrEqual(settled + TOLERANCE_BYTES);
  // Another screen, the same window. Chromium tells no page of a ratio that is emulated, so the test does.
  await device.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  await expect(isSharp).toPass();
  await device.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 2, mobile: false });
  await page.evaluate(() => (globalThis as unknown as Watched).ratioQuery.dispatchEvent(new Event("change")));
  await expect(isSharp).toPass();
  expect(faults).toEqual([]);
});
