// What is closed now, from the file that the organiser changes.
import type { Page } from "@playwright/test";
import { expect, test } from "./support.ts";
import { type Demo, demoVenue } from "./venue.ts";

/** Holds the live file back until the test wants it to come. */
async function heldLive(page: Page): Promise<(closures: unknown[]) => void> {
  let release: (closures: unknown[]) => void = () => {};
  const held = new Promise<unknown[]>((resolve) => (release = resolve));
  await page.route(/\/live\.json$/, async (route) => {
    await route.fulfill({ json: { format: "fairway-live/1", closures: await held } });
  });
  return release;
}

/** The first door with a name that the directions lead through. */
async function doorOf(page: Page, { bundle }: Demo): Promise<{ id: string; name: string }> {
  const text = await page.getByRole("list", { name: "Directions" }).innerText();
  const door = bundle.layout.openings.find(({ name }) => name && text.includes(`through ${name.en} `));
  if (!door?.name) throw new Error("the route leads through no door with a name");
  return { id: door.id, name: door.name.en };
}

test("a route that a closure hits is replaced, with the reason and the price", async ({ page, request }) => {
  const demo = await demoVenue(request);
  const release = await heldLive(page);
  await page.goto(`./?view=2d&lang=en&from=${demo.entrance.id}&to=${demo.booth}`);
  const directions = page.getByRole("list", { name: "Directions" });
  await expect(directions).toBeVisible();
  const door = await doorOf(page, demo);
  release([{ what: { place: door.id } }]);
  const told = page.locator(".hint-line");
  await expect(told).toContainText("Detour");
  await expect(told).toContainText(door.name);
  await expect(directions).not.toContainText(`through ${door.name} `);
});

test("where every door is closed, what is closed is said", async ({ page, request }) => {
  const demo = await demoVenue(request);
  const release = await heldLive(page);
  await page.goto(`./?view=2d&lang=en&from=${demo.entrance.id}&to=${demo.booth}`);
  await expect(page.getByRole("list", { name: "Directions" })).toBeVisible();
  const hall = demo.bundle.layout.booths.find(({ id }) => id === demo.booth)?.unit;
  release([{ what: { place: hall }, reason: { en: "fire drill", "zh-Hans": "消防演习" } }]);
  await expect(page.getByRole("alert")).toContainText("closed");
});
