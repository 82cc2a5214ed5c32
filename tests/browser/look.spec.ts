// A stand's design in 3D: seen in its hall from several places, moved there, marked, pictured; and a link leads to the same view.
import { readFileSync } from "node:fs";
import axe from "axe-core";
import type { Page } from "@playwright/test";
import { printed } from "./models.ts";
import { expect, test } from "./support.ts";
import { type Bundle, demoVenue } from "./venue.ts";

const WORDS = {
  en: { space: "3D", plan: "Plan", aisle: "From the aisle", above: "From above", picture: "Picture of this view" },
  "zh-Hans": { space: "三维", plan: "平面", aisle: "从通道看", above: "俯视", picture: "当前视图截图" },
} as const;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const sight = (page: Page) => page.locator(".placing .sight");

/** A stand that stands alone, with room for something. */
function island({ layout }: Bundle): string {
  const wide = ({ footprint: [a = [0, 0], b = [0, 0]] }: Bundle["layout"]["booths"][number]) =>
    Math.hypot(b[0] - a[0], b[1] - a[1]);
  const stand = layout.booths.find((booth) => wide(booth) > 5 && wide(booth) < 10);
  if (!stand) throw new Error("the demo venue has no stand of that size");
  return stand.id;
}

async function open(page: Page, stand: string, language: keyof typeof WORDS, look = ""): Promise<void> {
  await page.goto(`./?view=2d&lang=${language}&design=${stand}${look && `&look=${look}`}`);
  await expect(page.locator(look ? ".placing .sight canvas" : ".placing .drawing")).toBeVisible();
}

/** The hall is drawn, and the camera has come to rest. */
async function seen(page: Page): Promise<void> {
  await expect(page.locator(".placing .sight canvas")).toBeVisible();
  await expect(page.locator(".placing .standpoints [role=status]")).toHaveCount(0, { timeout: 60_000 });
  await page.waitForTimeout(2_500);
}

async function pictured(page: Page, name: string): Promise<Buffer> {
  const arrived = page.waitForEvent("download");
  await button(page, name).click();
  const download = await arrived;
  expect(download.suggestedFilename()).toMatch(/^stand-.*\.png$/);
  const file = readFileSync(await download.path());
  expect(file.subarray(1, 4).toString()).toBe("PNG");
  return file;
}

for (const [language, words] of Object.entries(WORDS) as [keyof typeof WORDS, (typeof WORDS)["en"]][]) {
  test(`a design is seen in its hall, and a link leads there again, in ${language}`, async ({
    page,
    request,
    faults,
  }) => {
    const { bundle } = await demoVenue(request);
    const stand = island(bundle);
    await open(page, stand, language);
    await pictured(page, words.picture);
    await button(page, words.space).click();
    await expect(page).toHaveURL(/look=3d/);
    await seen(page);
    const round = await pictured(page, words.picture);
    await button(page, words.above).click();
    await expect(page).toHaveURL(/look=above/);
    await seen(page);
    expect(await pictured(page, words.picture)).not.toEqual(round);

    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);

    await button(page, words.aisle).click();
    await expect(page).toHaveURL(/look=aisle/);
    await page.reload();
    await seen(page);
    await expect(button(page, words.aisle)).toHaveAttribute("aria-pressed", "true");
    await button(page, words.plan).click();
    await expect(page.locator(".placing .drawing")).toBeVisible();
    await expect(page).not.toHaveURL(/look=/);
    expect(faults).toEqual([]);
  });
}

test("a part is moved in 3D by hand and by keys, as in the plan", async ({ page, request, faults }) => {
  const { bundle } = await demoVenue(request);
  await open(page, island(bundle), "en");
  await button(page, "Tower").click();
  await button(page, "3D").click();
  await button(page, "From above").click();
  await seen(page);
  const row = page.locator('.placing section[aria-labelledby="placing-parts"] li').first();
  const before = (await row.locator("small").textContent()) ?? "";
  const box = await sight(page).boundingBox();
  if (!box) throw new Error("nothing is seen");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const by of [4, 20, 40, 60]) {
    await page.mouse.move(x + by, y);
    await page.waitForTimeout(200);
  }
  await page.mouse.up();
  await expect(row.locator("small")).not.toHaveText(before);
  await button(page, "Undo").click();
  await expect(row.locator("small")).toHaveText(before);
  await sight(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(row.locator("small")).not.toHaveText(before);
  expect(faults).toEqual([]);
});

/** How much of a picture is strong red, and strong blue. */
const redAndBlue = (page: Page, file: Buffer): Promise<[number, number]> =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    context?.drawImage(picture, 0, 0);
    const { data = [] } = context?.getImageData(0, 0, picture.width, picture.height) ?? {};
    let [red, blue] = [0, 0];
    for (let i = 0; i < data.length; i += 4) {
      const [r = 0, g = 0, b = 0] = [data[i], data[i + 1], data[i + 2]];
      if (r > 180 && g < 60 && b < 60) red += 1;
      if (b > 180 && g < 60 && r < 60) blue += 1;
    }
    return [red / (data.length / 4), blue / (data.length / 4)];
  }, file.toString("base64"));

test("an own model is seen with its picture, and again after a reload", async ({ page, request, faults }) => {
  const { bundle } = await demoVenue(request);
  await open(page, island(bundle), "en");
  await page
    .locator(".placing input[type=file]")
    .setInputFiles({ name: "Two halves.glb", mimeType: "", buffer: printed() });
  await expect(page.locator('[data-part="model-1"] .shape')).toHaveAttribute("d", /^M/);
  await button(page, "3D").click();
  for (const again of [false, true]) {
    if (again) await page.reload();
    await seen(page);
    const shares = async () => redAndBlue(page, await pictured(page, "Picture of this view"));
    await expect.poll(async () => Math.min(...(await shares())), { timeout: 30_000 }).toBeGreaterThan(0.003);
  }
  expect(faults).toEqual([]);
});

test("a picture that is asked for while the hall is opened is taken once it is seen", async ({ page, request }) => {
  const { bundle } = await demoVenue(request);
  let go = () => {};
  const asked = new Promise<void>((resolve) => (go = resolve));
  await page.route(/stage_bg\.wasm/, async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto(`./?view=2d&lang=en&design=${island(bundle)}&look=3d`);
  await expect(page.locator(".placing .standpoints [role=status]")).toBeVisible();
  const arrived = page.waitForEvent("download");
  await button(page, "Picture of this view").click();
  go();
  expect((await arrived).suggestedFilename()).toMatch(/^stand-.*\.png$/);
});

test("a view in 3D that dies is followed by another, with the design", async ({ page, request }) => {
  const { bundle } = await demoVenue(request);
  await open(page, island(bundle), "en", "3d");
  await seen(page);
  const worker = page.workers().find((each) => each.url().includes("look-worker"));
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error("a fault");
    });
  });
  await expect(page.locator(".placing .standpoints [role=status]")).toBeVisible();
  await seen(page);
  await button(page, "Wall").click();
  await pictured(page, "Picture of this view");
  expect(worker).toBeDefined();
});
