// The page of a design dies in the middle of a movement: at most its last second is lost.
import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";
import { box } from "./models.ts";

const LOST_MS = 1000;

const part = (page: Page, id: string) => page.locator(`[data-part="${id}"]`);

async function open(page: Page, stand: string): Promise<void> {
  await page.goto(`./?view=2d&lang=en&design=${stand}`);
  await expect(page.locator(".placing .drawing")).toBeVisible();
}

/** Drags for longer than what may be lost, and says where the part was from when on. */
async function drag(page: Page, id: string): Promise<{ from: number; at: string }[]> {
  const shape = await part(page, id).locator(".shape").boundingBox();
  if (!shape) throw new Error(`${id} is not drawn`);
  const [x, y] = [shape.x + shape.width / 2, shape.y + shape.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const places: { from: number; at: string }[] = [];
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
    const at = await part(again, id).getAttribute("aria-label");
    const last = places.findLastIndex((place) => place.at === at);
    expect(last, `${at} is among ${places.map((place) => place.at).join("; ")}`).toBeGreaterThanOrEqual(0);
    expect(places[last + 1]?.from ?? died).toBeGreaterThan(died - LOST_MS);
    await expect(again.locator(".placing .notices")).toBeEmpty();
  });
}
