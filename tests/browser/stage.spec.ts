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
