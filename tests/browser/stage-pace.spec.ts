// The built stage where a GPU is slow: how far it runs ahead, and how many pixels it draws meanwhile. The tests say when a frame is drawn.
import type { Worker } from "@playwright/test";
import { FIRST_FRAME_MS, openStage } from "./inside.ts";
import { expect, test } from "./support.ts";

/** A driver that never says that a frame is drawn is not waited for longer. */
const PATIENCE_MS = 2000;
const AHEAD = 2;
const SIZE = { width: 640, height: 400 };

/** Frames are drawn `slow.afterMs` after they were told, or later. Each tells of what size its picture is, and how often the canvas got another one. */
const SLOW_GPU = `{
  const slow = { afterMs: 0, frames: [], resizes: 0 };
  self.slow = slow;
  const gl = WebGL2RenderingContext.prototype;
  const { fenceSync, getSyncParameter, viewport } = gl;
  const told = new WeakMap();
  gl.fenceSync = function (...given) {
    const sync = fenceSync.apply(this, given);
    told.set(sync, performance.now());
    slow.frames.push(slow.size);
    slow.size = undefined;
    return sync;
  };
  gl.getSyncParameter = function (sync, name) {
    const isEarly = performance.now() - told.get(sync) < slow.afterMs;
    return isEarly ? this.UNSIGNALED : getSyncParameter.call(this, sync, name);
  };
  gl.viewport = function (x, y, ...size) {
    slow.size ??= size;
    return viewport.call(this, x, y, ...size);
  };
  for (const side of ["width", "height"]) {
    const { get, set } = Object.getOwnPropertyDescriptor(OffscreenCanvas.prototype, side);
    Object.defineProperty(OffscreenCanvas.prototype, side, {
      get,
      set(px) {
        slow.resizes += 1;
        set.call(this, px);
      },
    });
  }
}`;

interface Slow {
  slow: { afterMs: number; frames: [number, number][]; resizes: number };
}

/** Turns the camera for so long; returns what was drawn meanwhile. */
const turn = (worker: Worker, afterMs: number, forMs: number) =>
  worker.evaluate(
    async ([afterMs, forMs]) => {
      const { slow } = self as unknown as Slow;
      Object.assign(slow, { afterMs, frames: [], resizes: 0 });
      const begun = performance.now();
      while (performance.now() - begun < forMs) {
        const command = { type: "turn", heading_deg: 1, tilt_deg: 0 };
        self.onmessage?.(new MessageEvent("message", { data: { kind: "command", command } }));
        await new Promise(requestAnimationFrame);
      }
      return { ...slow, tookMs: performance.now() - begun };
    },
    [afterMs, forMs] as const,
  );

test("no more than two frames are told before they are drawn @desktop", async ({ page, faults }) => {
  await page.setViewportSize(SIZE);
  const worker = await openStage(page, SLOW_GPU);
  const never = await turn(worker, Number.POSITIVE_INFINITY, PATIENCE_MS / 2);
  expect(never.frames.length).toBeLessThanOrEqual(AHEAD * (1 + Math.floor(never.tookMs / PATIENCE_MS)));
  // It does not stand still for ever where a driver never says so.
  const later = await turn(worker, Number.POSITIVE_INFINITY, PATIENCE_MS * 1.5);
  expect(later.frames.length).toBeGreaterThan(0);
  const quick = await turn(worker, 0, PATIENCE_MS);
  expect(quick.frames.length).toBeGreaterThan(later.frames.length);
  expect(faults).toEqual([]);
});

test("where frames come slowly the picture is smaller while it moves, the canvas is not @desktop", async ({
  page,
  faults,
}) => {
  await page.setViewportSize(SIZE);
  const worker = await openStage(page, SLOW_GPU);
  const whole = await page.locator("canvas.stage").evaluate((canvas) => [canvas.clientWidth, canvas.clientHeight]);
  const { frames, resizes } = await turn(worker, 150, 3000);
  const [width = 0, height = 0] = frames.at(-1) ?? [];
  expect(frames[0]).toEqual(whole);
  expect(width).toBeLessThan(whole[0] ?? 0);
  expect(width / height).toBeCloseTo((whole[0] ?? 0) / (whole[1] ?? 1), 1);
  expect(resizes).toBe(0);
  // It rests, and is whole again.
  await expect
    .poll(() => worker.evaluate(() => (self as unknown as Slow).slow.frames.at(-1)), { timeout: FIRST_FRAME_MS })
    .toEqual(whole);
  expect(faults).toEqual([]);
});
