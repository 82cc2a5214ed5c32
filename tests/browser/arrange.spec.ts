// A day in the person's own order, and with an end of their own.
import type { Locator, Page } from "@playwright/test";
import { expect, settled, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

const WORDS = {
  en: { locale: "en-GB", change: "Change the order", done: "Done", best: "Best order", down: /^Move .* down$/, order: "Stops in their order" },
  "zh-Hans": { locale: "zh-CN", change: "调整顺序", done: "完成", best: "最佳顺序", down: /^下移/, order: "按顺序的各站" },
} as const; // prettier-ignore

const stopsIn = (page: Page) => new URL(page.url()).searchParams.get("stops")?.split(",");

/** The titles in the order of the list. */
const shown = (page: Page, order: string) =>
  page.getByRole("list", { name: order }).getByRole("listitem").locator("bdi").allTextContents();

for (const words of Object.values(WORDS)) {
  test.describe(`in ${words.locale}`, () => {
    test.use({ locale: words.locale });

    test("moved by buttons: focus and times follow, and the best order is found again", async ({ page, request }) => {
      const { bundle } = await demoVenue(request);
      const booths = bundle.layout.booths.filter((_, index) => index % 151 === 0).slice(0, 4);
      await page.goto(`./?view=2d&panel=day&stops=${booths.map(({ id }) => id).join(",")}`);
      await expect(page.getByRole("list", { name: words.order }).locator("time")).toHaveCount(4);
      const best = await shown(page, words.order);
      await page.getByRole("button", { name: words.change }).click();
      await expect(page.getByRole("button", { name: words.down }).first()).toBeVisible();
      const [a, b, c, d] = await shown(page, words.order);
      expect([a, b, c, d]).toEqual(best);

      await page.getByRole("button", { name: words.down }).first().focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("listitem").nth(1).getByRole("button", { name: words.down })).toBeFocused();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      expect(await shown(page, words.order)).toEqual([b, c, d, a]);
      await expect(page).toHaveURL(/order=own/);
      await page.getByRole("button", { name: words.done }).click();
      await expect.poll(() => shown(page, words.order)).toEqual([b, c, d, a]);
      const times = await page.getByRole("list", { name: words.order }).locator("time").allTextContents();
      expect(times).toEqual(times.toSorted());

      await page.reload();
      await expect.poll(() => shown(page, words.order)).toEqual([b, c, d, a]);
      await page.getByRole("button", { name: words.best }).click();
      await expect.poll(() => shown(page, words.order)).toEqual(best);
      await expect(page).not.toHaveURL(/order=/);
    });
  });
}

/** The mouse, or a finger where there is one: pressed at a point, moved to another one, held there until something holds, let go. */
async function dragged(
  page: Page,
  byFinger: boolean,
  from: Point,
  to: Point,
  until: () => Promise<void>,
): Promise<void> {
  const touch = await page.context().newCDPSession(page);
  const finger = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: Point[]) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  const between = (share: number) => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
  const steps = Array.from({ length: 8 }, (_, i) => between((i + 1) / 8));
  if (byFinger) await finger("touchStart", from);
  else {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
  }
  for (const step of steps) await (byFinger ? finger("touchMove", step) : page.mouse.move(step.x, step.y));
  await until();
  await (byFinger ? finger("touchEnd") : page.mouse.up());
}

type Point = { x: number; y: number };

const middleOf = async (locator: Locator): Promise<Point> => {
  const box = (await locator.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

test("a stop is dragged by its number, beyond what is seen of the list", async ({ page, request, hasTouch }) => {
  const { bundle } = await demoVenue(request);
  const booths = bundle.layout.booths.filter((_, index) => index % 101 === 0).slice(0, 9);
  const ids = booths.map(({ id }) => id);
  await page.goto(`./?view=2d&lang=en&panel=day&order=own&stops=${ids.join(",")}`);
  await page.getByRole("button", { name: WORDS.en.change }).click();
  const first = page.getByRole("list", { name: WORDS.en.order }).getByRole("listitem").first().locator("b");
  await first.scrollIntoViewIfNeeded();
  await settled(async () => (await first.boundingBox())?.y);
  const from = await middleOf(first);
  const { y, height } = (await page.locator(".panel-content").boundingBox())!;
  const isLast = () => expect.poll(() => stopsIn(page)).toEqual([...ids.slice(1), ids[0]]);
  await dragged(page, hasTouch, from, { x: from.x, y: y + height - 10 }, isLast);
  await isLast();
});

test("an order that the sessions' times forbid is in conflict", async ({ page, request }) => {
  const { booth, bundle } = await demoVenue(request);
  const sessions = bundle.programme.sessions.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const first = sessions[0];
  const later = sessions.find(({ start }) => first && start.startsWith(first.start.slice(0, 10)) && start >= first.end);
  await page.goto(`./?view=2d&lang=en&panel=day&order=own&stops=${later?.id},${booth},${first?.id}`);
  await expect(page.getByRole("alert")).toContainText("cannot be had together");
  await page.getByRole("button", { name: WORDS.en.best }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("list", { name: WORDS.en.order }).locator("time")).toHaveCount(3);
});

test("what is not over by one's own end is in conflict, and the end is the day's", async ({ page, request }) => {
  const { bundle } = await demoVenue(request);
  const stops = bundle.layout.booths.filter((_, index) => index % 151 === 0).slice(0, 4);
  const depart = `${bundle.programme.sessions[0]?.start.slice(0, 10)}T10:00`;
  await page.goto(`./?view=2d&lang=en&panel=day&depart=${depart}&stops=${stops.map(({ id }) => id).join(",")}`);
  const end = page.getByLabel("I have until");
  await end.fill("16:00");
  await end.blur();
  await expect(page.getByText(/on foot, done at/)).toBeVisible();
  await end.fill("10:40");
  await end.blur();
  await expect(page.getByRole("alert")).toContainText("does not fit into one day");
  await page
    .getByRole("button", { name: /^Leave out/ })
    .first()
    .click();
  await end.fill("09:00");
  await end.blur();
  await expect(page.getByRole("alert")).toContainText("over before it begins");
  await end.fill("");
  await end.blur();
  await expect(page.getByText(/on foot, done at/)).toBeVisible();
  await expect(page).not.toHaveURL(/until=/);
});
