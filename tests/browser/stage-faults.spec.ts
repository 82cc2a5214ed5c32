// The built stage itself, when things go wrong round it and in it.
import type { Page, Worker } from "@playwright/test";
import { expect, test, zoomIn } from "./support.ts";
import { demoVenue, type Demo } from "./venue.ts";

/** Software rendering takes its time. */
const SLOW = { timeout: 90_000 };

const shows3d = (page: Page) => page.getByRole("button", { name: "Show the 2D plan" });
const startsAgain = (page: Page) => page.getByRole("status").filter({ hasText: "starting again" });

function modelOf({ bundle, hall }: Demo): string {
  return bundle.models.find(({ units }) => units.includes(hall.id))?.file ?? "";
}

function stageOf(page: Page): Worker {
  const worker = page.workers().findLast((each) => each.url().includes("stage-worker"));
  if (!worker) throw new Error("the stage has no worker");
  return worker;
}

/** The stage's worker, with code of the test's before its own. */
async function prefixWorker(page: Page, code: string): Promise<void> {
  await page.route(/\/stage-worker\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code}\n${await response.text()}` });
  });
}

test.describe("a model @desktop", () => {
  const spoilt: [string, (whole: Buffer) => { body: string | Buffer; contentType: string }][] = [
    ["is cut short", (whole) => ({ body: whole.subarray(0, 9000), contentType: "model/gltf-binary" })],
    ["is a page of the host's", () => ({ body: "<!doctype html><h1>Welcome</h1>", contentType: "text/html" })],
  ];
  for (const [how, spoil] of spoilt) {
    test(`that ${how}: the hall is named, the others are shown, and it can be tried again`, async ({
      page,
      request,
    }) => {
      const demo = await demoVenue(request);
      let mended = false;
      await page.route(new RegExp(modelOf(demo)), async (route) => {
        if (mended) return route.continue();
        const whole = await (await route.fetch()).body();
        await route.fulfill(spoil(whole));
      });
      await page.goto("./?view=3d");
      const notice = page.locator(".notice");
      await expect(notice).toContainText(`${demo.hall.name.en} cannot be shown in 3D`, SLOW);
      await expect(shows3d(page)).toBeVisible();
      mended = true;
      await notice.getByRole("button", { name: "Try again" }).click();
      await expect(notice).toHaveCount(0);
      await page.waitForFunction(() => performance.getEntriesByName("stage-complete").length > 0);
    });
  }

  test("none of which arrives whole: one notice says so, the plan stays, and all can be tried again", async ({
    page,
  }) => {
    let mended = false;
    await page.route(/\.glb$/, (route) => (mended ? route.continue() : route.fulfill({ body: "glTF", status: 200 })));
    await page.goto("./?view=3d");
    const notice = page.locator(".notice");
    await expect(notice).toContainText("None of the 3D models arrived whole", SLOW);
    await expect(notice).toHaveCount(1);
    await expect(page.getByText("Loading 3D")).toHaveCount(0);
    mended = true;
    await notice.getByRole("button", { name: "Try again" }).click();
    await expect(shows3d(page)).toBeVisible(SLOW);
    await expect(notice).toHaveCount(0);
  });

  test("with booths that the venue does not know: their number is said", async ({ page, request }) => {
    const demo = await demoVenue(request);
    await page.route(new RegExp(modelOf(demo)), async (route) => {
      const whole = await (await route.fetch()).body();
      // Latin 1 keeps every byte; ids keep their length, as the file's own lengths ask for.
      const renamed = whole.toString("latin1").replace(/("kind":"booth","id":")./g, "$1~");
      await route.fulfill({ body: Buffer.from(renamed, "latin1"), contentType: "model/gltf-binary" });
    });
    await page.goto("./?view=3d");
    await expect(page.locator(".notice")).toContainText(/\d+ booths/, SLOW);
    await expect(page.locator(".notice")).toContainText(demo.hall.name.en);
    await expect(shows3d(page)).toBeVisible();
  });
});

test.describe("the stage is started again where the person was @desktop", () => {
  test.beforeEach(async ({ page, request }) => {
    const { booth } = await demoVenue(request);
    await prefixWorker(
      page,
      `{ const getContext = OffscreenCanvas.prototype.getContext;
         OffscreenCanvas.prototype.getContext = function (kind, ...rest) {
           const context = getContext.call(this, kind, ...rest);
           if (kind === "webgl2") self.gl = context;
           return context;
         }; }`,
    );
    await page.goto(`./?view=3d&place=${booth}`);
    await expect(shows3d(page)).toBeVisible(SLOW);
  });

  const faults: [string, string][] = [
    ["loses its context", `self.gl.getExtension("WEBGL_lose_context").loseContext()`],
    ["hangs", `setTimeout(() => { for (;;); })`],
    // As a panic ends: the program's call traps.
    ["traps", `self.gl.drawElements = () => { throw new WebAssembly.RuntimeError("unreachable"); }`],
  ];
  for (const [what, code] of faults) {
    test(`when it ${what}`, async ({ page }) => {
      await stageOf(page).evaluate(code);
      // A program that cannot draw is found out with the next picture.
      await zoomIn(page);
      await expect(startsAgain(page)).toBeVisible({ timeout: 15_000 });
      await expect(page.getByRole("button", { name: "Route here" })).toBeVisible();
      await expect(shows3d(page)).toBeVisible(SLOW);
      await expect(startsAgain(page)).toHaveCount(0);
    });
  }
});
