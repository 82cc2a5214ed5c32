// What a finger on the map means: once, twice, for long. The stage tells the test what the page asks of it.
import type { Page } from "@playwright/test";
import { stubStage } from "./stubs.ts";
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

type Command = { type: string; peek?: boolean; visitors?: boolean };

/** What a stage is told from here on; each pick is answered with that place. */
async function listeningStage(page: Page, place: string): Promise<Command[]> {
  const told: Command[] = [];
  page.on("console", (message) => {
    const [mark, json] = message.text().split("told ");
    if (mark === "" && json) told.push(JSON.parse(json) as Command);
  });
  await stubStage(page, {
    handle: `console.log("told " + JSON.stringify(command));
      if (command.type === "pick")
        this.events.push({ type: "picked", place: "${place}", at: command.at, peek: command.peek });`,
  });
  await page.goto("./?view=3d&lang=en");
  await expect(page.getByRole("button", { name: "Show the 2D plan" })).toBeVisible();
  await page.waitForTimeout(500);
  told.length = 0;
  return told;
}

const of = (told: Command[], ...types: string[]) => told.filter(({ type }) => types.includes(type));

async function spot(page: Page): Promise<[number, number]> {
  const box = (await page.locator("#map").boundingBox())!;
  return [box.x + box.width * 0.4, box.y + box.height * 0.35];
}

test("a tap on the stage opens the card, and the camera goes there", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  const told = await listeningStage(page, booth);
  await page.mouse.click(...(await spot(page)));
  await expect(page).toHaveURL(new RegExp(`place=${booth}`));
  await expect.poll(() => of(told, "look_at")).toHaveLength(1);
  expect(of(told, "pick")).toMatchObject([{ peek: false }]);
});

test("a double tap comes nearer, and chooses nothing", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  const told = await listeningStage(page, booth);
  await page.mouse.dblclick(...(await spot(page)));
  await page.waitForTimeout(800);
  expect(of(told, "zoom", "pick", "look_at")).toMatchObject([{ type: "zoom", factor: 2 }]);
  await expect(page).not.toHaveURL(/place=/);
});

test("a long press opens the card, and the camera stays", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  const told = await listeningStage(page, booth);
  await page.mouse.move(...(await spot(page)));
  await page.mouse.down();
  await expect(page).toHaveURL(new RegExp(`place=${booth}`));
  await page.mouse.up();
  await expect(page.getByRole("button", { name: "Route here" })).toBeVisible();
  await page.waitForTimeout(800);
  expect(of(told, "zoom", "pick", "look_at")).toMatchObject([{ type: "pick", peek: true }]);
});

test("a long press on the plan opens what is there, and the plan stays", async ({ page, request }) => {
  const { bundle } = await demoVenue(request);
  const size = (points: [number, number][]) => {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)] as const;
  };
  const area = (points: [number, number][]) => {
    const [left, right, bottom, top] = size(points);
    return (right - left) * (top - bottom);
  };
  const large = bundle.layout.booths.toSorted((a, b) => area(b.footprint) - area(a.footprint))[0]!;
  const [left, right, bottom, top] = size(large.footprint);
  const pose = `pose=${(left + right) / 2},${(bottom + top) / 2},30`;
  await page.goto(`./?view=2d&lang=en&${pose}`);
  await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
  await page.waitForTimeout(1000);
  const [x, y] = await spot(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await expect(page).toHaveURL(/(place|hall)=/);
  await page.mouse.up();
  const chosen = page.url();
  await page.waitForTimeout(1000);
  expect(page.url()).toBe(chosen);
  expect(chosen).toContain(pose);
});

test("visitors in the halls can be left out, and stay so", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  const told = await listeningStage(page, booth);
  await page.getByRole("button", { name: "Settings" }).click();
  const shown = page.getByRole("switch", { name: "Show visitors in the halls" });
  await expect(shown).toBeChecked();
  await shown.uncheck();
  await expect.poll(() => of(told, "set_appearance")).toMatchObject([{ visitors: false }]);
  told.length = 0;
  await page.reload();
  await expect.poll(() => of(told, "set_appearance")).toMatchObject([{ visitors: false }]);
  await page.getByRole("button", { name: "Settings" }).click();
  await expect(shown).not.toBeChecked();
});
