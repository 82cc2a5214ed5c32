// How a screen for anyone does, for who looks after it.
import type { Page } from "@playwright/test";
import { expect, test } from "./support.ts";
import type { Bundle } from "./venue.ts";

const CODE = "4711";
/** Longer than a person is waited for, and asked. */
const GONE_MS = 76_000;

/** The demo venue, whose first kiosk behaves so. */
async function withManner(page: Page, manner: object): Promise<void> {
  await page.route(/venue\.json/, async (route) => {
    const response = await route.fetch();
    const bundle = (await response.json()) as Bundle & { layout: { kiosks: { manner?: object }[] } };
    for (const kiosk of bundle.layout.kiosks) kiosk.manner = manner;
    await route.fulfill({ response, json: bundle });
  });
}

async function holdCorner(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /Touch to begin/ })).toBeVisible();
  await page.mouse.move(20, 20);
  await page.mouse.down();
  await page.clock.fastForward(3100);
  await page.mouse.up();
}

async function type(page: Page, code: string): Promise<void> {
  const panel = page.getByRole("dialog", { name: "How this screen does" });
  for (const digit of code) await panel.getByRole("button", { name: digit, exact: true }).click();
}

test.beforeEach(({ page }) => page.clock.install());

test("behind a held corner and a code: version, mends, memory and numbers @desktop", async ({ page }) => {
  await withManner(page, { languages: ["en"], health_code: CODE });
  await page.goto("./?view=2d&kiosk=kiosk-1");
  await holdCorner(page);
  await type(page, CODE);
  await page.clock.runFor(2000);
  const panel = page.getByRole("dialog", { name: "How this screen does" });
  for (const name of [
    "version",
    "up_s",
    "mends",
    "visits",
    "searches",
    "frame_ms",
    "heap_mb",
    "storage_mb",
    "live_at",
  ]) {
    await expect(panel.getByRole("term").filter({ hasText: new RegExp(`^${name}$`) })).toBeVisible();
  }
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toHaveCount(0);
  // Holding the corner was nobody's visit.
  await expect(page.getByRole("button", { name: /Touch to begin/ })).toBeVisible();
});

test("three wrong codes close it for a minute @desktop", async ({ page }) => {
  await withManner(page, { languages: ["en"], health_code: CODE });
  await page.goto("./?view=2d&kiosk=kiosk-1");
  const panel = page.getByRole("dialog", { name: "How this screen does" });
  await holdCorner(page);
  for (const code of ["0000", "1234", "4712"]) await type(page, code);
  await expect(panel).toHaveCount(0);
  await holdCorner(page);
  await expect(panel).toHaveCount(0);
  await page.clock.fastForward(61_000);
  await holdCorner(page);
  await expect(panel).toBeVisible();
});

test("left alone with half a code, it closes @desktop", async ({ page, faults }) => {
  await withManner(page, { languages: ["en"], health_code: CODE });
  await page.goto("./?view=2d&kiosk=kiosk-1");
  await holdCorner(page);
  await type(page, CODE.slice(0, 2));
  await page.clock.fastForward(GONE_MS);
  await expect(page.getByRole("dialog", { name: "How this screen does" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Touch to begin/ })).toBeVisible();
  expect(faults).toEqual([]);
});

test("without a code there is no such page @desktop", async ({ page }) => {
  await withManner(page, { languages: ["en"] });
  await page.goto("./?view=2d&kiosk=kiosk-1");
  await holdCorner(page);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("who looks after it is told, and of people numbers alone @desktop", async ({ page }) => {
  await withManner(page, { languages: ["en"], health_url: "/kiosks/health" });
  const told = page.waitForRequest(/kiosks\/health/);
  await page.route(/kiosks\/health/, (route) => route.fulfill({ status: 204 }));
  await page.goto("./?view=2d&kiosk=kiosk-1");
  await page.getByRole("button", { name: /Touch to begin/ }).click();
  await page.getByRole("combobox", { name: "Search" }).fill("robot");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.clock.fastForward(15 * 60_000);
  await page.clock.runFor(2000);
  const request = await told;
  expect(request.method()).toBe("POST");
  const health = request.postDataJSON() as Record<string, unknown>;
  expect(health).toMatchObject({ kiosk: "kiosk-1", visits: 1, mends: {} });
  expect(Number(health.searches)).toBeGreaterThan(0);
  expect(JSON.stringify(health)).not.toContain("robot");
});
