// What a person feels of the page without the stage: what jumps while it comes, and how long it is busy at a time while one types.
//   node benches/typing.mjs [--slower 1,4]   how many times slower the processor is made than it is
import { chromium as playwright, devices } from "@playwright/test";
import { parseArgs } from "node:util";
import { IN_SOFTWARE, chromium } from "../scripts/chromium.mjs";
import { serve } from "../web/serve.mjs";

const { values } = parseArgs({ options: { slower: { type: "string", default: "1,4" } } });

/** In both languages; pinyin and an error of typing among them. */
const QUERIES = ["robotics", "3B12", "lumen sofware", "first aid", "wangluo keji", "网络科技", "smlj"];
const QUIET_MS = 600;

/** Tasks of the page over 50 ms, and what moved without the person's doing, are told by the browser; shorter tasks are seen as gaps. */
function watch() {
  const seen = { task: 0, gap: 0, shift: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.task = Math.max(seen.task, duration);
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = /** @type {PerformanceEntry & { value: number; hadRecentInput: boolean }} */ (entry);
      if (!shift.hadRecentInput) seen.shift += shift.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    seen.gap = Math.max(seen.gap, now - last);
    last = now;
    port2.postMessage(0);
  };
  port2.postMessage(0);
}

const site = await serve({ dir: "dist", port: 0 });
const browser = await playwright.launch({ executablePath: chromium(), args: IN_SOFTWARE });
console.log("page, 2D              slower   shift while it comes   typing: longest task   longest gap");
for (const [name, device] of /** @type {const} */ ([
  ["desktop", { viewport: { width: 1280, height: 720 } }],
  ["phone", devices["Pixel 7"]],
])) {
  for (const slower of values.slower.split(",").map(Number)) {
    const context = await browser.newContext({ ...device, serviceWorkers: "block" });
    const page = await context.newPage();
    await page.addInitScript(watch);
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await page.goto(`${site.url}?view=2d&lang=en`);
    await page.getByRole("button", { name: "Restrooms" }).waitFor();
    await page.waitForTimeout(3000);
    const read = () => page.evaluate(() => /** @type {any} */ (globalThis).seen);
    const { shift } = await read();
    const field = page.getByRole("combobox", { name: "Search" });
    await field.click();
    await page.waitForTimeout(QUIET_MS);
    await page.evaluate(() => Object.assign(/** @type {any} */ (globalThis).seen, { task: 0, gap: 0 }));
    for (const query of QUERIES) {
      await field.fill("");
      await field.pressSequentially(query, { delay: 60 });
      await page.waitForTimeout(QUIET_MS);
    }
    const { task, gap } = await read();
    const long = task > 0 ? `${task.toFixed(0)} ms` : "under 50 ms";
    console.log(
      `${name.padEnd(22)}${`${slower} ×`.padStart(6)}   ${shift.toFixed(4).padStart(20)}   ${long.padStart(20)}   ${gap.toFixed(0).padStart(8)} ms`,
    );
    await context.close();
  }
}
await browser.close();
await site.close();
