// The keyboard alone is enough, and is never held.
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

test.describe("by keyboard @desktop", () => {
  test("search, card and route", async ({ page, request }) => {
    const { exhibitor } = await demoVenue(request);
    const name = exhibitor.name.en;
    await page.goto("./?view=2d");
    await page.getByRole("combobox", { name: "Search" }).focus();
    await page.keyboard.type(name);
    await expect(page.getByRole("option", { name }).first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(page.locator('[aria-selected="true"]')).toHaveCount(1);
    await page.keyboard.press("Enter");
    const title = page.getByRole("heading", { name });
    await expect(title).toBeFocused();

    await page.keyboard.press("Tab");
    while (!(await page.getByRole("button", { name: "Route here" }).evaluate((it) => it === document.activeElement))) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "From" })).toBeFocused();
    await expect(page.getByRole("option").first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(page.locator('[aria-selected="true"]')).toHaveCount(1);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("list", { name: "Directions" })).toBeVisible();
  });

  test("Escape clears the search", async ({ page }) => {
    await page.goto("./?view=2d");
    const search = page.getByRole("combobox", { name: "Search" });
    await search.fill("hall");
    await expect(page.getByRole("option").first()).toBeVisible();
    await search.press("Escape");
    await expect(search).toHaveValue("");
    await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
  });

  for (const name of ["Saved", "Programme", "My day"]) {
    test(`Escape leaves ${name}`, async ({ page }) => {
      await page.goto("./?view=2d");
      await page.getByRole("button", { name }).focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { name, exact: true })).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
      await expect(page).not.toHaveURL(/panel=/);
    });
  }

  test("the map moves by keys and lets Tab go on", async ({ page }) => {
    await page.goto("./?view=2d");
    await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
    const map = page.getByRole("application", { name: "Map" });
    await map.focus();
    // The list is there a moment before the plan is.
    await expect(async () => {
      await page.keyboard.press("+");
      await page.keyboard.press("ArrowRight");
      await expect(page).toHaveURL(/pose=/, { timeout: 1000 });
    }).toPass();
    await page.keyboard.press("Tab");
    await expect(map).not.toBeFocused();
  });

  test("the first Tab offers a way past the map", async ({ page }) => {
    await page.goto("./?view=2d");
    await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: /Skip/ })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    expect(new URL(page.url()).hash).toBe("");
  });
});
