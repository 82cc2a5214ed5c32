// A day goes onto one page of paper, with its map and a code that takes it along.
import type { Page } from "@playwright/test";
import { pagesOf } from "./paper.ts";
import { expect, saveBefore, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

/** The system's dialogue is none of the page's. */
async function withoutDialogue(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.print = () => dispatchEvent(new Event("beforeprint"));
  });
}

test.describe("on paper @desktop", () => {
  for (const [locale, colorScheme, print] of [
    ["en-GB", "dark", "Print"],
    ["zh-CN", "light", "打印"],
  ] as const) {
    test.describe(`in ${locale}`, () => {
      test.use({ locale, colorScheme });

      test("a day of twelve stops with notes is one page, black on white", async ({ page, request, faults }) => {
        const { id, bundle } = await demoVenue(request);
        const [session] = bundle.programme.sessions;
        const booths = bundle.layout.booths.filter((_, index) => index % 61 === 0).slice(0, 11);
        const stops = [...booths, session].flatMap((stop) => stop?.id ?? []);
        await saveBefore(
          page,
          id,
          stops,
          "Ask for 林, and whether last year’s samples are still to be had. ".repeat(9),
        );
        await withoutDialogue(page);
        await page.goto(`./?view=2d&panel=handover&stops=${stops.join(",")}`);
        const code = await page.locator(".qr path").getAttribute("d");
        await page.goto(`./?view=2d&panel=day&stops=${stops.join(",")}`);
        await page.getByRole("button", { name: print }).click();

        await page.emulateMedia({ media: "print" });
        const paper = page.locator(".paper");
        await expect(paper.getByRole("row")).toHaveCount(stops.length + 1);
        for (const place of booths)
          await expect(paper.getByRole("row").filter({ hasText: place.id })).toContainText("林");
        await expect(paper.locator(".qr path")).toHaveAttribute("d", code ?? "");
        await expect(paper.locator("canvas").first()).toBeVisible();
        await expect(page.getByRole("main")).toBeHidden();
        await expect(paper).toHaveCSS("color", "rgb(0, 0, 0)");
        await expect(paper).toHaveCSS("background-color", "rgb(255, 255, 255)");
        expect(faults).toEqual([]);

        await page.emulateMedia({ media: null });
        for (const format of ["A4", "Letter"]) {
          expect(pagesOf(await page.pdf({ format, preferCSSPageSize: false })), format).toBe(1);
        }
      });
    });
  }

  test("the way is printed black on white as before, and the day by the browser's own command", async ({
    page,
    request,
  }) => {
    const { booth, entrance } = await demoVenue(request);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(`./?view=2d&lang=en&from=${entrance.id}&to=${booth}`);
    const directions = page.getByRole("list", { name: "Directions" });
    await expect(directions).toBeVisible();
    await expect(directions).toHaveCSS("color", "rgb(241, 242, 243)");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(page.locator(".paper")).toHaveCount(0);
    await page.emulateMedia({ media: "print" });
    await expect(directions).toHaveCSS("color", "rgb(0, 0, 0)");
    // Paper has nothing to press.
    const controls = page.locator(".panel :is(.when, .step-bar, .quiet)");
    await expect(controls).not.toHaveCount(0);
    for (const control of await controls.all()) await expect(control).toBeHidden();
    await page.emulateMedia({ media: null });
    await page.goto(`./?view=2d&lang=en&panel=day&stops=${booth}`);
    await expect(page.getByRole("list", { name: "Stops in their order" })).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(page.locator(".paper tbody tr")).toHaveCount(1);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect(page.locator(".paper")).toHaveCount(0);
  });
});
