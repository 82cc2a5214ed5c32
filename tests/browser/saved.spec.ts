// What a person keeps: from cards and lists, with notes, in every tab, on this device alone.
import type { Page } from "@playwright/test";
import { expect, saveBefore, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

const WORDS = {
  en: { locale: "en-GB", saved: "Saved", note: "My note", empty: "Nothing is saved yet", undo: "Undo", save: "Save" },
  "zh-Hans": { locale: "zh-CN", saved: "收藏", note: "我的备注", empty: "还没有收藏", undo: "撤销", save: "收藏" },
} as const;

const bookmark = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

for (const [language, words] of Object.entries(WORDS) as [keyof typeof WORDS, (typeof WORDS)[keyof typeof WORDS]][]) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: words.locale });

    test("saved from a card with a note, listed from home, taken out and back", async ({ page, request }) => {
      const { exhibitor } = await demoVenue(request);
      const name = exhibitor.name[language];
      const save = language === "en" ? `${words.save} ${name}` : `${words.save}${name}`;
      await page.goto("./?view=2d&panel=saved");
      await expect(page.getByText(words.empty)).toBeVisible();
      await page.goto(`./?view=2d&place=${exhibitor.id}`);
      await bookmark(page, save).click();
      await expect(bookmark(page, save)).toHaveAttribute("aria-pressed", "true");
      await page.getByLabel(words.note).fill("Ask for <b>Lin</b>");

      await page.goto("./?view=2d");
      await page.getByRole("button", { name: `${words.saved} 1` }).click();
      const row = page.getByRole("listitem").filter({ hasText: name });
      await expect(row).toContainText("Ask for <b>Lin</b>");
      await bookmark(page, save).click();
      await expect(row).toHaveCount(0);
      const undo = page.getByRole("button", { name: words.undo });
      await expect(undo).toBeFocused();
      await undo.click();
      await expect(row).toContainText("Lin");
      await expect(page.getByRole("heading", { name: words.saved, exact: true })).toBeFocused();
    });
  });
}

test("results say what is saved, and lists save too", async ({ page, request }) => {
  const { exhibitor, booth, hall } = await demoVenue(request);
  await page.goto(`./?view=2d&lang=en&hall=${hall.id}`);
  const first = page.getByRole("button", { name: /^Save / }).first();
  await first.click();
  await expect(first).toHaveAttribute("aria-pressed", "true");
  await page.goto(`./?view=2d&lang=en&place=${booth}`);
  await page
    .getByRole("button", { name: /^Save / })
    .first()
    .click();
  await page.goto(`./?view=2d&lang=en&q=${booth}`);
  await expect(page.getByRole("option").filter({ hasText: booth }).getByRole("img", { name: "Saved" })).toBeVisible();
  expect(exhibitor.booths).toContain(booth);
});

test("more than a thousand are not cut in silence", async ({ page, request }) => {
  const { id, booth, bundle } = await demoVenue(request);
  const others = bundle.layout.booths.map((each) => each.id).filter((each) => each !== booth);
  const many = Array.from({ length: 1000 }, (_, index) => others[index] ?? `gone-${index}`);
  await saveBefore(page, id, many);
  await page.goto(`./?view=2d&lang=en&place=${booth}`);
  const said = page.getByText("No more than 1,000 can be saved");
  const save = page.getByRole("button", { name: /^Save / }).first();
  await expect(save).toBeVisible();
  await expect(said).toHaveCount(0);
  await save.click();
  await expect(said).toBeVisible();
  await expect(save).toHaveAttribute("aria-pressed", "false");

  await saveBefore(page, id, [...many, booth]);
  await page.reload();
  await expect(said).toBeVisible();
  const aside = await page.evaluate((key) => localStorage.getItem(key), `fairway.saved.${id}.unreadable`);
  expect(JSON.parse(aside ?? "[]")).toHaveLength(1001);
});

test("an empty list leads on", async ({ page }) => {
  for (const panel of ["saved", "day"]) {
    await page.goto(`./?view=2d&lang=en&panel=${panel}`);
    await page.getByRole("button", { name: "Look for exhibitors" }).click();
    await expect(page.getByRole("combobox", { name: "Search" })).toBeFocused();
    await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
  }
  await page.goto("./?view=2d&lang=en&panel=saved");
  await page.getByRole("button", { name: "Programme" }).click();
  await expect(page).toHaveURL(/panel=programme/);
});

test("two tabs agree", async ({ page, context, request }) => {
  const { booth } = await demoVenue(request);
  await page.goto("./?view=2d&lang=en");
  await expect(page.getByRole("button", { name: "Saved" })).toBeVisible();
  const other = await context.newPage();
  await other.goto(`./?view=2d&lang=en&place=${booth}`);
  await other
    .getByRole("button", { name: /^Save / })
    .first()
    .click();
  await expect(page.getByRole("button", { name: "Saved 1" })).toBeVisible();
});

test("sessions at the same time are marked", async ({ page, request }) => {
  const { id, bundle } = await demoVenue(request);
  const [first, ...others] = bundle.programme.sessions;
  const second = others.find(({ start }) => start === first?.start);
  await saveBefore(page, id, [first?.id, second?.id]);
  await page.goto("./?view=2d&lang=en&panel=saved");
  await expect(page.getByText(`At the same time as ${second?.title.en}`)).toBeVisible();
  await expect(page.getByText(`At the same time as ${first?.title.en}`)).toBeVisible();
});

test("what is stored and is not ours is said once, and saving goes on", async ({ page, request, faults }) => {
  const { id, booth } = await demoVenue(request);
  await page.goto("./?view=2d&lang=en");
  await expect(page.getByRole("button", { name: "Saved" })).toBeVisible();
  for (const garbage of ["{", '{"a":1}', "null", '"x"', '[{"a":1}]']) {
    await page.evaluate(([key, text]) => localStorage.setItem(key ?? "", text ?? ""), [`fairway.saved.${id}`, garbage]);
    await page.goto(`./?view=2d&lang=en&place=${booth}`);
    await expect(page.getByText("cannot be read")).toBeVisible();
    const aside = await page.evaluate((key) => localStorage.getItem(key), `fairway.saved.${id}.unreadable`);
    expect(aside).toBe(garbage);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await page
      .getByRole("button", { name: /^Save / })
      .first()
      .click();
    await page.reload();
    await expect(page.getByRole("button", { name: /^Save / }).first()).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByText("cannot be read")).toHaveCount(0);
  }
  expect(faults).toEqual([]);
});

for (const [what, method] of [
  ["full", "setItem"],
  ["denied", "getItem"],
] as const) {
  test(`storage that is ${what} is said, and what is saved holds meanwhile`, async ({ page, request, faults }) => {
    const { booth } = await demoVenue(request);
    await page.addInitScript((denied) => {
      const deny = () => {
        throw new DOMException("no", "QuotaExceededError");
      };
      Storage.prototype.setItem = deny;
      if (denied) Storage.prototype.getItem = deny;
    }, method === "getItem");
    await page.goto(`./?view=2d&lang=en&place=${booth}`);
    const save = page.getByRole("button", { name: /^Save / });
    await save.first().click();
    await expect(save.first()).toHaveAttribute("aria-pressed", "true");
    const trouble = page.getByText("holds until you close the page");
    await page.getByRole("button", { name: "Dismiss" }).click();
    await page.getByLabel("My note").fill("still here");
    await expect(page.getByLabel("My note")).toHaveValue("still here");
    await expect(trouble).toHaveCount(0);
    expect(faults).toEqual([]);
  });
}
