// axe-core finds nothing to mend in the page's main states.
import axe from "axe-core";
import type { Page } from "@playwright/test";
import { atRest, expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

async function violations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy allows no inline ones.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("home, results, hall, card, route, day, settings", async ({ page, request }) => {
      const { hall, booth, entrance } = await demoVenue(request);
      const states: [query: string, ready: string][] = [
        ["?view=2d", "Restrooms"],
        ["?view=2d&panel=saved", "Back"],
        ["?view=2d&panel=programme", "Back"],
        ["?view=2d&panel=exhibitors&filter=hall:hall-3", "Clear filters"],
        ["?view=2d&q=digital", "Clear the search"],
        ["?view=2d&q=digital&filter=hall:hall-3", "Clear filters"],
        ["?view=2d&q=robot%20xyzzy", "robot"],
        [`?view=2d&panel=handover&stops=${booth}`, "Copy link"],
        ["?view=2d#plan=x", "Close"],
        [`?view=2d&hall=${hall.id}`, "Route here"],
        [`?view=2d&place=${booth}`, "Route here"],
        [`?view=2d&from=${entrance.id}&to=${booth}`, "Print"],
        [`?view=2d&panel=day&stops=${booth},${hall.id}~skip`, "Take it up again"],
        [`?view=2d&panel=here&at=${booth}`, "Forget it"],
        [`?view=2d&design=${booth}`, "Undo"],
        [`?view=2d&place=nowhere`, "Back"],
      ];
      for (const [query, ready] of states) {
        await page.goto(`./${query}`);
        await expect(page.getByRole("button", { name: ready }).first()).toBeVisible();
        expect(await violations(page), query).toEqual([]);
      }
      await page.goto(`./?view=2d&panel=day&order=own&stops=${booth},${hall.id}`);
      await page.getByRole("button", { name: "Change the order" }).click();
      await expect(page.getByRole("button", { name: /^Move .* up$/ }).first()).toBeVisible();
      expect(await violations(page), "own order").toEqual([]);
      await page.goto("./?view=2d");
      await page.getByRole("button", { name: "Settings" }).click();
      await expect(page.getByText("简体中文")).toBeVisible();
      expect(await violations(page), "settings").toEqual([]);
    });
  });
}

test.describe("zoomed to 400 %", () => {
  // A window of 1280 × 1024.
  test.use({ viewport: { width: 320, height: 256 } });

  test("search, halls, what steers the map and the sheet leave each other room, and nothing goes on sideways @desktop", async ({
    page,
    request,
  }) => {
    const { hall, booth, entrance } = await demoVenue(request);
    const bars = page.locator(".hall-row, .controls, .panel, search:visible");
    const overlaps = () =>
      bars.evaluateAll((elements) => {
        const boxes = elements.map((element) => ({ name: element.className, box: element.getBoundingClientRect() }));
        const shown = boxes.filter(({ box }) => box.width > 0 && box.height > 0);
        return shown.flatMap(({ name, box: a }, i) =>
          shown
            .slice(i + 1)
            .filter(({ box: b }) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
            .map((other) => `${name} and ${other.name}`),
        );
      });
    for (const query of [
      "",
      `hall=${hall.id}`,
      `place=${booth}`,
      `from=${entrance.id}&to=${booth}`,
      "panel=programme",
    ]) {
      await page.goto(`./?view=2d&lang=en&${query}`);
      await expect(page.locator(".panel-content")).not.toBeEmpty();
      const handle = page.locator(".handle");
      for (const height of ["half", "full", "low"]) {
        expect(await overlaps(), `${query}, the sheet ${height}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), query).toBe(320);
        await handle.click();
        await atRest(page);
      }
    }
  });
});
