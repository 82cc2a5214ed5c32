// The row of halls over the map.
import { expect, test } from "./support.ts";
import { type Bundle, demoVenue } from "./venue.ts";

for (const [locale, language, title] of [
  ["en-GB", "en", "Halls"],
  ["zh-CN", "zh-Hans", "展馆"],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale });

    test("leads to each hall, and marks the one that is open", async ({ page, request }) => {
      const { bundle } = await demoVenue(request);
      const [first, second] = bundle.layout.units.filter(({ kind }) => kind === "hall");
      await page.goto("./?view=2d");
      const row = page.getByRole("navigation", { name: title });
      await expect(row.locator("[aria-current]")).toHaveCount(0);
      for (const hall of [second!, first!]) {
        await row.getByRole("button", { name: hall.name[language] }).click();
        await expect(page).toHaveURL(new RegExp(`hall=${hall.id}`));
        await expect(page.getByRole("heading", { level: 2, name: hall.name[language] })).toBeVisible();
        await expect(row.locator("[aria-current]")).toHaveText(/^\s*\d+\s*$/);
        await expect(row.getByRole("button", { name: hall.name[language] })).toHaveAttribute("aria-current", "true");
      }
    });
  });
}

test("marks the hall of the booth that is chosen", async ({ page, request }) => {
  const { bundle, booth } = await demoVenue(request);
  const { unit } = bundle.layout.booths.find(({ id }) => id === booth)!;
  const hall = bundle.layout.units.find(({ id }) => id === unit)!;
  await page.goto(`./?view=2d&lang=en&place=${booth}`);
  const row = page.getByRole("navigation", { name: "Halls" });
  await expect(row.getByRole("button", { name: hall.name.en })).toHaveAttribute("aria-current", "true");
});

test("looks at a hall without leaving the way that is planned", async ({ page, request }) => {
  const { booth, entrance, hall } = await demoVenue(request);
  await page.goto(`./?view=2d&lang=en&from=${entrance.id}&to=${booth}`);
  await expect(page.getByRole("list", { name: "Directions" })).toBeVisible();
  await page.getByRole("navigation", { name: "Halls" }).getByRole("button", { name: hall.name.en }).click();
  await expect(page.getByRole("list", { name: "Directions" })).toBeVisible();
  await expect(page).toHaveURL(/level=/);
});

test("is reached by keyboard after the map @desktop", async ({ page, request }) => {
  const { hall } = await demoVenue(request);
  await page.goto("./?view=2d&lang=en");
  const first = page.getByRole("navigation", { name: "Halls" }).getByRole("button", { name: hall.name.en });
  await expect(first).toBeVisible();
  await page.getByRole("application", { name: "Map" }).focus();
  await page.keyboard.press("Tab");
  await expect(first).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`hall=${hall.id}`));
});

test("is not there where there is one hall", async ({ page }) => {
  await page.route(/\/venue\.json/, async (route) => {
    const bundle = (await (await route.fetch()).json()) as Bundle;
    const halls = bundle.layout.units.filter(({ kind }) => kind === "hall");
    for (const hall of halls.slice(1)) hall.kind = "room";
    await route.fulfill({ json: bundle });
  });
  await page.goto("./?view=2d&lang=en");
  await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Halls" })).toHaveCount(0);
});
