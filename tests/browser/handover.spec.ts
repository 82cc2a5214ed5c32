// A plan goes from one device to another by a link or its QR code, and is taken there as the person says.
import { deflateRawSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { scanned } from "./codes.ts";
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

const WORDS = {
  en: { locale: "en-GB", open: "Hand over", code: "QR code of the link", link: "Link", notes: "With my notes", offered: "A plan from another device", add: "Add to mine", replace: "Replace my day", counts: "3 stops, 2 new", undo: "Undo", added: "The plan was added" },
  "zh-Hans": { locale: "zh-CN", open: "转到其他设备", code: "链接的二维码", link: "链接", notes: "包括我的备注", offered: "来自其他设备的计划", add: "加入我的计划", replace: "替换我的行程", counts: "3 站，其中 2 站是新的", undo: "撤销", added: "已加入您的计划" },
} as const; // prettier-ignore

const NOTE = "Ask for 林 <b>& 🙂";
const LONGEST_NOTE = 1000;

type Kept = { place: string; note: string };

const keyOf = (venue: string) => `fairway.saved.${venue}`;

async function keepBefore(page: Page, venue: string, kept: readonly Kept[]): Promise<void> {
  // Once: what the page keeps afterwards is its own.
  await page.addInitScript(([key, text]) => localStorage.getItem(key) ?? localStorage.setItem(key, text), [
    keyOf(venue),
    JSON.stringify(kept),
  ] as const);
}

const keptIn = (page: Page, venue: string): Promise<Kept[]> =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? "[]"), keyOf(venue));

/** Packs as the page does. */
const pack = (text: string) => deflateRawSync(text).toString("base64url");

/** A device that has never been here. */
async function otherDevice(browser: Browser, locale: string): Promise<Page> {
  return (await browser.newContext({ locale })).newPage();
}

const linkOf = (page: Page, label: string = WORDS.en.link) =>
  page.getByRole("textbox", { name: label, exact: true }).inputValue();

for (const [language, words] of Object.entries(WORDS) as [keyof typeof WORDS, (typeof WORDS)[keyof typeof WORDS]][]) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: words.locale });

    test("by code and link, added to what is there, and undone", async ({ page, browser, request, faults }) => {
      const { id, bundle, exhibitor } = await demoVenue(request);
      const [a = "", b = "", c = "", own = ""] = bundle.layout.booths.filter((_, i) => i % 97 === 0).map((it) => it.id);
      const session = bundle.programme.sessions[0]?.id ?? "";
      await keepBefore(page, id, [
        { place: exhibitor.id, note: NOTE },
        { place: session, note: "" },
      ]);
      await page.goto(`./?view=2d&panel=day&stops=${a}~40,${b},${c}&profile=step-free&start=${a}`);
      await page.getByRole("button", { name: words.open }).click();
      await expect(page.getByRole("img", { name: words.code })).toBeVisible();
      const bare = await linkOf(page, words.link);
      await page.getByRole("switch", { name: words.notes }).check();
      await expect.poll(() => linkOf(page, words.link)).not.toBe(bare);
      const link = await linkOf(page, words.link);
      expect(new URL(link).search).toBe("");
      expect(await scanned(page, page.getByRole("img", { name: words.code }))).toBe(link);
      expect(faults).toEqual([]);

      const other = await otherDevice(browser, words.locale);
      await keepBefore(other, id, [{ place: session, note: "mine" }]);
      await other.goto(`./?view=2d&stops=${own}~5,${b}~60&profile=slow${new URL(link).hash}`);
      await expect(other.getByRole("heading", { name: words.offered })).toBeFocused();
      await expect(other.getByText(words.counts)).toBeVisible();
      await expect(other.getByText(NOTE)).toBeVisible();
      expect(await keptIn(other, id)).toEqual([{ place: session, note: "mine" }]);

      await other.getByRole("button", { name: words.add }).click();
      await expect(other.getByText(words.added)).toBeVisible();
      const taken = new URL(other.url());
      expect(taken.hash).toBe("");
      expect(taken.searchParams.get("stops")).toBe(`${own}~5,${b}~60,${a}~40,${c}`);
      expect(taken.searchParams.get("profile")).toBe("slow");
      expect(await keptIn(other, id)).toEqual([
        { place: session, note: "mine" },
        { place: exhibitor.id, note: NOTE },
      ]);

      const undo = other.getByRole("button", { name: words.undo });
      await expect(undo).toBeFocused();
      await undo.click();
      await expect(undo).toHaveCount(0);
      expect(new URL(other.url()).searchParams.get("stops")).toBe(`${own}~5,${b}~60`);
      expect(await keptIn(other, id)).toEqual([{ place: session, note: "mine" }]);
      await other.context().close();
    });
  });
}

