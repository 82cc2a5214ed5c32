// Everything is in the address: reload, back and a pasted link lead to the same page.
import { expect, test, zoomIn } from "./support.ts";
import { demoVenue } from "./venue.ts";

test("back goes the way one came, and a reload stays", async ({ page, request }) => {
  const { hall, exhibitor } = await demoVenue(request);
  const name = exhibitor.name.en;
  await page.goto("./?view=2d");
  await page.getByRole("button", { name: hall.name.en }).first().click();
  await expect(page).toHaveURL(new RegExp(`hall=${hall.id}`));
  await page.getByRole("combobox", { name: "Search" }).fill(name);
  await page.getByRole("option", { name }).first().click();
  await expect(page.getByRole("heading", { name })).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { name })).toBeVisible();

  await page.goBack();
  await expect(page.getByRole("option", { name }).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: hall.name.en })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole("heading", { name: hall.name.en })).toBeVisible();
});

test("a pasted link restores route, profile, language and level", async ({ page, request }) => {
  const { booth, entrance } = await demoVenue(request);
  await page.goto(`./?view=2d&lang=zh-Hans&from=${entrance.id}&to=${booth}&profile=step-free`);
  await expect(page.getByRole("list", { name: "路线指引" }).getByRole("listitem").first()).toBeVisible();
  await expect(page.getByRole("radio", { name: "无台阶" })).toBeChecked();
  await expect(page.getByRole("button", { name: "一层" })).toHaveAttribute("aria-pressed", "true");
});

test("a link may name a booth as a booth", async ({ page, request }) => {
  const { exhibitor, booth } = await demoVenue(request);
  await page.goto(`./?view=2d&booth=${booth}`);
  await expect(page.getByRole("heading", { name: exhibitor.name.en })).toBeVisible();
});

test("where the plan looks is kept", async ({ page }) => {
  await page.goto("./?view=2d");
  await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
  await zoomIn(page);
  await expect(page).toHaveURL(/pose=[-\d.]+,[-\d.]+,[\d.]+/);
  const [kept] = /pose=[^&]*/.exec(page.url()) ?? [];
  await page.reload();
  await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
  await page.waitForTimeout(800);
  expect(page.url()).toContain(kept);
});

test("the map goes to what is chosen, also from another place", async ({ page, request }) => {
  const { bundle, booth } = await demoVenue(request);
  const other = bundle.layout.booths.find(
    ({ unit }) => unit !== bundle.layout.booths.find(({ id }) => id === booth)?.unit,
  )!;
  await page.goto(`./?view=2d&place=${booth}`);
  await expect(page.getByRole("button", { name: "Route here" })).toBeVisible();
  await page.getByRole("combobox", { name: "Search" }).fill(other.id);
  await page.getByRole("option").filter({ hasText: other.id }).first().click();
  await expect(page.getByText(other.id, { exact: true }).first()).toBeVisible();
  await page.waitForTimeout(1000);
  await zoomIn(page);
  await expect(page).toHaveURL(/pose=/);
  const [x = 0, y = 0] = /pose=([^&]*)/.exec(page.url())?.[1]?.split(",").map(Number) ?? [];
  const xs = other.footprint.map((corner) => corner[0]);
  const ys = other.footprint.map((corner) => corner[1]);
  expect(x).toBeGreaterThan(Math.min(...xs) - 1);
  expect(x).toBeLessThan(Math.max(...xs) + 1);
  expect(y).toBeGreaterThan(Math.min(...ys) - 1);
  expect(y).toBeLessThan(Math.max(...ys) + 1);
});

test("an unknown booth is said, with those that are spelt alike", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await page.goto(`./?view=2d&place=${booth}9`);
  await expect(page.getByRole("alert")).toContainText(`There is no “${booth}9”`);
  await page.getByRole("alert").getByRole("button").first().click();
  await expect(page.getByRole("button", { name: "Route here" })).toBeVisible();
});

test("a link may name the language as browsers do", async ({ page }) => {
  await page.goto("./?view=2d&lang=zh-CN");
  await expect(page.getByRole("heading", { name: "展馆" })).toBeVisible();
  await page.goto("./?view=2d&lang=zh");
  await expect(page.getByRole("heading", { name: "展馆" })).toBeVisible();
});

test("nonsense in the address is left out", async ({ page }) => {
  await page.goto("./?view=4d&lang=tlh&profile=flying&pose=a,b&level=cellar");
  await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
});

test("a link that names a hall as any place lists what is in it", async ({ page, request }) => {
  const { hall } = await demoVenue(request);
  await page.goto(`./?view=2d&place=${hall.id}`);
  await expect(page).toHaveURL(new RegExp(`hall=${hall.id}`));
  await expect(page.locator(".rows .row").nth(20)).toBeAttached();
});
