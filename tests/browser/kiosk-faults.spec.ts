// A screen for anyone when things go wrong in it and round it: what a person finds, and what was done.
import type { Page, Worker } from "@playwright/test";
import { expect, test } from "./support.ts";
import { spoilGuide, stubStage } from "./stubs.ts";

const KIOSK = "./?lang=en&kiosk=kiosk-1";
const DENIED = `Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } })`;
/** More touches at once than that it drops. */
const FINGERS = 16;

/** Puts a text where a kiosk keeps lists. */
const nonsense = (text: string) =>
  `for (const key of ["kiosk.mends", "fairway.saved.gdte", "fairway.day.gdte"]) localStorage.setItem(key, '${text}')`;

const attraction = (page: Page) => page.getByRole("button", { name: /Touch to begin/ });
const switchTo3d = (page: Page) => page.getByRole("button", { name: "Show in 3D" });

/** For a worker, before its own code: what it waits for comes sixty times as soon. */
const MINUTES_AS_SECONDS = `{ const { setTimeout, AbortSignal } = self;
  const { timeout } = AbortSignal;
  self.setTimeout = (act, ms) => setTimeout(act, ms / 60);
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 60); }`;

/** As a browser does before and after its machine sleeps. */
async function turnOff(page: Page, isOff: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isOff);
}

/** Whoever walks up finds what they look for. */
async function isOfUse(page: Page): Promise<void> {
  await attraction(page).click();
  await page.getByRole("combobox", { name: "Search" }).fill("wc");
  await expect(page.getByRole("option").first()).toBeVisible();
}

/** What was mended, in its order. */
async function mends(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => localStorage.getItem("kiosk.mends") ?? "[]").catch(() => "[]");
  return (JSON.parse(text) as { fault: string; step: string }[])
    .filter(({ step }) => step !== "restart")
    .map(({ fault, step }) => `${fault}: ${step}`);
}

/** Why workers were ended: who panics says so at once, and need not be found hanging. */
function warningsOf(page: Page): string[] {
  const warnings: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "warning") warnings.push(message.text());
  });
  return warnings;
}

/** The page that needs no script, with what the plan showed last. */
async function isSafe(page: Page): Promise<void> {
  await expect(page.getByText("This screen is being mended. It comes back by itself.")).toBeVisible({
    timeout: 90_000,
  });
  await expect(page.getByText("本屏正在维护")).toBeVisible();
}

test.describe("the guide @desktop", () => {
  for (const [how, spoil, told] of [
    ["panics", `throw new Error("panicked at guide")`, "panicked at guide"],
    ["hangs", `for (;;);`, "it hangs"],
    [
      "finds no more memory",
      `try { for (;;) wasm.memory.grow(1024); } catch { json = json.replace("zzz", "z".repeat(2 ** 24)); }`,
      "guide-worker.js",
    ],
  ] as const) {
    test(`${how} over one search: it is started again, and nobody has to do anything`, async ({ page }) => {
      const warnings = warningsOf(page);
      await spoilGuide(page, `if (command.search?.query === "zzz") { ${spoil} }`);
      await page.goto(`${KIOSK}&view=2d`);
      await attraction(page).click();
      await page.getByRole("combobox", { name: "Search" }).fill("zzz");
      await expect(page.getByText("starting again")).toBeVisible({ timeout: 15_000 });
      expect(warnings.join()).toContain(told);
      await page.getByRole("combobox", { name: "Search" }).fill("wc");
      await expect(page.getByRole("option").first()).toBeVisible({ timeout: 15_000 });
      expect(await mends(page)).toEqual([]);
    });
  }

  test("dies of everything, and storage is denied: the page anew, twice, then the plan as a picture", async ({
    page,
  }) => {
    await page.addInitScript(DENIED);
    // Large enough for all to be larger.
    await page.setViewportSize({ width: 1080, height: 1920 });
    let loads = 0;
    page.on(
      "request",
      (request) => (loads += Number(request.isNavigationRequest() && !request.url().startsWith("blob:"))),
    );
    await page.goto(`${KIOSK}&view=2d`);
    await expect.poll(() => page.evaluate(() => caches.has("fairway-kiosk"))).toBe(true);
    await spoilGuide(page, `throw new Error("panicked at guide")`);
    await page.reload();
    await isSafe(page);
    const picture = page.locator("img");
    await expect(picture).toHaveJSProperty("complete", true);
    const width = await picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
    expect(width).toBe(await page.evaluate(() => innerWidth * devicePixelRatio));
    expect(loads).toBe(4);
  });
});

