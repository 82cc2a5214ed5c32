// The page and a stage that behaves as a test wants: when it comes, how it fails, what the page makes of it.
import type { Page } from "@playwright/test";
import { expect, test, zoomIn } from "./support.ts";
import { stubStage } from "./stubs.ts";
import { demoVenue } from "./venue.ts";

const shows3d = (page: Page) => page.getByRole("button", { name: "Show the 2D plan" });

/** Loses the context of the newest stage. */
const LOSE = `
  if (command.type === "zoom") this.gl.getExtension("WEBGL_lose_context").loseContext();
`;

test.describe("the stage @desktop", () => {
  test("takes the plan's place, and gives it back", async ({ page }) => {
    await stubStage(page);
    await page.goto("./");
    await expect(shows3d(page)).toBeVisible();
    await shows3d(page).click();
    await expect(page.getByRole("button", { name: "Show in 3D" })).toBeVisible();
    await expect(page).toHaveURL(/view=2d/);
    await page.getByRole("button", { name: "Show in 3D" }).click();
    await expect(shows3d(page)).toBeVisible();
  });

  test("is never loaded with view=2d, until asked for", async ({ page }) => {
    await stubStage(page);
    const asked: string[] = [];
    page.on("request", (sent) => asked.push(sent.url()));
    await page.goto("./?view=2d");
    await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
    await page.waitForTimeout(2000);
    expect(asked.filter((url) => /stage|\.glb/.test(url))).toEqual([]);
    await page.getByRole("button", { name: "Show in 3D" }).click();
    await expect(shows3d(page)).toBeVisible();
  });

  for (const [renderer, smooth] of [
    ["ANGLE (ARM, Mali-G710, OpenGL ES 3.2)", true],
    ["ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)))", false],
  ] as const) {
    test(`has ${smooth ? "smooth" : "plain"} edges where ${renderer} draws`, async ({ page }) => {
      await stubStage(page);
      await page.route(/\/stage-worker\.js/, async (route) => {
        const response = await route.fetch();
        const named = `WebGL2RenderingContext.prototype.getParameter = () => "${renderer}";
          const { getContext } = OffscreenCanvas.prototype;
          OffscreenCanvas.prototype.getContext = function (...given) { return (self.context = getContext.apply(this, given)); };`;
        await route.fulfill({ response, body: `{ ${named} }\n${await response.text()}` });
      });
      await page.goto("./?view=3d");
      await expect(shows3d(page)).toBeVisible();
      const worker = page.workers().find((each) => each.url().includes("stage-worker"));
      expect(await worker?.evaluate("self.context.getContextAttributes().antialias")).toBe(smooth);
    });
  }

  test("is started again where the person was when it loses its context", async ({ page, request }) => {
    const { booth } = await demoVenue(request);
    await stubStage(page, { handle: LOSE });
    await page.goto(`./?place=${booth}`);
    await expect(shows3d(page)).toBeVisible();
    await zoomIn(page);
    await expect(page.getByRole("status").filter({ hasText: "starting again" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Route here" })).toBeVisible();
    await expect(shows3d(page)).toBeVisible();
  });

  test("stays away after three failures, and the plan stays", async ({ page }) => {
    await stubStage(page, { handle: `throw new Error("panicked at stage")` });
    await page.goto("./?view=3d");
    await expect(page.getByRole("status").filter({ hasText: "keeps failing" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Show in 3D" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
  });

  test("misses a model: the hall is named, and can be tried again", async ({ page, request }) => {
    const { bundle, hall } = await demoVenue(request);
    const broken = bundle.models.find(({ units }) => units.includes(hall.id))?.file ?? "";
    let mended = false;
    await stubStage(page);
    await page.route(new RegExp(broken), (route) => (mended ? route.continue() : route.fulfill({ body: "<html>" })));
    await page.goto("./");
    const notice = page.locator(".notice");
    await expect(notice).toContainText(`${hall.name.en} cannot be shown in 3D`);
    mended = true;
    await notice.getByRole("button", { name: "Try again" }).click();
    await expect(notice).toHaveCount(0);
  });

  test("without OffscreenCanvas, 3D says so and the plan stays", async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "OffscreenCanvas"));
    await page.goto("./?view=3d");
    await expect(page.getByRole("status").filter({ hasText: "cannot show 3D" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
  });
});
