// What a visitor comes for: find an exhibitor, see its card, get the way there.
import { expect, test } from "./support.ts";
import { blockStage } from "./stubs.ts";
import { demoVenue } from "./venue.ts";

const WORDS = {
  en: {
    locale: "en-GB",
    search: "Search",
    route: "Route here",
    from: "From",
    directions: "Directions",
    stepFree: "Step-free",
    halls: "Halls",
  },
  "zh-Hans": {
    locale: "zh-CN",
    search: "搜索",
    route: "到这里去",
    from: "起点",
    directions: "路线指引",
    stepFree: "无台阶",
    halls: "展馆",
  },
} as const;

for (const [language, words] of Object.entries(WORDS) as [keyof typeof WORDS, (typeof WORDS)[keyof typeof WORDS]][]) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: words.locale });

    test("search, card, route, directions: without the stage", async ({ page, request }) => {
      const { exhibitor, booth, entrance } = await demoVenue(request);
      const name = exhibitor.name[language];
      await blockStage(page);
      await page.goto("./");
      await expect(page.locator("html")).toHaveAttribute("lang", language);

      await page.getByRole("combobox", { name: words.search }).fill(name);
      await page.getByRole("option", { name }).first().click();
      await expect(page.getByRole("heading", { name })).toBeVisible();
      await expect(page.getByText(booth, { exact: true }).first()).toBeVisible();

      await page.getByRole("button", { name: words.route }).click();
      const from = page.getByRole("combobox", { name: words.from });
      await expect(from).toBeFocused();
      await page.getByRole("option", { name: entrance.name[language] }).first().click();

      const steps = page.getByRole("list", { name: words.directions }).getByRole("listitem");
      await expect(steps.first()).toContainText(new RegExp(entrance.name[language], "i"));
      await expect(page).toHaveURL(new RegExp(`from=${entrance.id}.*to=${exhibitor.id}`));

      await steps.nth(1).getByRole("button").click();
      await expect(steps.nth(1).getByRole("button")).toHaveAttribute("aria-current", "step");

      await page.getByRole("radio", { name: words.stepFree }).check();
      await expect(page).toHaveURL(/profile=step-free/);
      await expect(steps.first()).toBeVisible();
    });
  });
}

test("halls are listed, and a hall lists what is in it", async ({ page, request }) => {
  const { hall } = await demoVenue(request);
  await page.goto("./?view=2d");
  await page.getByRole("button", { name: hall.name.en }).first().click();
  await expect(page.getByRole("heading", { level: 2, name: hall.name.en })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`hall=${hall.id}`));
  await expect(page.getByRole("list").first().getByRole("button").first()).toBeVisible();
});

test("a tap on the plan opens what is there @desktop", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await page.goto(`./?view=2d&place=${booth}`);
  await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  // The map stays where the booth is in the middle.
  await expect(page).not.toHaveURL(/place=/);
  await page.getByRole("button", { name: "Show the whole venue" }).click();
  await page.waitForTimeout(800);
  const map = page.getByRole("application", { name: "Map" });
  const box = (await map.boundingBox())!;
  // The overview's own middle lies on the concourse; a hall lies above it.
  await map.click({ position: { x: box.width * 0.27, y: box.height * 0.35 } });
  await expect(page.getByRole("button", { name: "Back" })).toBeVisible();
  await expect(page).toHaveURL(/(place|hall)=/);
});

test("nothing found is said, with what to do next", async ({ page }) => {
  await page.goto("./?view=2d");
  await page.getByRole("combobox", { name: "Search" }).fill("qqxxzz");
  await expect(page.getByRole("alert")).toContainText("Nothing found for “qqxxzz”");
  await page.getByRole("button", { name: "Restrooms" }).click();
  await expect(page.getByRole("option").first()).toBeVisible();
});

test("the language can be switched, and stays in the address", async ({ page }) => {
  await page.goto("./?view=2d");
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "简体中文" }).check();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await expect(page).toHaveURL(/lang=zh-Hans/);
  await page.getByRole("button", { name: "返回" }).click();
  await expect(page.getByRole("heading", { name: "展馆" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "展馆" })).toBeVisible();
});

test("what is found can be ranked by the walk there, from where one is", async ({ page, request }) => {
  const { entrance } = await demoVenue(request);
  await page.goto(`./?view=2d&lang=en&q=restroom&start=${entrance.id}`);
  const best = await page.getByRole("option").first().textContent();
  await page.getByRole("button", { name: "Nearest first" }).click();
  await expect(page).toHaveURL(/sort=near/);
  await expect(page.getByText(`on foot from ${entrance.name.en}`)).toBeVisible();
  await expect(page.locator(".walk").first()).toHaveText(/second|minute/);
  await page.getByRole("button", { name: "Nearest first" }).click();
  await expect(page.getByRole("option").first()).toHaveText(best ?? "");
});

test("a route has a time to leave or to arrive, and a way of walking", async ({ page, request }) => {
  const { booth, entrance } = await demoVenue(request);
  await page.goto(`./?view=2d&lang=en&from=${entrance.id}&to=${booth}`);
  const total = page.locator(".total strong");
  await expect(total).toBeVisible();
  await expect(total).not.toContainText(":");
  await page.getByRole("combobox", { name: "When" }).selectOption("Arrive by");
  await page.getByLabel("Time", { exact: true }).fill("11:00");
  await expect(page).toHaveURL(/arrive=\d{4}-\d\d-\d\dT11:00/);
  await expect(total).toContainText(/1\d:\d\d–11:00/);
  await page.getByRole("radio", { name: "Slow" }).check();
  await expect(page).toHaveURL(/profile=slow/);
  await expect(total).toContainText(/1\d:\d\d–11:00/);
  await page.reload();
  await expect(page.getByRole("radio", { name: "Slow" })).toBeChecked();
  await expect(page.getByRole("combobox", { name: "When" })).toHaveValue("arrive");
  await page.getByRole("combobox", { name: "When" }).selectOption("At any time");
  await expect(total).not.toContainText(":");
});

test("a person's own walking speed makes the way longer, and is said", async ({ page, request }) => {
  const { booth, entrance } = await demoVenue(request);
  await page.goto(`./?view=2d&lang=en&from=${entrance.id}&to=${booth}`);
  const total = page.locator(".total strong");
  await expect(total).toBeVisible();
  const usual = await total.innerText();
  await page.goto("./?view=2d&lang=en");
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "My own" }).check();
  const slider = page.getByRole("slider", { name: "Walking speed" });
  await expect(slider).toHaveAttribute("aria-valuetext", "4.8 km/h");
  await slider.fill("0.5");
  await expect(slider).toHaveAttribute("aria-valuetext", "1.8 km/h");
  await expect(page).toHaveURL(/speed=0\.5(&|$)/);
  await page.goto(`${page.url()}&from=${entrance.id}&to=${booth}`);
  await expect(page.getByText("At your own speed, 1.8 km/h.")).toBeVisible();
  await expect(total).not.toHaveText(usual);
  await page.getByRole("button", { name: "Back to the usual one" }).click();
  await expect(total).toHaveText(usual);
  await expect(page).not.toHaveURL(/speed=/);
});
