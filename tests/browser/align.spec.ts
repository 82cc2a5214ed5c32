// Several parts of a design: brought in line with each other, and the same gaps between them.
import type { Page } from "@playwright/test";
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

interface Kept {
  id: string;
  at: [number, number];
  size_m?: [number, number, number];
  turn_deg?: number;
  locked?: boolean;
}

const WORDS = {
  en: { title: "Align", left: "Left", top: "Top", gaps: "Same gaps across", undo: "Undo" },
  "zh-Hans": { title: "对齐", left: "左对齐", top: "上对齐", gaps: "横向等距", undo: "撤销" },
} as const;

/** Counters of 1 × 0.5 m, the second a quarter turned, and a tower of 1 × 1 m. */
const PARTS: Kept[] = [
  { id: "counter-1", at: [1, 1] },
  { id: "counter-2", at: [2.5, 2], turn_deg: 90 },
  { id: "tower-1", at: [5, 3] },
];
/** The same, of which the tower stays where it is. */
const LOCKED = PARTS.map((part) => (part.id === "tower-1" ? { ...part, locked: true } : part));
const KINDS: Record<string, string> = { "counter-1": "counter", "counter-2": "counter", "tower-1": "tower" };

const section = (page: Page) => page.locator('section[aria-labelledby="placing-arrange"]');
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const tick = (page: Page, index: number) => section(page).getByRole("checkbox").nth(index);

async function open(page: Page, stand: string, language: string, parts: Kept[]): Promise<void> {
  await page.goto(`./?view=2d&lang=${language}&design=${stand}`);
  const design = {
    format: "fairway-placement/1",
    stand,
    parts: parts.map((part) => ({ ...part, kind: KINDS[part.id] })),
  };
  await page.locator(".placing input[type=file]").setInputFiles({
    name: "design.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(design)),
  });
  await expect(page.locator(".placing .drawing .part")).toHaveCount(parts.length);
}

/** Where they are, by what the device keeps. */
const places = (page: Page, stand: string) =>
  page.evaluate((suffix) => {
    const text = Object.entries(localStorage).find(([key]) => key.endsWith(suffix))?.[1] as string | undefined;
    return (JSON.parse(text ?? '{"parts":[]}') as { parts: Kept[] }).parts.map(({ at }) => at);
  }, `.${stand}`);

/** The first counter and the locked tower are chosen, and stand on one line afterwards. */
async function goesToTheTower(page: Page, stand: string): Promise<void> {
  await expect(tick(page, 0)).toBeChecked();
  await expect(tick(page, 2)).toBeChecked();
  await button(page, "Bottom").click();
  await expect
    .poll(() => places(page, stand))
    .toEqual([
      [1, 2.75],
      [2.5, 2],
      [5, 3],
    ]);
}

for (const [language, words] of Object.entries(WORDS)) {
  test(`parts are brought in line and back, in ${language}`, async ({ page, request, faults }) => {
    const { booth } = await demoVenue(request);
    await open(page, booth, language, PARTS);
    await expect(section(page).getByRole("heading")).toHaveText(words.title);
    await expect(button(page, words.left)).toHaveCount(0);

    // By keys alone.
    await tick(page, 0).focus();
    await page.keyboard.press("Space");
    await tick(page, 1).focus();
    await page.keyboard.press("Space");
    await expect(page.locator(".placing .part.picked")).toHaveCount(2);
    await expect(button(page, words.gaps)).toHaveAttribute("aria-disabled", "true");
    await button(page, words.left).focus();
    await page.keyboard.press("Enter");
    await expect
      .poll(() => places(page, booth))
      .toEqual([
        [1, 1],
        [0.75, 2],
        [5, 3],
      ]);
    await button(page, words.undo).click();
    await expect.poll(() => places(page, booth)).toEqual(PARTS.map(({ at }) => at));

    // From 0.5 to 5.5 m lie 1 + 0.5 + 1 m of parts: 1.25 m are left for each gap.
    await tick(page, 2).check();
    await button(page, words.gaps).click();
    await expect
      .poll(() => places(page, booth))
      .toEqual([
        [1, 1],
        [3, 2],
        [5, 3],
      ]);
    await button(page, words.top).click();
    await expect
      .poll(() => places(page, booth))
      .toEqual([
        [1, 3.25],
        [3, 3],
        [5, 3],
      ]);
    expect(faults).toEqual([]);
  });
}

test("what is locked stays, and what is picked in the drawing goes to it", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await open(page, booth, "en", LOCKED);
  for (const id of ["counter-1", "tower-1"]) {
    await page.locator(`[data-part="${id}"] .shape`).click({ modifiers: ["Shift"] });
  }
  await goesToTheTower(page, booth);
  await page.locator('[data-part="counter-1"] .shape').click({ modifiers: ["Shift"] });
  await expect(tick(page, 0)).not.toBeChecked();
});

test("a finger that rests on parts chooses them, and one that goes on moves its part @phone", async ({
  page,
  context,
  request,
}) => {
  const { booth } = await demoVenue(request);
  await page.clock.install();
  await open(page, booth, "en", LOCKED);
  const session = await context.newCDPSession(page);
  const touch = async (type: "touchStart" | "touchMove", id: string, right = 0) => {
    const box = await page.locator(`[data-part="${id}"] .shape`).boundingBox();
    if (!box) throw new Error(`${id} is not drawn`);
    const finger = { x: box.x + box.width / 2 + right, y: box.y + box.height / 2 };
    await session.send("Input.dispatchTouchEvent", { type, touchPoints: [finger] });
  };
  const lift = () => session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  for (const [index, id] of ["counter-1", "tower-1"].entries()) {
    await touch("touchStart", id);
    await expect(page.locator(".placing .part.picked")).toHaveCount(index + 1);
    await lift();
  }
  await goesToTheTower(page, booth);

  await touch("touchStart", "counter-2");
  await touch("touchMove", "counter-2", 40);
  await expect.poll(async () => (await places(page, booth))[1]?.[0]).toBeGreaterThan(3);
  // It still rests there, and is chosen no more than before.
  await page.clock.runFor(1000);
  await lift();
  await expect(page.locator(".placing .part.picked")).toHaveCount(2);
});
