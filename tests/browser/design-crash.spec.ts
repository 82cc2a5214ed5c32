// The page of a design, or the whole browser, dies in the middle of a movement: at most its last second is lost.
import { type BrowserContext, type Page, chromium } from "@playwright/test";
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";
import { box } from "./models.ts";

const LOST_MS = 1000;

/** Where a part was, and since when. */
interface Place {
  readonly from: number;
  readonly at: string;
}

const part = (page: Page, id: string) => page.locator(`[data-part="${id}"]`);

async function open(page: Page, stand: string): Promise<void> {
  await page.goto(`./?view=2d&lang=en&design=${stand}`);
  await expect(page.locator(".placing .drawing")).toBeVisible();
}

/** Drags for longer than what may be lost, and says where the part was from when on. */
async function drag(page: Page, id: string): Promise<Place[]> {
  const shape = await part(page, id).locator(".shape").boundingBox();
  if (!shape) throw new Error(`${id} is not drawn`);
  const [x, y] = [shape.x + shape.width / 2, shape.y + shape.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const places: Place[] = [];
  const start = Date.now();
  for (let now = start; now - start < 2 * LOST_MS; now = Date.now()) {
    // Along half a circle, so that it never comes back to where it was.
    const turn = (Math.PI * (now - start)) / (2 * LOST_MS);
    await page.mouse.move(x + 60 * Math.cos(turn), y + 60 * Math.sin(turn));
    const from = Date.now();
    places.push({ from, at: (await part(page, id).getAttribute("aria-label")) ?? "" });
  }
  return places;
}

/** In another tab of the same browser. */
async function crash(page: Page, context: BrowserContext): Promise<{ again: Page; died: number }> {
  const crashed = page.waitForEvent("crash");
  const session = await context.newCDPSession(page);
  const died = Date.now();
  // It has no answer.
  void session.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();
  return { again: await context.newPage(), died };
}

async function lostLittle(page: Page, id: string, places: Place[], died: number): Promise<void> {
  const at = await part(page, id).getAttribute("aria-label");
  const last = places.findLastIndex((place) => place.at === at);
  expect(last, `${at} is among ${places.map((place) => place.at).join("; ")}`).toBeGreaterThanOrEqual(0);
  expect(places[last + 1]?.from ?? died).toBeGreaterThan(died - LOST_MS);
}

for (const id of ["tower-1", "model-1"]) {
  test(`a page that dies while ${id} is dragged loses a second at most`, async ({ page, context, request }) => {
    const { booth } = await demoVenue(request);
    await open(page, booth);
    if (id === "tower-1") await page.getByRole("button", { name: "Tower", exact: true }).click();
    else {
      const file = { name: "Robot arm.glb", mimeType: "", buffer: box() };
      await page.locator(".placing input[type=file]").setInputFiles(file);
    }
    await expect(part(page, id).locator(".shape")).toHaveAttribute("d", /^M/);
    const places = await drag(page, id);
    const { again, died } = await crash(page, context);
    await open(again, booth);
    await expect(part(again, id).locator(".shape")).toHaveAttribute("d", /^M/);
    await lostLittle(again, id, places, died);
    await expect(again.locator(".placing .notices")).toBeEmpty();
  });
}

test("a browser that is ended while a part is dragged loses a second at most @desktop", async ({
  request,
  baseURL,
}, testInfo) => {
  const { booth } = await demoVenue(request);
  const options = { ...testInfo.project.use.launchOptions, baseURL: baseURL ?? "", serviceWorkers: "block" } as const;
  const start = () => chromium.launchPersistentContext(testInfo.outputPath("profile"), options);
  const context = await start();
  const page = await context.newPage();
  await open(page, booth);
  await page.getByRole("button", { name: "Tower", exact: true }).click();
  await expect(part(page, "tower-1").locator(".shape")).toHaveAttribute("d", /^M/);
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send("SystemInfo.getProcessInfo")) ?? {};
  const browser = processInfo.find(({ type }) => type === "browser")?.id;
  if (browser === undefined) throw new Error("the browser has no process");
  const places = await drag(page, "tower-1");
  const closed = context.waitForEvent("close");
  const died = Date.now();
  process.kill(browser, "SIGKILL");
  await closed;
  const later = await start();
  const again = await later.newPage();
  await open(again, booth);
  await expect(part(again, "tower-1").locator(".shape")).toHaveAttribute("d", /^M/);
  await lostLittle(again, "tower-1", places, died);
  await later.close();
});
