// Distances, areas and heights on the plan of a design: by pointer, by finger, and by keys alone.
import axe from "axe-core";
import type { Locator, Page } from "@playwright/test";
import { covered, feetOf, stuck } from "../../web/src/placing/extras/measure.ts";
import { expect, test } from "./support.ts";
import { type Bundle, demoVenue } from "./venue.ts";

type Point = [number, number];

const WORDS = {
  en: { measure: "Measure", tower: "Tower", first: "Set the first point", round: "round", floor: "floor", to: "to" },
  "zh-Hans": {
    measure: "测量",
    tower: "塔柱",
    first: "请设第一点",
    round: "周长",
    floor: "占地",
    to: "至",
  },
} as const;

const tape = (page: Page) => page.locator(".placing .board .tape");
const said = (page: Page) => page.locator(".placing .reading [role=status]");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** A stand of four corners, with its sides' lengths. */
function stand({ layout }: Bundle) {
  const booth = layout.booths.find(({ footprint }) => footprint.length === 4);
  if (!booth) throw new Error("the demo venue has no stand of four corners");
  const [a = [0, 0], b = [0, 0], c = [0, 0]] = booth.footprint;
  const length = (from: Point, to: Point) => Number(Math.hypot(to[0] - from[0], to[1] - from[1]).toFixed(2));
  return { id: booth.id, width: length(a, b), depth: length(b, c) };
}

async function open(page: Page, id: string, language: keyof typeof WORDS = "en"): Promise<void> {
  await page.goto(`./?view=2d&lang=${language}&design=${id}`);
  await expect(button(page, WORDS[language].measure)).toBeVisible();
}

/** By finger where there is one, so many pixels beside a place in metres. */
async function tap(page: Page, drawing: Locator, [x, y]: Point, beside = 0): Promise<void> {
  const at = await drawing.evaluate(
    (svg, [x, y]) => {
      const place = new DOMPoint(x, -y).matrixTransform((svg as unknown as SVGSVGElement).getScreenCTM() ?? undefined);
      return [place.x, place.y];
    },
    [x, y] as const,
  );
  const [left = 0, top = 0] = at.map((value) => value + beside);
  if (test.info().project.use.hasTouch) await page.touchscreen.tap(left, top);
  else await page.mouse.click(left, top);
}

for (const [language, words] of Object.entries(WORDS) as [keyof typeof WORDS, (typeof WORDS)["en"]][]) {
  test(`a distance sticks to corners, and a closed chain has an area, in ${language}`, async ({
    page,
    request,
    faults,
  }) => {
    const { id, width, depth } = stand((await demoVenue(request)).bundle);
    await open(page, id, language);
    await button(page, words.measure).click();
    await expect(said(page)).toContainText(words.first);
    const drawing = page.locator(".placing .drawing");
    await tap(page, drawing, [0, 0], 5);
    await tap(page, drawing, [width, 0], -5);
    await expect(said(page).locator("b")).toHaveText(`${width} m`);
    await expect(tape(page).locator("text")).toHaveText(`${width} m`);
    await tap(page, drawing, [width, depth], 5);
    await expect(said(page)).toContainText(`${depth} m · `);
    await expect(said(page)).toContainText(`${Number((width + depth).toFixed(2))} m`);
    await tap(page, drawing, [0, depth], 5);
    await tap(page, drawing, [0, 0], 5);
    await expect(said(page)).toContainText(`${Number((width * depth).toFixed(2))} m²`);
    await expect(said(page)).toContainText(words.round);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    await button(page, words.measure).click();
    await expect(tape(page)).toHaveCount(0);
    expect(faults).toEqual([]);
  });

  test(`what is chosen is told with its floor and its heights, in ${language}`, async ({ page, request }) => {
    const { id, width, depth } = stand((await demoVenue(request)).bundle);
    await open(page, id, language);
    await button(page, words.measure).click();
    const reading = page.locator(".placing .reading");
    await expect(reading).toContainText(`${Number((width * depth).toFixed(2))} m²`);
    await button(page, words.tower).click();
    for (const text of [words.floor, "1 m²", words.to, "4 m"]) await expect(reading).toContainText(text);
    // Nothing is moved meanwhile.
    const tower = page.locator('[data-part="tower-1"]');
    const before = await tower.getAttribute("aria-label");
    const box = await tower.locator(".shape").boundingBox();
    if (!box) throw new Error("the tower is not drawn");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 60, box.y, { steps: 3 });
    await page.mouse.up();
    await expect(tape(page).locator("circle")).toHaveCount(1);
    await expect(tower).toHaveAttribute("aria-label", before ?? "");
  });
}

