// The built stage itself, in the page.
import type { Page } from "@playwright/test";
import { slowLink } from "../../benches/link/slow.mjs";
import { expect, settled, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

/** Software rendering takes its time. */
const FIRST_FRAME_MS = 90_000;

const smallPlan = (page: Page) => page.getByRole("button", { name: "Show where you are on the 2D plan" });
/** It shows where the camera is, so the camera rests when it does. */
const pictureOf = (page: Page) =>
  smallPlan(page)
    .locator("canvas")
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

test("3D comes by itself, with the chosen booth, and goes on request", async ({ page, request, faults }) => {
  const { booth } = await demoVenue(request);
  await page.goto(`./?place=${booth}`);
  await expect(page.getByRole("button", { name: "Route here" })).toBeVisible();
  const to2d = page.getByRole("button", { name: "Show the 2D plan" });
  await expect(to2d).toBeVisible({ timeout: FIRST_FRAME_MS });
  await expect(page.getByRole("button", { name: "Walk around" })).toBeVisible();
  await expect(page.locator(".notice")).toHaveCount(0);
  await to2d.click();
  await expect(page.getByRole("button", { name: "Show in 3D" })).toBeVisible();
  expect(faults).toEqual([]);
});

for (const kind of ["kiosks", "openings", "amenities"] as const) {
  test(`a place among ${kind} is looked at @desktop`, async ({ page, request }) => {
    const warnings: string[] = [];
    page.on("console", (message) => warnings.push(message.text()));
    const { bundle } = await demoVenue(request);
    const place = bundle.layout[kind].find((each) => "name" in each || kind === "amenities");
    // It is there at once.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`./?view=3d&place=${place?.id ?? ""}`);
    await expect(page.getByRole("button", { name: "Walk around" })).toBeVisible({ timeout: FIRST_FRAME_MS });
    const map = page.getByRole("application", { name: "Map" });
    const height = () => Number(new URL(page.url()).searchParams.get("pose")?.split(",")[2]);
    await map.focus();
    await page.keyboard.press("+");
    // All of the venue is seen from farther away.
    await expect.poll(height).toBeLessThan(60);
    expect(warnings.filter((text) => text.includes("not understand"))).toEqual([]);
  });
}

test("a walk begins at eye level and is steered by buttons @desktop", async ({ page }) => {
  await page.goto("./?view=3d");
  await page.getByRole("button", { name: "Walk around" }).click({ timeout: FIRST_FRAME_MS });
  const forward = page.getByRole("button", { name: "Forward" });
  await expect(forward).toBeVisible();
  await forward.focus();
  await page.keyboard.down("Enter");
  await page.waitForTimeout(1500);
  await page.keyboard.up("Enter");
  // Where one stands is in the address, at a person's height.
  await expect(page).toHaveURL(/pose=[-\d.]+,[-\d.]+,1\.\d,/);
});

test("the keyboard alone moves, zooms and comes home @desktop", async ({ page }) => {
  await page.goto("./?view=3d");
  await expect(page.getByRole("button", { name: "Walk around" })).toBeVisible({ timeout: FIRST_FRAME_MS });
  const map = page.getByRole("application", { name: "Map" });
  await map.focus();
  await page.keyboard.press("+");
  await expect(page).toHaveURL(/pose=/);
  const pose = () => new URL(page.url()).searchParams.get("pose");
  const zoomed = pose();
  await page.keyboard.down("ArrowUp");
  await page.waitForTimeout(600);
  await page.keyboard.up("ArrowUp");
  await expect.poll(pose).not.toBe(zoomed);
  await page.keyboard.press("Tab");
  await expect(map).not.toBeFocused();
});

test("two fingers pinch, and the camera comes nearer @phone", async ({ page }) => {
  await page.goto("./?view=3d");
  await expect(page.getByRole("button", { name: "Walk around" })).toBeVisible({ timeout: FIRST_FRAME_MS });
  const touch = await page.context().newCDPSession(page);
  const fingers = (apart: number) => [
    { x: 195 - apart, y: 200, id: 0 },
    { x: 195 + apart, y: 200, id: 1 },
  ];
  const send = (type: "touchStart" | "touchMove" | "touchEnd", apart?: number) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: apart === undefined ? [] : fingers(apart) });
  const height = () => Number(new URL(page.url()).searchParams.get("pose")?.split(",")[2]);
  const pinch = async (from: number, to: number) => {
    await send("touchStart", from);
    for (let step = 1; step <= 8; step++) await send("touchMove", from + ((to - from) * step) / 8);
    await send("touchEnd");
  };
  await pinch(60, 70);
  await expect.poll(height).toBeGreaterThan(0);
  const before = height();
  await pinch(30, 120);
  await expect.poll(height).toBeLessThan(before * 0.7);
});

test("a route is walked to its end @desktop", async ({ page, request }) => {
  const { bundle } = await demoVenue(request);
  const [from, to] = bundle.layout.booths;
  await page.goto(`./?view=3d&from=${from?.id}&to=${to?.id}`);
  await page.getByRole("button", { name: "Walk it in 3D" }).click({ timeout: FIRST_FRAME_MS });
  await expect(page.getByText("You have arrived.")).toBeVisible({ timeout: FIRST_FRAME_MS });
});