test.describe("the stage @desktop", () => {
  test("keeps losing its context: the page anew, then the plan alone, which is of use", async ({ page }) => {
    await stubStage(page, { handle: `this.gl.getExtension("WEBGL_lose_context").loseContext();` });
    await page.goto(`${KIOSK}&view=3d`);
    await expect.poll(() => mends(page), { timeout: 60_000 }).toEqual(["stage: reload", "stage: plan"]);
    await expect(page.locator("html.plan-only")).toBeAttached();
    await isOfUse(page);
    await expect(switchTo3d(page)).toBeHidden();
    await expect(page.locator("canvas.stage")).toHaveCount(0);
  });

  for (const [how, spoil, told] of [
    ["loses its context", `this.gl.getExtension("WEBGL_lose_context").loseContext();`, "the WebGL context was lost"],
    ["panics", `throw new WebAssembly.RuntimeError("unreachable");`, "unreachable"],
    ["hangs", `for (;;);`, "it hangs"],
  ] as const) {
    test(`${how} once: it is back where it was, and nothing else is done`, async ({ page }) => {
      const warnings = warningsOf(page);
      await stubStage(page, { handle: `if (command.type === "zoom") { ${spoil} }` });
      await page.goto(`${KIOSK}&view=3d`);
      await attraction(page).click();
      await expect(page.getByRole("button", { name: "Show the 2D plan" })).toBeVisible();
      await page.locator("#map").hover();
      await page.mouse.wheel(0, -200);
      await expect(page.getByText("starting again")).toBeVisible();
      expect(warnings.join()).toContain(told);
      await expect(page.getByRole("button", { name: "Show the 2D plan" })).toBeVisible();
      expect(await mends(page)).toEqual([]);
    });
  }

  test("loses its context twenty times in a day: it is back each time, and nothing else is done", async ({ page }) => {
    const stages: Worker[] = [];
    page.on("worker", (worker) => {
      if (worker.url().includes("stage-worker")) stages.push(worker);
    });
    await page.clock.install();
    await stubStage(page, { handle: `self.gl = this.gl;` });
    await page.goto(`${KIOSK}&view=3d`);
    for (let lost = 0; lost < 20; lost++) {
      await expect(page.locator(".map.shows-stage")).toBeAttached();
      await stages.at(-1)?.evaluate(`self.gl.getExtension("WEBGL_lose_context").loseContext()`);
      await expect.poll(() => stages.length).toBe(lost + 2);
      await page.clock.fastForward(60 * 60_000);
    }
    await isOfUse(page);
    await expect(page.getByRole("button", { name: "Show the 2D plan" })).toBeVisible();
    expect(await mends(page)).toEqual([]);
  });

  test("shows one colour from edge to edge: the stage anew, the page anew, the plan alone", async ({ page }) => {
    await stubStage(page, { blank: true });
    await page.goto(`${KIOSK}&view=3d`);
    await expect.poll(() => mends(page), { timeout: 20_000 }).toEqual(["blank: rebuild"]);
    await expect
      .poll(() => mends(page), { timeout: 60_000 })
      .toEqual(["blank: rebuild", "blank: reload", "blank: plan"]);
    await isOfUse(page);
    await expect(switchTo3d(page)).toBeHidden();
  });

  test("has two colours: it is left alone", async ({ page }) => {
    await stubStage(page);
    await page.goto(`${KIOSK}&view=3d`);
    await expect(page.locator(".map.shows-stage")).toBeAttached();
    await page.waitForTimeout(13_000);
    expect(await mends(page)).toEqual([]);
  });
});