test("keys alone measure, and Escape ends that before it ends the design", async ({ page, request }) => {
  const { id, width } = stand((await demoVenue(request)).bundle);
  await open(page, id);
  await button(page, "Measure").focus();
  await page.keyboard.press("Enter");
  await expect(tape(page)).toBeFocused();
  await page.keyboard.press("s");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(said(page).locator("b")).toHaveText("1.1 m");
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Enter");
  await expect(said(page).locator("b")).toHaveText("1.49 m");
  await page.keyboard.press("ArrowUp");
  await expect(said(page).locator("b")).toHaveText("0.1 m · 1.59 m in all");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await expect(said(page).locator("b")).toHaveText("Set the first point");
  // From one of the stand's corners to the next.
  await page.keyboard.press("s");
  await page.keyboard.press("Enter");
  const place = await said(page).locator("small").textContent();
  const toTheOther = place?.startsWith("at 0,") ? "ArrowRight" : "ArrowLeft";
  for (let metre = 0; metre < width - 0.5; metre += 1) await page.keyboard.press(`Shift+${toTheOther}`);
  await page.keyboard.press("s");
  await page.keyboard.press("Enter");
  await expect(said(page).locator("b")).toHaveText(`${width} m`);
  await page.keyboard.press("Escape");
  await expect(tape(page)).toHaveCount(0);
  await expect(button(page, "Measure")).toBeFocused();
  // In 3D nothing is measured.
  await page.keyboard.press("Enter");
  await expect(tape(page)).toBeFocused();
  await button(page, "3D").click();
  await expect(tape(page)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.locator(".placing")).toHaveCount(0);
});

test("of a model that is not on the device only its name is told", async ({ page, request }) => {
  const { id } = stand((await demoVenue(request)).bundle);
  await open(page, id);
  const gone = { id: "model-1", kind: "model", model: "gone", name: "Gone", at: [1, 1], size_m: [1, 1, 1] };
  const design = { format: "fairway-placement/1", stand: id, parts: [gone] };
  await page.locator(".placing input[type=file]").setInputFiles({
    name: "design.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(design)),
  });
  await page.locator('section[aria-labelledby="placing-parts"]').getByRole("button", { name: "Gone" }).click();
  await button(page, "Measure").click();
  await expect(page.locator(".placing .reading p > small")).toHaveText("Gone");
});

test("lengths are the same where more is shown around the stand", async ({ page, request }) => {
  const { id, width } = stand((await demoVenue(request)).bundle);
  await open(page, id);
  const drawing = page.locator(".placing .drawing");
  const frame = await drawing.getAttribute("viewBox");
  await page.getByRole("switch").check();
  await expect(drawing).not.toHaveAttribute("viewBox", frame ?? "");
  await button(page, "Measure").click();
  await tap(page, drawing, [0, 0], 2);
  await tap(page, drawing, [width, 0], 2);
  await expect(said(page).locator("b")).toHaveText(`${width} m`);
});

const box = (x: number, y: number, width: number, depth: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + depth],
  [x, y + depth],
];

test("a measure sticks to corners first, then to edges, and to nothing that is farther @desktop", () => {
  const polygons = [box(0, 0, 4, 4)];
  expect(stuck([0.1, 0.12], polygons, [], 0.2)).toEqual([0, 0]);
  expect(stuck([0.1, 2], polygons, [], 0.2)).toEqual([0, 2]);
  expect(stuck([0.1, 2], polygons, [[0.2, 2.1]], 0.2)).toEqual([0.2, 2.1]);
  expect(stuck([0.3, 2], polygons, [], 0.2)).toBeUndefined();
  // Square to the sides, and no farther than their ends.
  expect(feetOf([5, 1], polygons)).toEqual([
    [4, 0],
    [4, 1],
    [4, 4],
    [0, 1],
  ]);
});

test("what several shapes cover is what is under any of them @desktop", () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let run = 0; run < 50; run += 1) {
    const boxes = Array.from(
      { length: 1 + random(8) },
      () => [random(9), random(9), 1 + random(5), 1 + random(5)] as const,
    );
    const cells = new Set<string>();
    for (const [x, y, width, depth] of boxes) {
      for (let i = x; i < x + width; i += 1) for (let j = y; j < y + depth; j += 1) cells.add(`${i} ${j}`);
    }
    expect(covered(boxes.map((each) => [box(...each)]))).toBeCloseTo(cells.size, 6);
  }
  const hole = box(1, 1, 2, 2).toReversed();
  expect(covered([[box(0, 0, 4, 4), hole]])).toBeCloseTo(12, 6);
  expect(covered([[box(0, 0, 4, 4), hole], [box(1, 1, 1, 1)]])).toBeCloseTo(13, 6);
  // A square on its corner, and the star of eight points that it makes with one that lies flat.
  const diamond: Point[] = [
    [0, 1],
    [1, 0],
    [2, 1],
    [1, 2],
  ];
  expect(covered([[diamond]])).toBeCloseTo(2, 6);
  const half = Math.SQRT1_2;
  const flat = box(1 - half, 1 - half, 2 * half, 2 * half);
  expect(covered([[diamond], [flat]])).toBeCloseTo(8 - 4 * Math.SQRT2, 4);
});
