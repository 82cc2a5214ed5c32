// A building that none of us made: the shopping centre from OpenStreetMap's indoor data, imported, built and opened beside the demo.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../web/serve.mjs";
import { expect, test } from "./support.ts";

const DATA = process.env.FAIRWAY_SHARED_DATA ?? "../shared/data";
const FILE = join(DATA, "osm-indoor", "caserne.geojson");
const SITE = "build/shopping-centre";

/** Runs Fairway's command line. */
function fairway(...args: string[]): void {
  execFileSync("cargo", ["run", "--quiet", "--locked", "--release", "--bin", "fairway", "--", ...args]);
}

/** dist/ with the imported building as its only venue. */
function buildSite(): void {
  rmSync(SITE, { recursive: true, force: true });
  mkdirSync(SITE, { recursive: true });
  fairway("import", "osm-indoor", FILE, "--out", `${SITE}-venue/caserne`);
  cpSync("dist", SITE, { recursive: true, filter: (path) => !path.startsWith(join("dist", "venues")) });
  fairway("build", `${SITE}-venue/caserne`, "--out", `${SITE}/venues`);
}

test.describe("the shopping centre", () => {
  test.skip(!existsSync(FILE), `${FILE} is not here`);

  let site: Awaited<ReturnType<typeof serve>>;

  test.beforeAll(async () => {
    buildSite();
    site = await serve({ dir: SITE, port: 0 });
  });

  test.afterAll(() => site.close());

  test("is found in, shown and walked through, from Monoprix below to Decathlon above", async ({ page }) => {
    await page.goto(`${site.url}?view=2d&lang=en`);
    await page.getByRole("combobox", { name: "Search" }).fill("decathlon");
    const shops = page.getByRole("group", { name: "Shops" });
    await shops.getByRole("option", { name: "Decathlon" }).filter({ hasText: "Level 1" }).first().click();
    await expect(page.getByRole("heading", { name: "Decathlon" })).toBeVisible();
    await page.getByRole("button", { name: "Route here" }).click();
    await page.getByRole("combobox", { name: "From" }).fill("monoprix");
    await page.getByRole("option", { name: "Monoprix" }).filter({ hasText: "−1" }).first().click();

    const steps = page.getByRole("list", { name: "Directions" }).getByRole("listitem");
    await expect(steps.first()).toContainText("Monoprix");
    await page.getByRole("radio", { name: "Step-free" }).check();
    await expect(steps.filter({ hasText: "lift" }).first()).toBeVisible();
    await expect(steps.filter({ hasText: "stairs" })).toHaveCount(0);
    await expect(steps.last()).toContainText("Decathlon");
  });

  test("comes in 3D @desktop", async ({ page }) => {
    await page.goto(`${site.url}?view=3d&lang=en`);
    await page.waitForFunction(() => performance.getEntriesByName("stage-complete").length > 0, undefined, {
      timeout: 90_000,
    });
    await expect(page.getByRole("button", { name: "2D" })).toBeVisible();
  });
});
