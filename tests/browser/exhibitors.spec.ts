// Finding without knowing what to search for: everyone by name, narrowed by what one chooses; and searches that went wrong.
import { expect, saveBefore, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

const HALL_3 = "hall-3";

test("all exhibitors stand under their first letters, and a letter leaves its own", async ({ page, request }) => {
  const { bundle } = await demoVenue(request);
  const names = bundle.exhibitors.exhibitors.map(({ name }) => name.en);
  await page.goto("./?view=2d&lang=en");
  await page.getByRole("button", { name: `Exhibitors ${names.length}` }).click();
  await expect(page.getByRole("heading", { name: "Exhibitors" })).toBeFocused();
  await expect(page.getByText(`${names.length} exhibitors`)).toBeVisible();
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("B");
  await page.getByRole("button", { name: "C", exact: true }).click();
  const underC = names.filter((name) => name.startsWith("C"));
  await expect(page.getByText(`${underC.length} exhibitors`)).toBeVisible();
  await expect(page.getByRole("listitem")).toHaveCount(underC.length);
  await expect(page.getByRole("listitem").first()).toContainText(underC.toSorted()[0] ?? "");
  await page.reload();
  await expect(page.getByRole("button", { name: "C", exact: true })).toHaveAttribute("aria-pressed", "true");
});

test("Chinese names stand under how they are read", async ({ page }) => {
  await page.goto("./?view=2d&lang=zh-Hans&panel=exhibitors&filter=initial:X");
  await expect(page.getByRole("heading", { name: "展商" })).toBeVisible();
  const list = page.getByRole("listitem");
  await expect(list.first()).toBeVisible();
  // How the browser itself orders them: all of it is between the last before X and the first after it.
  const names = await list.locator("bdi").allInnerTexts();
  const collator = new Intl.Collator("zh-CN");
  for (const name of names) {
    expect(collator.compare(name, "西"), name).toBeGreaterThanOrEqual(0);
    expect(collator.compare(name, "压"), name).toBeLessThan(0);
  }
});

test("a long list comes in parts", async ({ page }) => {
  await page.goto("./?view=2d&lang=en&panel=exhibitors");
  const rows = page.getByRole("listitem");
  await expect(rows).toHaveCount(100);
  await page.getByRole("button", { name: /left\)$/ }).click();
  await expect(rows).toHaveCount(200);
});

test("choices narrow the list, say what they leave, and can be taken back", async ({ page, request }) => {
  const { bundle } = await demoVenue(request);
  const unitOf = new Map(bundle.layout.booths.map(({ id, unit }) => [id, unit]));
  const inHall = bundle.exhibitors.exhibitors.filter(({ booths }) => booths.some((id) => unitOf.get(id) === HALL_3));
  await page.goto("./?view=2d&lang=en&panel=exhibitors");
  const hall = page.getByRole("combobox", { name: "Hall" });
  await expect(hall.locator("option", { hasText: `Hall 3 (${inHall.length})` })).toBeAttached();
  await hall.selectOption(HALL_3);
  await expect(page.getByText(`${inHall.length} exhibitors`)).toBeVisible();
  await expect(page.getByRole("listitem").first()).toContainText("Hall 3");
  await expect(page).toHaveURL(/filter=hall:hall-3/);
  await page.getByRole("combobox", { name: "Category" }).selectOption({ index: 1 });
  await expect(page.getByText(`${inHall.length} exhibitors`)).toBeHidden();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.getByText(`${bundle.exhibitors.exhibitors.length} exhibitors`)).toBeVisible();
  await expect(page).not.toHaveURL(/filter=/);
});

test("what was found is narrowed by the same choices, also from a link", async ({ page }) => {
  await page.goto("./?view=2d&lang=en&q=digital");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("combobox", { name: "Hall" }).selectOption("hall-2");
  const found = page.getByRole("option").filter({ has: page.locator(".text") });
  await expect(found.first()).toBeVisible();
  for (const text of await found.allInnerTexts()) expect(text).toMatch(/Hall 2|Artificial intelligence/);
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Hall" })).toHaveValue("hall-2");
  await page.goto("./?view=2d&lang=en&q=digital&filter=hall:hall-3,country:XX");
  await expect(page.getByText("Nothing is left with these filters.")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(found.first()).toBeVisible();
});

test("what is saved, and who gives a session now, can be asked for", async ({ page, request }) => {
  const { id, bundle, exhibitor } = await demoVenue(request);
  const session = bundle.programme.sessions.find(({ exhibitors = [] }) => exhibitors.length > 0);
  if (!session) throw new Error("no exhibitor gives a session");
  await saveBefore(page, id, [exhibitor.id]);
  // The demo's clocks are Shanghai's.
  await page.clock.install({ time: new Date(`${session.start}:00+08:00`) });
  await page.goto("./?view=2d&lang=en&panel=exhibitors");
  const rows = page.getByRole("listitem");
  await page.getByRole("button", { name: "Saved", exact: true }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(exhibitor.name.en);
  await page.getByRole("button", { name: "Saved", exact: true }).click();
  await page.getByRole("button", { name: "Session on now" }).click();
  const giver = bundle.exhibitors.exhibitors.find((each) => session.exhibitors?.includes(each.id));
  await expect(rows.filter({ hasText: giver?.name.en ?? "" })).toHaveCount(1);
});

test("a search that leads nowhere offers one that does", async ({ page }) => {
  await page.goto("./?view=2d&lang=en&q=robot%20xyzzy");
  await expect(page.getByRole("alert")).toContainText("Did you mean");
  await page.getByRole("alert").getByRole("button", { name: "robot" }).click();
  await expect(page.getByRole("option").first()).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Search" })).toHaveValue("robot");
});

test("searches that led somewhere are offered again, until they are forgotten", async ({ page }) => {
  await page.goto("./?view=2d&lang=en&q=robot");
  await page.getByRole("option").first().click();
  await page.goto("./?view=2d&lang=en");
  const recent = page.getByRole("region", { name: "Recent searches" });
  await recent.getByRole("button", { name: "robot" }).click();
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.goto("./?view=2d&lang=en");
  await recent.getByRole("button", { name: "Forget them" }).click();
  await expect(recent).toBeHidden();
  await page.reload();
  await expect(page.getByRole("button", { name: "Restrooms" })).toBeVisible();
  await expect(recent).toBeHidden();
});
