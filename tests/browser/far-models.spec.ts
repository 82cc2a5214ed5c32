// A fair that is too large to be held whole, in the built stage: the demo's halls with models for what is seen from afar. Which whole models are
// held within a budget is tested natively (src/stage/loading.rs).
import type { Page } from "@playwright/test";
import { expect, test } from "./support.ts";
import { demoVenue, type Demo } from "./venue.ts";

/** Software rendering takes its time. */
const SLOW = { timeout: 90_000 };

const wholeOf = ({ bundle, hall }: Demo) => bundle.models.find(({ units }) => units.includes(hall.id))?.file ?? "";

/** Gives each of the demo's models one from afar, which is the whole one; returns the names that are asked for, in their order. */
async function serveFar(page: Page, { bundle }: Demo): Promise<string[]> {
  const asked: string[] = [];
  const models = bundle.models.map((model) => ({ ...model, far: { ...model, file: `far.${model.file}` } }));
  await page.route(/\/venue\.json$/, (route) => route.fulfill({ json: { ...bundle, models } }));
  await page.route(/\.glb$/, async (route) => {
    const url = route.request().url();
    asked.push(url.split("/").at(-1) ?? "");
    await route.fulfill({ response: await route.fetch({ url: url.replace("/far.", "/") }) });
  });
  return asked;
}

test("a large fair is seen from afar first, and then whole @desktop", async ({ page, request }) => {
  const demo = await demoVenue(request);
  const asked = await serveFar(page, demo);
  await page.goto(`./?view=3d&lang=en&hall=${demo.hall.id}`);
  // The camera flies there first, and may want for nothing on its way.
  await expect.poll(() => asked, SLOW).toContain(wholeOf(demo));
  const far = demo.bundle.models.map(({ file }) => `far.${file}`);
  expect(asked.slice(0, far.length).toSorted()).toEqual(far.toSorted());
});

test("a hall whose whole model does not come is told, and stays as it is seen from afar @desktop", async ({
  page,
  request,
}) => {
  const demo = await demoVenue(request);
  const broken = wholeOf(demo);
  await serveFar(page, demo);
  let mended = false;
  await page.route(new RegExp(`/${broken}$`), (route) => (mended ? route.fallback() : route.abort()));
  await page.goto(`./?view=3d&lang=en&hall=${demo.hall.id}`);
  const notice = page.locator(".notice");
  await expect(notice).toContainText(`${demo.hall.name.en} cannot be shown in 3D`, SLOW);
  await expect(page.getByRole("button", { name: "Show the 2D plan" })).toBeVisible(SLOW);
  mended = true;
  const again = page.waitForResponse((response) => response.url().endsWith(`/${broken}`));
  await notice.getByRole("button", { name: "Try again" }).click();
  expect((await again).ok()).toBe(true);
  await expect(notice).toHaveCount(0);
});
