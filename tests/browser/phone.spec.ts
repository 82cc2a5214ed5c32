// On a phone: the map to the edges, a sheet of three heights over it.
import { stubStage } from "./stubs.ts";
import { atRest, expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

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
    await atRest(page);

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
    await page.locator(".controls summary").click();
    for (const button of await page.locator(".controls :is(button, summary), .hall-row button").all()) {
      const box = (await button.boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    }
  });

  test("buttons are one column, and what moves the view is behind one of them", async ({ page }) => {
    await stubStage(page);
    await page.goto("./?view=3d&lang=en");
    await expect(page.getByRole("button", { name: "Show the 2D plan" })).toBeVisible();
    expect((await page.locator(".controls").boundingBox())!.width).toBeLessThanOrEqual(48);
    await expect(page.getByRole("button", { name: "Zoom in" })).toBeHidden();
    await page.getByLabel("Move the view").click();
    for (const name of ["Zoom in", "Zoom out", "Show the whole venue", "Turn left"]) {
      await expect(page.getByRole("button", { name })).toBeVisible();
    }
  });

  test("the row of halls stands between the search and what is looked at, clear of the buttons", async ({ page }) => {
    await page.goto("./?view=2d&lang=en");
    const row = (await page.getByRole("navigation", { name: "Halls" }).boundingBox())!;
    const search = (await page.locator(".search-box").boundingBox())!;
    const buttons = (await page.locator(".controls").boundingBox())!;
    expect(row.y).toBeGreaterThanOrEqual(search.y + search.height);
    expect(row.height).toBeLessThan(60);
    expect(row.x + row.width).toBeLessThanOrEqual(390);
    expect(row.y + row.height).toBeLessThan(buttons.y);
  });
});
