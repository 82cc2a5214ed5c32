// A screen for anyone who walks up, as a walker-up uses it.
import { type Page, devices } from "@playwright/test";
import { scanned } from "./codes.ts";
import { stubStage } from "./stubs.ts";
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

const WORDS = {
  en: { lang: "English", touch: /Touch to begin/, search: "Search", keyboard: "Keyboard", fits: "Words that fit", way: "Route here", steps: "Directions", code: "QR code of this page", over: "Start over", there: "Are you still there?", onNow: "On now and next", now: "Now", next: "Next" },
  "zh-Hans": { lang: "简体中文", touch: /触摸屏幕开始/, search: "搜索", keyboard: "键盘", fits: "候选词", way: "到这里去", steps: "路线指引", code: "本页面的二维码", over: "重新开始", there: "您还在吗？", onNow: "当前与接下来的会议", now: "正在进行", next: "接下来" },
} as const; // prettier-ignore

const KIOSK = "kiosk-1";

/** From the attraction to the first screen, in that language. */
async function walkUp(page: Page, language: keyof typeof WORDS): Promise<void> {
  await page.getByRole("button", { name: WORDS[language].touch }).click();
  const other = page.getByRole("button", { name: WORDS[language].lang });
  if (await other.isVisible()) await other.click();
  await expect(page.getByRole("combobox", { name: WORDS[language].search })).toBeVisible();
}

/** By the screen's own keys. */
async function type(page: Page, language: keyof typeof WORDS, text: string): Promise<void> {
  await page.getByRole("combobox", { name: WORDS[language].search }).click();
  const keys = page.getByRole("group", { name: WORDS[language].keyboard });
  for (const letter of text) await keys.getByRole("button", { name: letter, exact: true }).click();
}

for (const [name, viewport] of Object.entries({
  upright: { width: 1080, height: 1920 },
  lying: { width: 1920, height: 1080 },
})) {
  for (const language of ["en", "zh-Hans"] as const) {
    test(`${name}, ${language}: a company typed on the screen, the way there, and a code to take along @desktop`, async ({
      page,
      request,
      browser,
    }) => {
      const { exhibitor, booth } = await demoVenue(request);
      await page.setViewportSize(viewport);
      await page.goto(`./?view=2d&kiosk=${KIOSK}`);
      await walkUp(page, language);
      const words = WORDS[language];
      await expect(page).toHaveURL(new RegExp(`at=${KIOSK}`));
      await type(page, language, exhibitor.name.en.slice(0, 5).toLowerCase().trim());
      await page.getByRole("option").filter({ hasText: booth }).first().click();
      await page.getByRole("button", { name: words.way }).click();
      const steps = (of: Page) => of.getByRole("list", { name: words.steps }).getByRole("listitem");
      await expect(steps(page).first()).toBeVisible();
      await expect(page).toHaveURL(new RegExp(`from=${KIOSK}`));
      const code = page.getByRole("img", { name: words.code });
      await expect(code).toBeVisible();

      const link = await scanned(page, code);
      expect(new URL(link ?? "").host).toBe(new URL(page.url()).host);
      await expect(page.getByText(new URL(page.url()).host)).toBeVisible();
      const { defaultBrowserType: _, ...pixel } = devices["Pixel 7"];
      const phone = await (await browser.newContext({ ...pixel, locale: "fr-FR" })).newPage();
      await phone.goto(link ?? "");
      await expect(steps(phone).first()).toBeAttached();
      expect(await steps(phone).allTextContents()).toEqual(await steps(page).allTextContents());
      await expect(phone.locator(".kiosk-bar")).toHaveCount(0);
      await phone.context().close();
    });
  }
}