test("a walk along a route can be paused and hurried @desktop", async ({ page, request }) => {
  const { bundle, entrance } = await demoVenue(request);
  const far = bundle.layout.booths.at(-1);
  await page.goto(`./?view=3d&lang=en&from=${entrance.id}&to=${far?.id}`);
  await page.getByRole("button", { name: "Walk it in 3D" }).click({ timeout: FIRST_FRAME_MS });
  await page.getByRole("button", { name: "Pause" }).click({ timeout: FIRST_FRAME_MS });
  await page.getByRole("button", { name: "Go on" }).click();
  const quick = page.getByRole("button", { name: "4× the usual speed" });
  await quick.click();
  await expect(quick).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("You have arrived.")).toBeVisible({ timeout: FIRST_FRAME_MS });
});

test("an escalator carries who walks into it to the other level, and the page goes along @desktop", async ({
  page,
  request,
}) => {
  const { bundle } = await demoVenue(request);
  const { connectors, levels } = bundle.layout;
  const [foot, head] = connectors.find(({ kind, direction }) => kind === "escalator" && direction === "up")!.ends;
  const [dx, dy] = [head!.point[0] - foot!.point[0], head!.point[1] - foot!.point[1]];
  const away = 8 / Math.hypot(dx, dy);
  const heading = (Math.atan2(dx, dy) * 180) / Math.PI;
  const from = [foot!.point[0] - dx * away, foot!.point[1] - dy * away];
  // From there one looks at the floor 6 m ahead.
  await page.goto(`./?view=3d&lang=en&pose=${from.join(",")},2.2,${heading},20`);
  await expect(smallPlan(page)).toBeVisible({ timeout: FIRST_FRAME_MS });
  await settled(() => pictureOf(page));
  await page.getByRole("button", { name: "Walk around" }).click();
  const level = page.getByRole("group", { name: "Level" });
  const upper = levels.findIndex(({ id }) => id === head!.level);
  const onUpper = level.getByRole("button").nth(levels.length - 1 - upper);
  await expect(onUpper).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("application", { name: "Map" }).focus();
  await page.keyboard.down("ArrowUp");
  await expect(onUpper).toHaveAttribute("aria-pressed", "true", { timeout: FIRST_FRAME_MS });
  // It carries by itself.
  await page.keyboard.up("ArrowUp");
  await expect(page).toHaveURL(new RegExp(`level=${head!.level}.*pose=[-\\d.]+,[-\\d.]+,9\\.\\d,`), {
    timeout: FIRST_FRAME_MS,
  });
});

test("who walks sees where on a small plan, which leads to the 2D plan", async ({ page, request }) => {
  const { bundle, hall } = await demoVenue(request);
  const booth = bundle.layout.booths.find(({ unit }) => unit === hall.id)!;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./?view=3d&lang=en");
  const walk = page.getByRole("button", { name: "Walk around" });
  await expect(walk).toBeVisible({ timeout: FIRST_FRAME_MS });
  await expect(smallPlan(page)).toBeHidden();
  await page.goto(`./?view=3d&lang=en&pose=${booth.footprint[0]!.join(",")},2.2,0,20`);
  await expect(smallPlan(page)).toBeVisible({ timeout: FIRST_FRAME_MS });
  await walk.click();
  await expect(page.getByRole("button", { name: "Turn left" })).toBeVisible();
  const before = await settled(() => pictureOf(page));
  await page.getByRole("button", { name: "Turn left" }).focus();
  await page.keyboard.down("Enter");
  await expect.poll(() => pictureOf(page)).not.toBe(before);
  await page.keyboard.up("Enter");
  const row = page.getByRole("navigation", { name: "Halls" });
  await expect(row.getByRole("button", { name: hall.name.en })).toHaveAttribute("aria-current", "true");
  await smallPlan(page).click();
  await expect(page.getByRole("button", { name: "Show in 3D" })).toBeVisible();
  await expect(page).toHaveURL(/view=2d.*pose=[-\d.]+,[-\d.]+,60$/);
  await expect(smallPlan(page)).toBeHidden();
});

test("over a slow link nothing of the stage comes before the guide is usable @desktop", async ({
  page,
  serveBelow,
}) => {
  const site = new URL(await serveBelow("/"));
  const link = await slowLink(Number(site.port), { bitsPerSecond: 1_600_000, roundTripMs: 150 });
  const asked: string[] = [];
  page.on("request", (each) => asked.push(each.url()));
  await page.goto(`http://127.0.0.1:${link.port}/?lang=en&view=3d`);
  await page.waitForFunction(() => performance.getEntriesByName("guide-usable").length > 0);
  const before = asked.filter((url) => url.includes("guide_bg.wasm") || url.includes("stage_bg.wasm"));
  expect(before.map((url) => /\w+_bg/.exec(url)?.[0])).toEqual(["guide_bg"]);
  await expect.poll(() => asked.some((url) => url.includes("stage_bg.wasm"))).toBe(true);
  link.close();
});
