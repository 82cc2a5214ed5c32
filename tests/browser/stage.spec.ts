// The built stage itself, in the page.
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

/** Software rendering takes its time. */
const FIRST_FRAME_MS = 90_000;

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