test("Chinese is typed as it is read, and what the venue has of it is offered @desktop", async ({ page, request }) => {
  const { bundle } = await demoVenue(request);
  const name = bundle.exhibitors.exhibitors.map((each) => each.name["zh-Hans"]).find((each) => each.includes("科技"));
  await page.goto(`./?view=2d&kiosk=${KIOSK}`);
  await walkUp(page, "zh-Hans");
  await type(page, "zh-Hans", "keji");
  const offered = page.getByRole("group", { name: "候选词" });
  await offered.getByRole("button", { name: "科技", exact: true }).click();
  await expect(page.getByRole("combobox", { name: "搜索" })).toHaveValue("科技");
  await expect(page.getByRole("option").first()).toContainText("科技");
  expect(name).toBeDefined();
});

test("a stand's card does not lead to its design on a kiosk @desktop", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await page.goto(`./?view=2d&kiosk=${KIOSK}`);
  await walkUp(page, "en");
  await page.getByRole("combobox", { name: "Search" }).fill(booth);
  await page.getByRole("option").filter({ hasText: booth }).first().click();
  await expect(page.getByRole("button", { name: WORDS.en.way })).toBeVisible();
  await expect(page.getByText("Design this stand")).toHaveCount(1);
  await expect(page.getByText("Design this stand")).toBeHidden();
});

test("who walks away is asked, then forgotten: nothing is left of the search, the way and what was saved @desktop", async ({
  page,
  request,
}) => {
  const { booth } = await demoVenue(request);
  await page.clock.install();
  await page.goto(`./?view=2d&lang=en&kiosk=${KIOSK}`);
  await walkUp(page, "en");
  await type(page, "en", "robot");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.getByRole("option").first().click();
  await page.getByRole("button", { name: /^Save/ }).first().click();
  await page.getByRole("button", { name: "Add to my day" }).click();
  await page.getByRole("button", { name: "Step-free ways" }).click();
  expect(await page.evaluate(() => localStorage.length)).toBeGreaterThan(0);

  await page.clock.fastForward(61_000);
  await expect(page.getByRole("alertdialog", { name: WORDS.en.there })).toContainText("seconds this screen forgets");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(page).toHaveURL(/place=/);

  await page.clock.fastForward(76_000);
  await expect(page.getByRole("button", { name: WORDS.en.touch })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("place")).toBeNull();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.goBack().catch(() => undefined);
  expect(page.url()).not.toContain(booth);
});

for (const language of ["en", "zh-Hans"] as const) {
  test(`${language}: what is on and what comes next is told to who passes by, and leads there from the first screen @desktop`, async ({
    page,
    request,
  }) => {
    const { bundle } = await demoVenue(request);
    const [first] = bundle.programme.sessions.toSorted((a, b) => a.start.localeCompare(b.start));
    const later = bundle.programme.sessions.filter(({ start }) => start > (first?.start ?? ""));
    expect(later.length).toBeGreaterThan(0);
    // A minute after it began, on the venue's clock.
    await page.clock.install({ time: Date.parse(`${first?.start}+08:00`) + 60_000 });
    await page.goto(`./?view=2d&kiosk=${KIOSK}`);
    const { now, next, onNow } = WORDS[language];
    await expect(page.locator(".attract-sessions")).toContainText(/(Now|正在进行).*(Next|接下来)/s);
    await walkUp(page, language);
    const sessions = page.getByRole("navigation", { name: onNow }).getByRole("button");
    await expect(sessions).toContainText([now, next]);
    await sessions.first().click();
    await expect(page).toHaveURL(/place=/);
    await expect(sessions).toHaveCount(0);
  });
}

test("one touch starts over, and the way back ends at the first screen @desktop", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await page.goto(`./?view=2d&lang=en&kiosk=${KIOSK}`);
  await walkUp(page, "en");
  await type(page, "en", booth.toLowerCase().replace(/\d/g, ""));
  await page.getByRole("option").first().click();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page).not.toHaveURL(/place=/);
  await page.getByRole("button", { name: WORDS.en.over }).click();
  await expect(page).not.toHaveURL(/q=/);
  await expect(page.getByRole("button", { name: "Restrooms" })).toBeVisible();
});

