// On a phone: the map to the edges, a sheet of three heights over it.
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

/** Waits until a movement has ended: what it measures is the same twice in a row. */
async function settled(measure: () => Promise<number>): Promise<void> {
  let before = Number.NaN;
  await expect
    .poll(async () => {
      const now = await measure();
      const same = now === before;
      before = now;
      return same;
    })
    .toBe(true);
}

test.describe("on a phone @phone", () => {
  test("the sheet has three heights, by button and by finger", async ({ page }) => {
    await page.goto("./?view=2d");
    const sheet = page.locator(".panel");
    const height = async () => (await sheet.boundingBox())!.height;
    await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
    const half = await height();

    await page.getByRole("button", { name: "Show more of the list" }).click();
    await expect.poll(height).toBeGreaterThan(half * 1.5);
    await page.getByRole("button", { name: "Show more of the map" }).click();
    await expect.poll(height).toBeLessThan(half * 0.6);
    await settled(height);

    const handle = (await page.getByRole("button", { name: "Show more of the list" }).boundingBox())!;
    const x = handle.x + handle.width / 2;
    const y = handle.y + handle.height / 2;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 250, { steps: 6 });
    await page.mouse.up();
    await expect.poll(height).toBeGreaterThan(half * 0.9);
  });

  test("a card leaves room for the map, and what is looked at is in it", async ({ page, request }) => {
    const { booth } = await demoVenue(request);
    await page.goto(`./?view=2d&place=${booth}`);
    await expect(page.getByRole("button", { name: "Route here" })).toBeVisible();
    const sheet = (await page.locator(".panel").boundingBox())!;
    const search = (await page.locator(".search-box").boundingBox())!;
    expect(sheet.y - (search.y + search.height)).toBeGreaterThan(200);
  });

  test("nothing is wider than the screen, and targets are large", async ({ page }) => {
    await page.goto("./?view=2d");
    await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    for (const button of await page.locator(".controls button").all()) {
      const box = (await button.boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    }
  });
});
