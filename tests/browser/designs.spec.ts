// The designs of a stand: several, each with its past; one tab at a time; and from one device to another by a link.
import type { Page } from "@playwright/test";
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

const part = (page: Page, id: string) => page.locator(`[data-part="${id}"]`);
const said = (page: Page) => page.locator(".placing .notices");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const kept = (page: Page) => expect(page.getByText("Kept on this device")).toBeVisible();

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator(".placing .drawing")).toBeVisible();
}

const of = (booth: string) => `./?view=2d&lang=en&design=${booth}`;

test("a stand has several designs, and one that is deleted comes back", async ({ page, request, faults }) => {
  const { booth } = await demoVenue(request);
  await open(page, of(booth));
  await button(page, "Wall").click();
  await page.getByLabel("Its name").fill("Plain");
  await page.keyboard.press("Enter");
  await button(page, "New").click();
  await expect(part(page, "wall-1")).toHaveCount(0);
  await button(page, "Tower").click();
  await page.getByLabel("Its name").fill("Bold");
  await page.keyboard.press("Enter");
  const choice = page.locator(".placing select");
  await expect(choice.locator("option")).toHaveText(["Plain", "Bold"]);
  await choice.selectOption({ label: "Plain" });
  await expect(part(page, "wall-1")).toHaveCount(1);
  await expect(part(page, "tower-1")).toHaveCount(0);
  await choice.selectOption({ label: "Bold" });
  await expect(part(page, "tower-1")).toHaveCount(1);
  await kept(page);
  await page.reload();
  await expect(part(page, "tower-1")).toHaveCount(1);
  await button(page, "Delete").click();
  await expect(part(page, "wall-1")).toHaveCount(1);
  await said(page).getByRole("button", { name: "Bring it back" }).click();
  await expect(part(page, "tower-1")).toHaveCount(1);
  await expect(choice.locator("option")).toHaveText(["Plain", "Bold"]);
  expect(faults).toEqual([]);
});

test("what a design was is found again, and going back is undone", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await page.clock.install();
  await open(page, of(booth));
  await button(page, "Wall").click();
  await page.clock.runFor(1000);
  await kept(page);
  await page.clock.runFor(120_000);
  await button(page, "Tower").click();
  await page.clock.runFor(1000);
  await expect(part(page, "tower-1")).toHaveCount(1);
  await page.getByText("Earlier versions: 1").click();
  await button(page, "Restore").click();
  await expect(part(page, "tower-1")).toHaveCount(0);
  await expect(part(page, "wall-1")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(part(page, "tower-1")).toHaveCount(1);
});

test("of two tabs one edits, and the other looks on until it takes over", async ({ page, context, request }) => {
  const { booth } = await demoVenue(request);
  await open(page, of(booth));
  await button(page, "Wall").click();
  await expect(part(page, "wall-1")).toHaveCount(1);
  await kept(page);
  const other = await context.newPage();
  await open(other, of(booth));
  await expect(said(other)).toContainText("in another tab");
  await expect(other.locator(".shelf")).toHaveAttribute("inert", "");
  await button(other, "Tower").click({ force: true });
  await expect(part(other, "tower-1")).toHaveCount(0);
  await expect(button(other, "Import")).toHaveAttribute("aria-disabled", "true");
  await button(page, "Plant").click();
  await expect(part(other, "plant-1")).toHaveCount(1);
  await said(other).getByRole("button", { name: "Edit here" }).click();
  await expect(said(other)).toBeEmpty();
  await expect(said(page)).toContainText("in another tab");
  await button(other, "Tower").click();
  await expect(part(page, "tower-1")).toHaveCount(1);
  await other.close();
  await expect(said(page)).toBeEmpty();
  await button(page, "Table").click();
  await expect(part(page, "table-1")).toHaveCount(1);
});

test("a design goes to another device by its link and writes over nothing there", async ({
  page,
  browser,
  request,
}) => {
  const { booth } = await demoVenue(request);
  await open(page, of(booth));
  await button(page, "Tower").click();
  await button(page, "Share …").click();
  await expect(page.getByRole("img", { name: "Code with the link" })).toBeVisible();
  const link = await page.getByRole("textbox", { name: "Link to this design" }).inputValue();
  const context = await browser.newContext();
  const other = await context.newPage();
  await open(other, of(booth).replace("./", page.url().split("?")[0] ?? ""));
  await button(other, "Wall").click();
  await kept(other);
  await other.goto("about:blank");
  await open(other, link);
  await said(other).getByRole("button", { name: "Open it as a new design" }).click();
  await expect(part(other, "tower-1")).toHaveCount(1);
  await expect(part(other, "wall-1")).toHaveCount(0);
  await other.locator(".placing select").selectOption("1");
  await expect(part(other, "wall-1")).toHaveCount(1);
  await other.goto("about:blank");
  await open(other, link.replace(/offer=1\..{9}/, "offer=1.broken"));
  await expect(said(other)).toContainText("cannot be read");
  await context.close();
});

for (const [language, words] of Object.entries({
  en: { add: "Wall", again: "Try again", missing: "could not be loaded", measure: "Measure" },
  "zh-Hans": { add: "墙板", again: "重试", missing: "未能加载", measure: "测量" },
})) {
  test(`what comes later and does not arrive is said, and asked for again, in ${language}`, async ({
    page,
    request,
  }) => {
    const { booth } = await demoVenue(request);
    let asked = 0;
    await page.route(/extras\.js/, (route) => {
      asked += 1;
      return route.abort("internetdisconnected");
    });
    await open(page, of(booth).replace("en", language));
    await expect(said(page)).toContainText(words.missing);
    // The rest goes on.
    await button(page, words.add).click();
    await expect(part(page, "wall-1").locator(".shape")).toHaveAttribute("d", /^M/);
    await said(page).getByRole("button", { name: words.again }).click();
    await expect.poll(() => asked).toBe(2);
    await expect(said(page)).toContainText(words.missing);
    await page.unroute(/extras\.js/);
    await said(page).getByRole("button", { name: words.again }).click();
    await expect(button(page, words.measure)).toBeVisible();
    await expect(said(page)).toBeEmpty();
    await expect(part(page, "wall-1")).toHaveCount(1);
  });
}