test.describe("the page @desktop", () => {
  test("fails in its own scripts, again and again: it begins anew", async ({ page }) => {
    await page.goto(`${KIOSK}&view=2d`);
    await attraction(page).click();
    await page.evaluate(() => {
      for (let i = 0; i < 5; i++) setTimeout(() => Promise.reject(new Error("of the test")));
    });
    await expect(attraction(page)).toBeVisible();
    expect(await mends(page)).toEqual(["page: reload"]);
    await isOfUse(page);
  });

  test("has to begin anew without a network: it does once that is back", async ({ page, context }) => {
    let asked = 0;
    page.on("requestfailed", (request) => (asked += Number(request.method() === "HEAD")));
    await page.goto(`${KIOSK}&view=2d`);
    await isOfUse(page);
    await context.setOffline(true);
    await page.evaluate(() => {
      for (let i = 0; i < 5; i++) void Promise.reject(new Error("of the test"));
    });
    await expect.poll(() => mends(page)).toEqual(["page: reload"]);
    await expect.poll(() => asked).toBeGreaterThan(1);
    await expect(page.getByRole("option").first()).toBeVisible();
    await context.setOffline(false);
    await expect(attraction(page)).toBeVisible();
  });

  for (const [how, script] of [
    ["denied", DENIED],
    ["full", `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }`],
    ["full of nonsense", nonsense('[{"at":1},{')],
    ["full of somebody else's lists", nonsense('[null,7,{"at":"soon"}]')],
  ] as const) {
    test(`with storage ${how} is of use`, async ({ page, faults }) => {
      await page.addInitScript(script);
      await page.goto(`${KIOSK}&view=2d`);
      await isOfUse(page);
      expect(faults.filter((fault) => fault.startsWith("error"))).toEqual([]);
    });
  }

  test("has its memory nearly full: it begins anew, but not before the person is gone", async ({ page }) => {
    // Before the other: it brings a clock of its own, without `memory`.
    await page.clock.install();
    await page.addInitScript(() =>
      Object.defineProperty(performance, "memory", {
        get: () => ({ usedJSHeapSize: "isFull" in globalThis ? 9 : 1, jsHeapSizeLimit: 10 }),
      }),
    );
    await page.goto(`${KIOSK}&view=2d`);
    await isOfUse(page);
    await page.evaluate(() => Object.assign(globalThis, { isFull: true }));
    await page.clock.runFor(10_000);
    await expect(page.getByRole("option").first()).toBeVisible();
    expect(await mends(page)).toEqual([]);
    await page.clock.fastForward(76_000);
    await page.clock.runFor(5000);
    await expect.poll(() => mends(page)).toEqual(["memory: reload"]);
    // Asked while it is left, the page has no answer.
    await expect.poll(() => page.evaluate(() => "isFull" in globalThis).catch(() => true)).toBe(false);
    await isOfUse(page);
  });

  test("gets its venue slowly: it waits, and nothing is mended", async ({ page }) => {
    let arrive = () => undefined as void;
    const slow = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/venue\.json/, async (route) => {
      await slow;
      await route.continue();
    });
    await page.clock.install();
    await page.goto(`${KIOSK}&view=2d`);
    await expect.poll(() => page.evaluate(() => "fairwayKiosk" in globalThis)).toBe(true);
    await page.clock.runFor(60_000);
    arrive();
    await isOfUse(page);
    expect(await mends(page)).toEqual([]);
  });

  test("gets no answer to its question for the venue: it asks again", async ({ page }) => {
    let asked = 0;
    await page.route(/venue\.json/, (route) => {
      asked += 1;
      return asked > 1 ? route.continue() : undefined;
    });
    await page.clock.install();
    await page.goto(`${KIOSK}&view=2d`);
    await expect.poll(() => page.evaluate(() => "fairwayKiosk" in globalThis)).toBe(true);
    await expect.poll(() => asked).toBe(1);
    await page.clock.fastForward(80_000);
    await isOfUse(page);
  });

  test("gets no answer to what is closed now: it is of use, and asks again", async ({ page }) => {
    let asked = 0;
    await page.route(/live\.json/, () => void (asked += 1));
    await page.route(/guide-worker\.js/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${MINUTES_AS_SECONDS}\n${await response.text()}` });
    });
    await page.goto(`${KIOSK}&view=2d`);
    await isOfUse(page);
    await expect.poll(() => asked).toBeGreaterThan(1);
  });

  test("loses the network once it is there: ways are found all the same", async ({ page, context }) => {
    await page.goto(`${KIOSK}&view=2d`);
    await isOfUse(page);
    await context.setOffline(true);
    await page.getByRole("option").first().click();
    await page.getByRole("button", { name: "Route here" }).first().click();
    await expect(page.getByRole("list", { name: "Directions" }).getByRole("listitem").first()).toBeVisible();
    await page.getByRole("button", { name: "Start over" }).click();
    await page.getByRole("combobox", { name: "Search" }).fill("wc");
    await expect(page.getByRole("option").first()).toBeVisible();
    expect(await mends(page)).toEqual([]);
  });

  test("loses the network while it loads: it comes up when that is back", async ({ page }) => {
    await page.clock.install();
    await page.route(/venue\.json/, (route) => route.abort());
    await page.goto(`${KIOSK}&view=2d`);
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    await page.unroute(/venue\.json/);
    await page.clock.fastForward(35_000);
    await isOfUse(page);
  });

  test("gets garbage for what is closed now: it goes by what it has", async ({ page, faults }) => {
    const asked = page.waitForRequest(/live\.json/);
    await page.route(/live\.json/, (route) =>
      route.fulfill({ contentType: "application/json", body: `{"closures": [{"pl` }),
    );
    await page.goto(`${KIOSK}&view=2d`);
    await asked;
    await isOfUse(page);
    expect(faults).toEqual([]);
    expect(await mends(page)).toEqual([]);
  });

  for (const days of [1, -1]) {
    test(`finds its clock ${days > 0 ? "a day on" : "a day back"}: the person who is there stays`, async ({ page }) => {
      await page.clock.install({ time: new Date("2026-09-24T02:00:00Z") });
      await page.goto(`${KIOSK}&view=2d`);
      await isOfUse(page);
      await page.clock.setSystemTime(new Date(Date.UTC(2026, 8, 24 + days, 2)));
      await page.clock.runFor(5000);
      await expect(page.getByRole("option").first()).toBeVisible();
      await page.clock.fastForward(76_000);
      await expect(attraction(page)).toBeVisible();
    });
  }

  test("sleeps for eight hours: it wakes at the first screen, and what was there is gone", async ({ page }) => {
    await page.clock.install({ time: new Date("2026-09-24T02:00:00Z") });
    await page.goto(`${KIOSK}&view=2d`);
    await isOfUse(page);
    await turnOff(page, true);
    // As on a machine whose steady clock stands still while it sleeps.
    await page.clock.setSystemTime(new Date("2026-09-24T10:00:00Z"));
    await turnOff(page, false);
    await expect(attraction(page)).toBeVisible();
    await attraction(page).click();
    await expect(page.getByRole("combobox", { name: "Search" })).toHaveValue("");
    expect(await mends(page)).toEqual([]);
  });

  test("is left in the middle of a word: the next person finds neither it nor the keyboard", async ({ page }) => {
    await page.clock.install();
    await page.goto(`${KIOSK}&view=2d`);
    await attraction(page).click();
    await page.getByRole("combobox", { name: "Search" }).click();
    const keyboard = page.getByRole("group", { name: "Keyboard" });
    for (const letter of "kej") await keyboard.getByRole("button", { name: letter, exact: true }).click();
    await expect(page.getByRole("combobox", { name: "Search" })).toHaveValue("kej");
    await page.clock.fastForward(76_000);
    await attraction(page).click();
    await expect(page.getByRole("combobox", { name: "Search" })).toHaveValue("");
    await expect(keyboard).toHaveCount(0);
    await expect(page).not.toHaveURL(/q=/);
  });

  test("is turned and resized two hundred times: it fits, and is of use", async ({ page, faults }) => {
    await page.goto(`${KIOSK}&view=2d`);
    await expect(attraction(page)).toBeVisible();
    for (let i = 0; i < 200; i++) {
      const [long, short] = [900 + ((i * 37) % 160), 500 + ((i * 23) % 90)];
      await page.setViewportSize(i % 2 ? { width: short, height: long } : { width: long, height: short });
    }
    await page.setViewportSize({ width: 1080, height: 1920 });
    await isOfUse(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });

  test("is touched by as many fingers as a browser knows, fifty times: it goes on", async ({ page, faults }) => {
    await page.goto(`${KIOSK}&view=2d`);
    await attraction(page).click();
    const device = await page.context().newCDPSession(page);
    await device.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: FINGERS });
    const hands = (move: number) =>
      Array.from({ length: FINGERS }, (_, id) => ({ id, x: 520 + id * 40 + move, y: 120 + ((id * 97) % 400) }));
    for (let i = 0; i < 50; i++) {
      await device.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: hands(0) });
      await device.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: hands(i % 30) });
      await device.send("Input.dispatchTouchEvent", { type: i % 5 ? "touchEnd" : "touchCancel", touchPoints: [] });
    }
    await page.getByRole("button", { name: "Start over" }).click();
    await page.getByRole("combobox", { name: "Search" }).fill("wc");
    await expect(page.getByRole("option").first()).toBeVisible();
    expect(faults).toEqual([]);
    expect(await mends(page)).toEqual([]);
  });
});
