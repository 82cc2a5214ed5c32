// Whatever arrives in place of a venue or a program: a plain sentence with the next step, the rest usable, nothing blank.
import { expect, test } from "./support.ts";
import { blockStage, spoilGuide } from "./stubs.ts";
import { demoVenue } from "./venue.ts";

const VENUE = /\/venues\/[^/]+\/venue\.json/;
const HTML = "<!doctype html><title>Not found</title>";

test.describe("bad venues @desktop", () => {
  const cases: [name: string, reply: { status?: number; contentType?: string; body: string }, words: RegExp][] = [
    ["missing", { status: 404, body: HTML }, /no venue yet/],
    ["refused by the server", { status: 503, body: "" }, /could not be loaded/],
    ["HTML instead of data", { contentType: "text/html", body: HTML }, /did not arrive whole/],
    ["truncated", { body: '{"format": "fairway-venue/1", "layout": {' }, /did not arrive whole/],
    ["empty", { body: "" }, /did not arrive whole/],
    ["of an unknown format", { body: '{"format": "fairway-venue/99"}' }, /newer kind/],
  ];
  for (const [name, reply, words] of cases) {
    test(`a venue that is ${name}`, async ({ page }) => {
      let mended = false;
      await page.route(VENUE, (route) => (mended ? route.continue() : route.fulfill(reply)));
      await page.goto("./?view=2d");
      await expect(page.getByRole("alert")).toContainText(words);
      await expect(page.getByRole("combobox", { name: "Search" })).toBeVisible();
      const retry = page.getByRole("button", { name: "Try again" });
      if (!(await retry.isVisible())) return;
      mended = true;
      await retry.click();
      await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
    });
  }

  test("a venue without halls", async ({ page, request }) => {
    const { bundle } = await demoVenue(request);
    const none = {
      units: [],
      openings: [],
      connectors: [],
      amenities: [],
      fixtures: [],
      kiosks: [],
      aisles: [],
      booths: [],
    };
    const body = JSON.stringify({
      ...bundle,
      layout: { ...bundle.layout, ...none },
      exhibitors: { ...bundle.exhibitors, exhibitors: [] },
      programme: { format: "fairway-programme/1", tracks: [], sessions: [] },
    });
    await page.route(VENUE, (route) => route.fulfill({ contentType: "application/json", body }));
    await page.goto("./?view=2d");
    await expect(page.getByRole("alert")).toContainText(/no halls, rooms or other places/);
  });

  test("a venue that the site does not have", async ({ page }) => {
    await page.goto("./?view=2d&venue=atlantis");
    await expect(page.getByRole("alert")).toContainText("There is no venue “atlantis” here.");
    await page.getByRole("button", { name: "Open the site’s own venue" }).click();
    await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
  });

  test("a venue's name that is a path", async ({ page }) => {
    await page.goto("./?view=2d&venue=../../secret");
    await expect(page.getByRole("alert")).toContainText("There is no venue");
  });

  test("a site without venues", async ({ page }) => {
    await page.route(/venues\/index\.json/, (route) => route.fulfill({ contentType: "text/html", body: HTML }));
    await page.goto("./?view=2d");
    await expect(page.getByRole("alert")).toContainText("no venue yet");
  });

  test.describe("in Chinese", () => {
    test.use({ locale: "zh-CN" });
    test("says so in Chinese", async ({ page }) => {
      await page.route(VENUE, (route) => route.fulfill({ body: "" }));
      await page.goto("./?view=2d");
      await expect(page.getByRole("alert")).toContainText("场馆文件没有完整下载");
    });
  });
});

test.describe("a guide that fails @desktop", () => {
  test("once: it is started again, and the page is where it was", async ({ page, request }) => {
    const { booth, exhibitor } = await demoVenue(request);
    await blockStage(page);
    await spoilGuide(page, `if (command.search?.query === "boom") throw new Error("panicked")`);
    await page.goto(`./?place=${booth}`);
    await expect(page.getByRole("heading", { name: exhibitor.name.en })).toBeVisible();
    await page.getByRole("combobox", { name: "Search" }).fill("boom");
    await expect(page.getByRole("alert")).toContainText("could not be answered");
    await page.getByRole("combobox", { name: "Search" }).fill(exhibitor.name.en);
    await expect(page.getByRole("option").first()).toBeVisible();
  });

  test("by hanging: it is ended and started again", async ({ page }) => {
    await blockStage(page);
    await spoilGuide(page, `if (command.search?.query === "stuck") for (;;);`);
    await page.goto("./");
    await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
    await page.getByRole("combobox", { name: "Search" }).fill("stuck");
    await expect(page.getByRole("status").filter({ hasText: "starting again" })).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("could not be answered");
  });

  test("for good: the person may start it again", async ({ page }) => {
    await blockStage(page);
    let mended = false;
    await page.route(/\/guide_bg\.wasm/, (route) =>
      mended ? route.continue() : route.fulfill({ contentType: "text/html", body: HTML }),
    );
    await page.goto("./");
    await expect(page.getByText("Search and routes stopped working.")).toBeVisible();
    mended = true;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
  });
});
