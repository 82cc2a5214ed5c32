// A design goes onto one page of paper: its plan, its sides, what is found, and its parts.
import type { Page } from "@playwright/test";
import { pagesOf } from "./paper.ts";
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

/** Twelve, of which eight break a rule: four lie outside, two are too high, one hangs too low, one is too heavy. */
const PARTS = [
  { id: "counter-1", kind: "counter", at: [1.5, 0.8], name: "Reception" },
  { id: "counter-2", kind: "counter", at: [4.5, -0.1], name: "Coffee bar" },
  { id: "tower-1", kind: "tower", at: [3, 3], size_m: [1, 1, 5.5] },
  { id: "tower-2", kind: "tower", at: [5, 5], size_m: [1, 1, 5.2], turn_deg: 30 },
  { id: "storage-1", kind: "storage", at: [5.4, 3], weight_kg: 6000, name: "Store and pantry of the whole team" },
  { id: "banner-1", kind: "banner", at: [3, 3], above_m: 2.2 },
  { id: "table-1", kind: "table", at: [1.2, 3] },
  { id: "seat-1", kind: "seat", at: [0.5, 3] },
  { id: "seat-2", kind: "seat", at: [1.9, 3] },
  { id: "screen-1", kind: "screen", at: [-0.2, 4.2] },
  { id: "plant-1", kind: "plant", at: [5, -0.1] },
  { id: "plant-2", kind: "plant", at: [-0.1, 0.4] },
];
const FOUND = 8;

async function open(page: Page, stand: string, parts: unknown[], address: string): Promise<void> {
  await page.goto(`./?view=2d&design=${stand}${address}`);
  const name = "design.json";
  const buffer = Buffer.from(JSON.stringify({ format: "fairway-placement/1", stand, name: "Spring fair", parts }));
  await expect(page.locator(".lists")).toBeVisible();
  await page.locator(".placing input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer });
  await expect(page.locator(".lists .row .text bdi")).toHaveCount(parts.length);
}

for (const [language, said] of Object.entries({
  en: { plan: "Plan", side: /^A · [\d.]+ m · open$/, scale: /drawn 1:\d+ / },
  "zh-Hans": { plan: "平面", side: /^A · [\d.]+ m · 开口$/, scale: /比例 1:\d+ / },
})) {
  test(`a design of twelve parts with eight findings is one page, to scale, in ${language} @desktop`, async ({
    page,
    request,
    faults,
  }) => {
    const { bundle } = await demoVenue(request);
    const island = bundle.layout.booths.find(({ open_sides }) => open_sides.length === 4);
    await page.emulateMedia({ colorScheme: language === "en" ? "dark" : "light" });
    await open(page, island?.id ?? "", PARTS, `&lang=${language}`);
    await expect(page.locator(".finding")).toHaveCount(FOUND);
    await expect(page.locator("[aria-labelledby=placing-seen] dl")).toBeVisible();
    await expect(page.locator("#placing-measure")).toBeVisible();
    for (const format of ["A4", "Letter"]) {
      expect(pagesOf(await page.pdf({ format, preferCSSPageSize: false })), format).toBe(1);
    }

    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    const sheet = page.locator(".sheet");
    await expect(page.locator(".board")).toBeHidden();
    await expect(page.locator(".placing")).toHaveCSS("color", "rgb(0, 0, 0)");
    await expect(page.locator(".placing")).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await expect(sheet.locator(".floor")).toHaveCSS("fill", "rgb(255, 255, 255)");
    await expect(page.locator(".finding .number").first()).toHaveCSS("background-color", "rgb(179, 38, 30)");
    await expect(sheet.locator("figcaption")).toHaveText([said.plan, said.side, /^B/, /^C/, /^D/]);
    await expect(sheet.locator("p")).toHaveText(said.scale);
    // What is found has its number in the plan too.
    const numbers = Array.from({ length: FOUND }, (_, index) => String(index + 1));
    await expect(sheet.locator(".mark text")).toHaveText(numbers);
    await expect(page.locator(".finding .number")).toHaveText(numbers);
    const scales = await sheet.locator("figure > svg").evaluateAll((figures) =>
      figures.map((figure) => {
        const metres = (figure.querySelector<SVGSVGElement>(".drawing") ?? (figure as SVGSVGElement)).viewBox.baseVal;
        return (metres.width * 1000) / Number.parseFloat(figure.getAttribute("width") ?? "");
      }),
    );
    const scale = Number(/1:(\d+)/.exec((await sheet.locator("p").textContent()) ?? "")?.[1]);
    expect(scales.map((each) => each.toFixed(3))).toEqual(scales.map(() => scale.toFixed(3)));
    expect(faults).toEqual([]);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect(sheet).toHaveCount(0);
  });
}

for (const look of ["", "&look=above"]) {
  test(`on paper the stand is drawn from each side, to its height${look && ", from 3D too"}`, async ({
    page,
    request,
  }) => {
    const { booth } = await demoVenue(request);
    await open(page, booth, [{ id: "wall-1", kind: "wall", at: [1.5, 1.5] }], `&lang=en${look}`);
    const figures = page.locator(".placing .sheet figure:has(.elevation)");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(figures).not.toHaveCount(0);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".sheet .drawing .shape")).toHaveAttribute("d", /^M/);
    await expect(figures).toHaveCount(await page.locator(".sheet .drawing .edge").count());
    // A wall is 2.5 m high and 1 m wide, as it comes; from its end one sees how thick it is.
    const widths = [];
    for (const box of await figures.locator("rect").all()) {
      await expect(box).toHaveAttribute("height", "2.5");
      await expect(box).toHaveAttribute("y", "-2.5");
      widths.push(Number(await box.getAttribute("width")));
    }
    expect(widths.map((width) => width.toFixed(2)).toSorted()).toEqual(["0.10", "0.10", "1.00", "1.00"]);
  });
}
