// Many stops and sessions of one day, in their best order.
import type { Page } from "@playwright/test";
import { expect, test } from "./support.ts";
import { type Demo, type Session, demoVenue } from "./venue.ts";

const WORDS = {
  en: { locale: "en-GB", add: "Add to my day", added: "In my day", day: "My day", order: "Stops in their order", way: /show the way/, steps: "Directions" },
  "zh-Hans": { locale: "zh-CN", add: "加入行程", added: "已在行程中", day: "我的行程", order: "按顺序的各站", way: /查看路线/, steps: "路线指引" },
} as const; // prettier-ignore

const visits = (page: Page, order: string = WORDS.en.order) =>
  page.getByRole("list", { name: order }).getByRole("listitem");

/** Sessions of the first day that follow each other, each an hour or more after the one before. */
function sessionsApart({ bundle }: Demo): Session[] {
  const first = bundle.programme.sessions[0];
  const sameDay = bundle.programme.sessions.filter(({ start }) => start.slice(0, 10) === first?.start.slice(0, 10));
  const hour = ({ start }: Session) => Number(start.slice(11, 13));
  return sameDay.reduce<Session[]>((chosen, session) => {
    const last = chosen.at(-1);
    return !last || hour(session) > Number(last.end.slice(11, 13)) ? [...chosen, session] : chosen;
  }, []);
}

for (const [language, words] of Object.entries(WORDS) as [keyof typeof WORDS, (typeof WORDS)[keyof typeof WORDS]][]) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: words.locale });

    test("what is added from cards becomes a plan, and each leg a route", async ({ page, request }) => {
      const { booth, bundle } = await demoVenue(request);
      const other = bundle.exhibitors.exhibitors.findLast(({ booths }) => booths.length === 1)?.booths[0];
      for (const place of [booth, other]) {
        const stops = place === other ? `&stops=${booth}` : "";
        await page.goto(`./?view=2d&place=${place}${stops}`);
        await page.getByRole("button", { name: words.add }).click();
        await expect(page.getByRole("button", { name: words.added })).toHaveAttribute("aria-pressed", "true");
      }
      await page.getByRole("button", { name: words.added }).click();
      await page.getByRole("button", { name: words.add }).click();
      await page.goBack();
      await page.goto(`./?view=2d&stops=${booth},${other}`);
      await page.getByRole("button", { name: words.day }).click();
      await expect(page).toHaveURL(/panel=day/);
      await expect(visits(page, words.order)).toHaveCount(2);

      await page.getByRole("button", { name: words.way }).last().click();
      await expect(page.getByRole("list", { name: words.steps }).getByRole("listitem").first()).toBeVisible();
      await page.goBack();
      await expect(visits(page, words.order)).toHaveCount(2);
    });
  });
}

test("five stops with two sessions: in the order of their times, each session from its start to its end", async ({
  page,
  request,
}) => {
  const demo = await demoVenue(request);
  const sessions = sessionsApart(demo).slice(0, 2);
  const booths = demo.bundle.layout.booths.filter((_, index) => index % 211 === 0).slice(0, 3);
  const stops = [...booths, ...sessions].map(({ id }) => id).join(",");
  await page.goto(`./?view=2d&lang=en&panel=day&stops=${stops}`);
  await expect(visits(page)).toHaveCount(5);
  const times = await visits(page).locator("time").allTextContents();
  expect(times).toEqual(times.toSorted());
  for (const { title, start, end } of sessions) {
    const visit = visits(page).filter({ hasText: title.en });
    await expect(visit.locator("time")).toHaveText(`${start.slice(11)}–${end.slice(11)}`);
  }
  const before = await page.getByText(/on foot, done at/).textContent();
  await page.getByRole("combobox", { name: `Time at ${booths[0]?.id}` }).selectOption("90");
  await expect(page).toHaveURL(new RegExp(`${booths[0]?.id}~90`));
  await page.reload();
  await expect(page.getByRole("combobox", { name: `Time at ${booths[0]?.id}` })).toHaveValue("90");
  await expect(page.getByText(/on foot, done at/)).not.toHaveText(before ?? "");
});

test("sessions at the same time: what is in conflict is said, and leaving one out mends it", async ({
  page,
  request,
}) => {
  const { bundle } = await demoVenue(request);
  const [first, ...others] = bundle.programme.sessions;
  const second = others.find(({ start }) => start === first?.start);
  await page.goto(`./?view=2d&lang=en&panel=day&stops=${first?.id},${second?.id}`);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("cannot be had together");
  await expect(alert).toContainText(first?.title.en ?? "");
  await alert.getByRole("button", { name: `Leave out ${second?.title.en}` }).click();
  await expect(visits(page)).toHaveCount(1);
});

test("closed hours, unknown stops and nothing at all are said", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await page.goto("./?view=2d&lang=en&panel=day");
  await expect(page.getByText("Nothing is planned yet")).toBeVisible();
  await page.goto(`./?view=2d&lang=en&panel=day&stops=${booth},9Z99&depart=2031-01-01T03:00`);
  await expect(page.getByRole("alert")).toContainText("closed at that time");
  await expect(page.getByText("There is no “9Z99” at this venue.")).toBeVisible();
  await page.getByRole("button", { name: "Remove 9Z99" }).click();
  await expect(page.getByText("9Z99")).toHaveCount(0);
});