test("a new device takes over the whole plan; another day is replaced only when asked", async ({
  page,
  browser,
  request,
}) => {
  const { id, bundle } = await demoVenue(request);
  const [a = "", b = "", own = ""] = bundle.layout.booths.filter((_, i) => i % 131 === 0).map((it) => it.id);
  const depart = `${bundle.programme.sessions[0]?.start.slice(0, 10)}T11:30`;
  await keepBefore(page, id, [{ place: a, note: "not for others" }]);
  await page.goto(`./?view=2d&lang=en&panel=handover&stops=${a},9Z99,${b}~30&profile=pram&speed=0.9&depart=${depart}`);
  await expect(page.getByRole("img", { name: WORDS.en.code })).toBeVisible();
  const link = await linkOf(page);

  const other = await otherDevice(browser, "en-GB");
  await other.goto(link);
  await expect(other.getByText("Not at this venue, so left out: 9Z99")).toBeVisible();
  await expect(other.getByRole("button", { name: WORDS.en.replace })).toHaveCount(0);
  await other.getByRole("button", { name: WORDS.en.add }).click();
  await expect(other.getByRole("list", { name: "Stops in their order" }).getByRole("listitem")).toHaveCount(2);
  const day = Object.fromEntries(new URL(other.url()).searchParams);
  expect(day).toMatchObject({ stops: `${a},${b}~30`, profile: "pram", speed: "0.9", depart });
  expect(await keptIn(other, id)).toEqual([{ place: a, note: "" }]);

  await other.goto(`./?view=2d&lang=en&stops=${own}${new URL(link).hash}`);
  await other.getByRole("button", { name: WORDS.en.replace }).click();
  await expect(other.getByText("The plan replaced your day")).toBeVisible();
  expect(new URL(other.url()).searchParams.get("stops")).toBe(`${a},${b}~30`);
  await other.getByRole("button", { name: WORDS.en.undo }).click();
  await expect(other).toHaveURL(new RegExp(`stops=${own}`));
  await other.context().close();
});

test("refused by Escape, it is gone from the address and nothing is changed", async ({ page, request }) => {
  const { id, bundle, booth } = await demoVenue(request);
  const other = bundle.layout.booths.find((each) => each.id !== booth)?.id;
  await page.goto(`./?view=2d&lang=en&panel=handover&stops=${booth}`);
  const { hash } = new URL(await linkOf(page));
  await page.goto(`./?view=2d&lang=en&stops=${other}`);
  await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
  // Into a page that is open, as by its address bar.
  await page.evaluate((plan) => (location.hash = plan), hash);
  await expect(page.getByRole("heading", { name: WORDS.en.offered })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
  expect(new URL(page.url()).searchParams.get("stops")).toBe(other);
  expect(await keptIn(page, id)).toEqual([]);
});

test("garbage, newer kinds and other venues are said, and leave everything as it is", async ({
  page,
  request,
  faults,
}) => {
  const { booth } = await demoVenue(request);
  const cases: [plan: string, said: RegExp][] = [
    ["x", /cannot be read/],
    ["1.", /cannot be read/],
    ["1.!!!", /cannot be read/],
    ["1.AAAA", /cannot be read/],
    ["1.%E4%BD%A0%F0%9F%99%82", /cannot be read/],
    [`1.${pack("[1,2,3]")}`, /cannot be read/],
    [`1.${pack("null")}`, /cannot be read/],
    [`1.${pack(`"${"0".repeat(20_000_000)}"`)}`, /cannot be read/],
    ["2.AAAA", /newer kind/],
    [`1.${pack(JSON.stringify(["elsewhere", `?stops=${booth}`, []]))}`, /another venue: “elsewhere”/],
  ];
  await page.goto(`./?view=2d&lang=en&stops=${booth}#plan=garbage`);
  await page.getByRole("button", { name: "Close" }).click();
  for (const [plan, said] of cases) {
    // Into the open page: going away from it would cut off what the browser still loads, and that is a fault here.
    await page.evaluate((hash) => (location.hash = hash), `plan=${plan}`);
    await expect(page.getByRole("alert").filter({ hasText: said }), plan.slice(0, 80)).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("heading", { name: "Halls" })).toBeVisible();
    expect(page.url()).toMatch(new RegExp(`stops=${booth}$`));
  }
  expect(faults).toEqual([]);
});

test("too much for a code: the link remains", async ({ page, browser, request }) => {
  const { id, bundle } = await demoVenue(request);
  // No two alike, or they would pack into little.
  const note = (index: number) =>
    Array.from({ length: LONGEST_NOTE }, (_, i) =>
      String.fromCharCode(0x4e00 + ((i * 7919 + index * 104_729) ** 2 % 20_000)),
    ).join("");
  const kept = bundle.exhibitors.exhibitors.slice(0, 12).map(({ id: place }, index) => ({ place, note: note(index) }));
  await keepBefore(page, id, kept);
  await page.goto("./?view=2d&lang=en&panel=handover");
  await expect(page.getByRole("img", { name: WORDS.en.code })).toBeVisible();
  await page.getByRole("switch", { name: WORDS.en.notes }).check();
  await expect(page.getByText("too much for a QR code")).toBeVisible();
  await expect(page.getByRole("img", { name: WORDS.en.code })).toHaveCount(0);
  const other = await otherDevice(browser, "en-GB");
  await other.goto(await linkOf(page));
  await other.getByRole("button", { name: WORDS.en.add }).click();
  await expect.poll(() => keptIn(other, id)).toEqual(kept);
  await other.context().close();
});

test("without the part that makes codes, it says so", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await page.route(/later\.js/, (route) => route.abort());
  await page.goto(`./?view=2d&lang=en&panel=handover&stops=${booth}`);
  await expect(page.getByRole("alert")).toContainText("did not arrive");
  await page.unroute(/later\.js/);
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByRole("img", { name: WORDS.en.code })).toBeVisible();
});

test("it comes after all that the page needs first, though nobody has asked for it", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (each) => asked.push(each.url()));
  await page.goto("./?view=2d&lang=en");
  const order = (name: string) => asked.findIndex((url) => url.includes(name));
  await expect.poll(() => order("later.js")).toBeGreaterThan(0);
  for (const first of ["guide_bg.wasm", "venue.json"]) expect(order("later.js"), first).toBeGreaterThan(order(first));
});