test("targets are large, and what leads off the screen is not there @desktop", async ({ page }) => {
  await page.setViewportSize({ width: 1080, height: 1920 });
  await page.goto(`./?view=2d&lang=en&kiosk=${KIOSK}`);
  await walkUp(page, "en");
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, input")]
      .map((element) => ({
        name: element.ariaLabel || element.textContent?.trim(),
        box: element.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 0)
      .map(({ name, box }) => ({ name, least: Math.round(Math.min(box.width, box.height)) })),
  );
  expect(sizes.length).toBeGreaterThan(10);
  expect(sizes.filter(({ least }) => least < 64)).toEqual([]);
  await expect(page.getByRole("button", { name: "Settings" })).toBeHidden();
  const kept = await page.evaluate(() => {
    const event = new MouseEvent("contextmenu", { bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(kept).toBe(true);
});

test("a kiosk that the venue does not have is said, with those that it has @desktop", async ({ page }) => {
  await page.goto("./?view=2d&lang=en&kiosk=kiosk-99");
  await expect(page.getByRole("alert")).toContainText("no kiosk “kiosk-99”");
  await expect(page.getByRole("alert")).toContainText("kiosk-1");
});

test("in 3D it is where the screen stands, and a finger means what is under it however large all is @desktop", async ({
  page,
  request,
}) => {
  const { bundle, booth } = await demoVenue(request);
  const told: { type: string; at?: [number, number]; heading_deg?: number; bottom?: number }[] = [];
  page.on("console", (message) => {
    const [mark, json] = message.text().split("told ");
    if (mark === "" && json) told.push(JSON.parse(json));
  });
  await stubStage(page, {
    handle: `console.log("told " + JSON.stringify(command));
      if (command.type === "pick")
        this.events.push({ type: "picked", place: "${booth}", at: command.at, peek: command.peek });`,
  });
  await page.setViewportSize({ width: 2160, height: 3840 });
  await page.goto(`./?view=3d&kiosk=${KIOSK}`);
  await walkUp(page, "en");
  const kiosk = bundle.layout.kiosks.find(({ id }) => id === KIOSK);
  const last = (type: string) => told.findLast((command) => command.type === type);
  await expect
    .poll(() => last("show_here"))
    .toMatchObject({
      at: { x: kiosk?.point[0], y: kiosk?.point[1] },
      heading_deg: kiosk?.heading_deg,
    });
  const map = page.locator("#map");
  const [box, own] = [await map.boundingBox(), await map.evaluate((map) => map.clientWidth)];
  expect(box?.width).toBeCloseTo(2160, 0);
  expect(own).toBeLessThan(1000);
  await page.mouse.click(1000, 500);
  await expect(page).toHaveURL(new RegExp(`place=${booth}`));
  const scale = (box?.width ?? 0) / own;
  expect(last("pick")?.at?.[0]).toBeCloseTo(1000 / scale, 0);
  expect(last("pick")?.at?.[1]).toBeCloseTo(500 / scale, 0);

  // The panel takes a while to go there.
  await page.getByRole("button", { name: "Lower the controls" }).click();
  await expect(async () => {
    const [map, panel] = [await page.locator("#map").boundingBox(), await page.locator(".panel").boundingBox()];
    const covered = ((map?.y ?? 0) + (map?.height ?? 0) - (panel?.y ?? 0)) / scale;
    expect(Math.abs((last("set_insets")?.bottom ?? 0) - covered)).toBeLessThan(20);
    // What was looked at is looked at again where there is room for it now.
    expect(told.findLastIndex(({ type }) => type === "look_at")).toBeGreaterThan(
      told.findLastIndex(({ type }) => type === "set_insets"),
    );
  }).toPass();
});

test("lying, the attraction fills the screen, and the panel is back at a touch @desktop", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`./?view=2d&kiosk=${KIOSK}`);
  await expect(page.getByRole("button", { name: WORDS.en.touch })).toBeVisible();
  const width = async () => (await page.locator("#map").boundingBox())?.width;
  await expect.poll(width).toBeCloseTo(1920, 0);
  await walkUp(page, "en");
  await expect.poll(width).toBeLessThan(1500);
});
