// What is closed now, from the file that the organiser changes.
import type { Page } from "@playwright/test";
import { expect, saveBefore, test } from "./support.ts";
import { type Demo, demoVenue } from "./venue.ts";

/** Holds the live file back until the test wants it to come. */
async function heldLive(page: Page): Promise<(closures: unknown[]) => void> {
  let release: (closures: unknown[]) => void = () => {};
  const held = new Promise<unknown[]>((resolve) => (release = resolve));
  await page.route(/\/live\.json$/, async (route) => {
    await route.fulfill({ json: { format: "fairway-live/1", closures: await held } });
  });
  return release;
}

/** What holds from the beginning. */
async function live(page: Page, what: object): Promise<void> {
  await page.route(/\/live\.json$/, (route) => route.fulfill({ json: { format: "fairway-live/1", ...what } }));
}

/** The first door with a name that the directions lead through. */
async function doorOf(page: Page, { bundle }: Demo): Promise<{ id: string; name: string }> {
  const text = await page.getByRole("list", { name: "Directions" }).innerText();
  const door = bundle.layout.openings.find(({ name }) => name && text.includes(`through ${name.en} `));
  if (!door?.name) throw new Error("the route leads through no door with a name");
  return { id: door.id, name: door.name.en };
}

/** Moves the map to the east by a step. The answer is where its middle is then. */
async function movedEast(page: Page): Promise<number> {
  const pose = () => new URL(page.url()).searchParams.get("pose");
  const before = pose();
  await page.getByRole("application", { name: "Map" }).press("ArrowRight");
  await expect.poll(pose).not.toBe(before);
  return Number(pose()?.split(",")[0]);
}

test("a route that a closure hits is replaced, with the reason and the price", async ({ page, request }) => {
  const demo = await demoVenue(request);
  const release = await heldLive(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`./?view=2d&lang=en&from=${demo.entrance.id}&to=${demo.booth}`);
  const directions = page.getByRole("list", { name: "Directions" });
  await expect(directions).toBeVisible();
  const door = await doorOf(page, demo);
  for (let step = 0; step < 5; step++) await movedEast(page);
  const away = await movedEast(page);
  release([{ what: { place: door.id } }]);
  const told = page.locator(".hint-line");
  await expect(told).toContainText("Detour");
  await expect(told).toContainText(door.name);
  await expect(directions).not.toContainText(`through ${door.name} `);
  // The map looks there with its next frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  expect(await movedEast(page), "the map came back to the way, which is another now").toBeLessThan(away);
});

test("where every door is closed, what is closed is said", async ({ page, request }) => {
  const demo = await demoVenue(request);
  const release = await heldLive(page);
  await page.goto(`./?view=2d&lang=en&from=${demo.entrance.id}&to=${demo.booth}`);
  await expect(page.getByRole("list", { name: "Directions" })).toBeVisible();
  const hall = demo.bundle.layout.booths.find(({ id }) => id === demo.booth)?.unit;
  release([{ what: { place: hall }, reason: { en: "fire drill", "zh-Hans": "消防演习" } }]);
  await expect(page.getByRole("alert")).toContainText("closed");
});

test("an announcement is told in the page’s language until it is put away", async ({ page }) => {
  await live(page, { announcements: [{ text: { en: "Shuttles leave at six.", "zh-Hans": "接驳巴士六点发车。" } }] });
  await page.goto("./?view=2d&lang=zh-Hans");
  await expect(page.getByText("接驳巴士六点发车。")).toBeVisible();
  await page.getByRole("button", { name: "知道了" }).click();
  await expect(page.getByText("接驳巴士六点发车。")).toBeHidden();
});

test("an announcement that is over, or not yet on, is not told", async ({ page }) => {
  const text = (en: string) => ({ en });
  await live(page, {
    announcements: [
      { text: text("Long ago"), until: "2020-01-01T10:00" },
      { text: text("Not yet"), from: "2120-01-01T10:00" },
      { text: text("Right now") },
    ],
  });
  await page.goto("./?view=2d&lang=en");
  await expect(page.getByText("Right now")).toBeVisible();
  await expect(page.getByText(/Long ago|Not yet/)).toHaveCount(0);
});

test("who wants a session is told what became of it, and the day goes on without it", async ({ page, request }) => {
  const { id, bundle, booth } = await demoVenue(request);
  const [first, second] = bundle.programme.sessions;
  if (!first || !second) throw new Error("the demo has no two sessions");
  await live(page, {
    sessions: [
      { session: first.id, cancelled: true, reason: { en: "the speaker is ill" } },
      { session: second.id, room: first.room },
    ],
  });
  await saveBefore(page, id, [second.id]);
  const [date] = first.start.split("T");
  await page.goto(`./?view=2d&lang=en&panel=day&stops=${booth},${first.id}&depart=${date}T09:00`);
  await expect(page.getByText(`Cancelled: ${first.title.en} (the speaker is ill)`)).toBeVisible();
  const room = bundle.layout.units.find(({ id: unit }) => unit === first.room);
  await expect(page.getByText(`Changed: ${second.title.en} is now on`)).toContainText(room?.name.en ?? "");
  const visits = page.getByRole("list", { name: "Stops in their order" });
  await expect(visits.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Session", exact: true }).last().click();
  await expect(page.getByRole("heading", { name: second.title.en })).toBeVisible();
  await expect(page.getByText("Changed", { exact: true })).toBeVisible();
});
