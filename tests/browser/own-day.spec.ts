// What a person does to a day beside its order: appointments, skipping, going on from a stop; and that it is there again.
import type { Page } from "@playwright/test";
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

const WORDS = {
  en: { locale: "en-GB", order: "Stops in their order", more: /^More for/, appointment: "Appointment at", skip: "Skip it", again: /^Take it up again/, here: "I am here now", start: /^Start/ },
  "zh-Hans": { locale: "zh-CN", order: "按顺序的各站", more: /的更多选项$/, appointment: "约定时间", skip: "先跳过", again: /^恢复/, here: "我现在在这里", start: /^出发/ },
} as const; // prettier-ignore

const DEPART = "2026-12-10T09:05";
const stopsIn = (page: Page) => new URL(page.url()).searchParams.get("stops")?.split(",") ?? [];

for (const words of Object.values(WORDS)) {
  test.describe(`in ${words.locale}`, () => {
    test.use({ locale: words.locale });

    test("an appointment is kept, a stop skipped and taken up, the rest goes on from a stop", async ({
      page,
      request,
    }) => {
      const { bundle } = await demoVenue(request);
      const booths = bundle.layout.booths.filter((_, index) => index % 151 === 0).slice(0, 4);
      const visits = page.getByRole("list", { name: words.order }).getByRole("listitem");
      await page.goto(`./?view=2d&panel=day&depart=${DEPART}&stops=${booths.map(({ id }) => id).join(",")}`);
      await expect(visits).toHaveCount(4);

      await visits.first().getByRole("button", { name: words.more }).click();
      await page.getByLabel(words.appointment).fill("14:00");
      await page.getByLabel(words.appointment).blur();
      await expect(visits.locator("time").filter({ hasText: "14:00" })).toHaveCount(1);
      await expect(page).toHaveURL(/~14:00/);
      await page.getByRole("button", { name: words.more, expanded: true }).click();

      await visits.first().getByRole("button", { name: words.more }).click();
      await page.getByRole("button", { name: words.skip }).click();
      await expect(visits).toHaveCount(3);
      expect(stopsIn(page)).toHaveLength(4);
      await page.getByRole("button", { name: words.again }).click();
      await expect(visits).toHaveCount(4);

      const second = await visits.nth(1).locator("bdi").textContent();
      await visits.nth(1).getByRole("button", { name: words.more }).click();
      await page.getByRole("button", { name: words.here }).click();
      await expect(visits).toHaveCount(3);
      await expect(visits.first().locator("bdi")).toHaveText(second ?? "");
      await expect(page).toHaveURL(/at=/);
    });
  });
}

test("a day is there again when the page is opened without one, and a link's stays the link's", async ({
  page,
  request,
}) => {
  const { bundle } = await demoVenue(request);
  const [first, second] = bundle.layout.booths.map(({ id }) => id);
  await page.goto(`./?view=2d&lang=en&place=${first}`);
  await page.getByRole("button", { name: "Add to my day" }).click();
  await expect(page).toHaveURL(new RegExp(`stops=${first}`));
  await page.goto("./?view=2d&lang=en");
  await expect(page).toHaveURL(new RegExp(`stops=${first}`));
  await page.goto(`./?view=2d&lang=en&panel=day&stops=${second}`);
  await expect(page.getByRole("list", { name: WORDS.en.order }).getByRole("listitem")).toHaveCount(1);
  await page.goto("./?view=2d&lang=en");
  await expect(page).toHaveURL(new RegExp(`stops=${first}`));
});

test("from a stop that one was led to, the next one is a touch away", async ({ page, request }) => {
  const { bundle } = await demoVenue(request);
  const booths = bundle.layout.booths.filter((_, index) => index % 151 === 0).slice(0, 3);
  await page.goto(`./?view=2d&lang=en&panel=day&depart=${DEPART}&stops=${booths.map(({ id }) => id).join(",")}`);
  const titles = page.getByRole("list", { name: WORDS.en.order }).locator("bdi");
  await expect(titles).toHaveCount(3);
  const places = await titles.allTextContents();
  await page
    .getByRole("button", { name: /show the way/ })
    .first()
    .click();
  await page.getByRole("button", { name: `Next stop: ${places[1]}` }).click();
  await page.getByRole("button", { name: `Next stop: ${places[2]}` }).click();
  await expect(page.getByRole("list", { name: "Directions" }).getByRole("listitem").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Next stop/ })).toHaveCount(0);
});
