// An exhibitor designs a stand: by pointer, by keys, by numbers; what is found follows; nothing is lost.
import { readFileSync } from "node:fs";
import axe from "axe-core";
import type { Page } from "@playwright/test";
import { quantity } from "../../web/src/placing/labels.ts";
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

const WORDS = {
  en: { add: "Wall", findings: "Findings", undo: "Undo", redo: "Redo", outside: "Outside the stand", kept: "Kept on" },
  "zh-Hans": { add: "墙板", findings: "检查结果", undo: "撤销", redo: "重做", outside: "超出展位", kept: "已保存在" },
} as const;

const wall = (page: Page) => page.locator('[data-part="wall-1"]');
const outside = (page: Page, said: string) => page.getByRole("listitem").filter({ hasText: said });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function open(page: Page, stand: string, language: keyof typeof WORDS = "en"): Promise<void> {
  await page.goto(`./?view=2d&lang=${language}&design=${stand}`);
  await expect(page.locator(".placing .drawing")).toBeVisible();
}

/** Drags the wall so many metres. */
async function drag(page: Page, x: number, y: number): Promise<void> {
  const metre = await page
    .locator(".placing .drawing")
    .evaluate((drawing) => (drawing as unknown as SVGSVGElement).getScreenCTM()?.a ?? 0);
  const box = await wall(page).locator(".shape").boundingBox();
  if (!box) throw new Error("the wall is not drawn");
  const [fromX, fromY] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(fromX + (x * metre) / 2, fromY - (y * metre) / 2);
  await page.mouse.move(fromX + x * metre, fromY - y * metre);
  await page.mouse.up();
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

for (const [language, words] of Object.entries(WORDS) as [keyof typeof WORDS, (typeof WORDS)["en"]][]) {
  test(`what is dragged over the edge is found, undone and kept, in ${language}`, async ({ page, request, faults }) => {
    const { booth } = await demoVenue(request);
    await open(page, booth, language);
    await button(page, words.add).click();
    await expect(wall(page)).toBeFocused();
    await expect(wall(page).locator(".shape")).toHaveAttribute("d", /^M/);
    const inside = await wall(page).getAttribute("aria-label");

    await drag(page, 12, 0);
    await expect(outside(page, words.outside)).toBeVisible();
    await expect(page.locator(".placing .mark")).not.toHaveCount(0);
    await outside(page, words.outside).getByRole("button").click();
    await expect(page.locator(".placing .mark.chosen")).toHaveCount(1);
    expect(await violations(page)).toEqual([]);

    await button(page, words.undo).click();
    await expect(outside(page, words.outside)).toHaveCount(0);
    await expect(wall(page)).toHaveAttribute("aria-label", inside ?? "");
    await button(page, words.redo).click();
    await expect(outside(page, words.outside)).toBeVisible();
    await wall(page).focus();
    for (let metre = 0; metre < 12; metre += 1) await page.keyboard.press("Shift+ArrowLeft");
    await expect(outside(page, words.outside)).toHaveCount(0);
    const back = await wall(page).getAttribute("aria-label");

    await expect(page.getByText(words.kept)).toBeVisible();
    await page.waitForFunction(
      ([stand, x]) =>
        Object.entries(localStorage).some(
          ([key, text]) => key.endsWith(`.${stand}`) && JSON.parse(text as string).parts[0]?.at[0] === x,
        ),
      [booth, Number(/[\d.]+(?=[,，])/.exec(back ?? "")?.[0])] as const,
    );
    await page.reload();
    await expect(wall(page)).toHaveAttribute("aria-label", back ?? "");
    expect(faults).toEqual([]);
  });
}

for (const [language, aisle] of Object.entries({ en: /of aisle “Aisle \w+”/, "zh-Hans": /使通道“\w+通道”只剩/ })) {
  test(`what stands in an aisle is told with the aisle's name, in ${language}`, async ({ page, request }) => {
    const { bundle } = await demoVenue(request);
    const island = bundle.layout.booths.find(({ open_sides }) => open_sides.length === 4);
    await open(page, island?.id ?? "", language as keyof typeof WORDS);
    await button(page, WORDS[language as keyof typeof WORDS].add).click();
    const xs = island?.footprint.map(([x]) => x) ?? [];
    await drag(page, (Math.max(...xs) - Math.min(...xs)) / 2 + 1, 0);
    await expect(page.locator(".placing .finding").filter({ hasText: aisle })).not.toHaveCount(0);
  });
}

test("what is dragged sticks to the edges of what is beside it", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await open(page, booth);
  await button(page, "Wall").click();
  await button(page, "Screen").click();
  const at = async (part: string) => {
    const said = await page.locator(`[data-part="${part}"]`).getAttribute("aria-label");
    const [, x, y] = /at ([\d.]+), ([\d.]+) m/.exec(said ?? "") ?? [];
    return [Number(x), Number(y)] as const;
  };
  const [[screenX, screenY], [fromX, fromY]] = [await at("screen-1"), await at("wall-1")];
  await drag(page, screenX - 1.09 - fromX, screenY + 0.01 - fromY);
  const [x, y] = await at("wall-1");
  expect(screenX - x).toBeCloseTo(1 / 2 + 1.25 / 2, 3);
  expect(Math.abs(screenY - y)).toBeCloseTo((0.15 - 0.1) / 2, 3);
});

test("a finger carries a part all the way, and sets a point where it leaves @phone", async ({
  page,
  context,
  request,
}) => {
  const { booth } = await demoVenue(request);
  await open(page, booth);
  const session = await context.newCDPSession(page);
  const finger = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  // Browsers that would scroll take the finger away after its first step.
  const swipe = async (x: number, y: number) => {
    await finger("touchStart", { x, y });
    for (const step of [1, 2, 3, 4]) await finger("touchMove", { x: x - 20 * step, y: y + 20 * step });
    await finger("touchEnd");
  };
  await button(page, "Wall").click();
  const box = await wall(page).locator(".shape").boundingBox();
  if (!box) throw new Error("the wall is not drawn");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await swipe(x, y);
  const middle = async () => {
    const moved = await wall(page).locator(".shape").boundingBox();
    return (
      moved && [Math.round((moved.x + moved.width / 2 - x) / 10), Math.round((moved.y + moved.height / 2 - y) / 10)]
    );
  };
  await expect.poll(middle).toEqual([-8, 8]);
  await button(page, "Measure").click();
  await swipe(x, y);
  await expect(page.locator(".tape circle")).toHaveCount(1);
});

test("what is on the stand leaves as a file and comes back, and a wrong file changes nothing", async ({
  page,
  request,
}) => {
  const { booth } = await demoVenue(request);
  await open(page, booth);
  await button(page, "Wall").click();
  const arrived = page.waitForEvent("download");
  await button(page, "Export").click();
  const download = await arrived;
  expect(download.suggestedFilename()).toBe(`design-${booth}.json`);
  const text = readFileSync(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({ format: "fairway-placement/1", stand: booth, parts: [{ id: "wall-1" }] });

  const give = (name: string, content: string) =>
    page
      .locator(".placing input[type=file]")
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  const said = page.locator(".placing .notices");
  const wrong: [content: string, says: string][] = [
    ["{", "This is no design"],
    [text.replace("placement/1", "placement/9"), "later than"],
    [text.replace('"kind": "wall"', '"kind": "castle"'), "castle"],
    [text.replace(`"${booth}"`, '"nowhere"'), "for stand nowhere"],
  ];
  for (const [content, says] of wrong) {
    await give("wrong.json", content);
    await expect(said).toContainText(says);
    await expect(wall(page)).toHaveCount(1);
  }
  await wall(page).focus();
  await page.keyboard.press("Delete");
  await expect(wall(page)).toHaveCount(0);
  await give("right.json", text);
  await expect(wall(page)).toHaveCount(1);
  await expect(said).toBeEmpty();
  await page.keyboard.press("Control+z");
  await expect(wall(page)).toHaveCount(0);
});

test("numbers say the same as the drawing, and what is locked stays", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await open(page, booth);
  await button(page, "Counter").click();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("x (m)")).toBeFocused();
  await page.getByLabel("x (m)").fill("1.5");
  await page.getByLabel("Height (m)").fill("9");
  await page.getByLabel("Name", { exact: true }).fill("Reception");
  await page.keyboard.press("Enter");
  const drawn = page.locator('[data-part="counter-1"]');
  await expect(drawn).toHaveAttribute("aria-label", /^Reception at 1.5,/);
  await expect(page.getByRole("listitem").filter({ hasText: "“Reception” is 9 m high" }).first()).toBeVisible();
  await button(page, "Lock").click();
  await drawn.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Delete");
  await expect(drawn).toHaveAttribute("aria-label", /^Reception at 1.5,/);
});

test("a part is named in the drawing where its name fits, and the title stands on one line", async ({
  page,
  request,
}) => {
  const { booth } = await demoVenue(request);
  await open(page, booth);
  await button(page, "Counter").click();
  await page.keyboard.press("Enter");
  const named = page.locator('[data-part="counter-1"] text');
  await page.getByLabel("Name", { exact: true }).fill("A");
  await page.keyboard.press("Enter");
  await expect(named).toHaveText("A");
  await page.getByLabel("Name", { exact: true }).fill("The counter where everybody is received");
  await page.keyboard.press("Enter");
  await expect(named).toHaveCount(0);
  const lines = await page.locator("#placing-title").evaluate((title) => {
    const { height } = title.getBoundingClientRect();
    return height / Number.parseFloat(getComputedStyle(title).lineHeight);
  });
  expect(lines).toBeLessThan(1.5);
});

for (const [language, said] of Object.entries({
  en: {
    design: "Exhibiting here? Design this stand",
    stand: "raw space",
    open: "4 sides open",
    most: "at most",
    rules: "Rules",
    power: "Electricity",
    at: /^at [\d.]+, [\d.]+ m$/,
  },
  "zh-Hans": {
    design: "在此参展？设计此展位",
    stand: "光地",
    open: "4 面开口",
    most: "不大于",
    rules: "适用",
    power: "电源",
    at: /^位于 [\d.]+，[\d.]+ 米$/,
  },
})) {
  test(`a stand is found by search, opened from its card, and told before anything stands on it, in ${language}`, async ({
    page,
    request,
    faults,
  }) => {
    const { bundle } = await demoVenue(request);
    const { booths, units } = bundle.layout;
    const island = booths.find(({ open_sides }) => open_sides.length === 4);
    const hall = units.find(({ id }) => id === island?.unit);
    await page.goto(`./?view=2d&lang=${language}`);
    await page.locator("#search").fill(island?.id ?? "");
    await expect(page.getByRole("option").first()).toContainText(island?.id ?? "");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: said.design }).click();
    await expect(page.locator(".placing .drawing")).toBeVisible();
    const about = page.locator(".placing details").first();
    const summary = about.locator("summary");
    await expect(summary).toContainText(said.stand);
    await expect(summary).toContainText(said.open);
    const rows = about.locator("dl > div");
    await expect(rows.first()).toBeHidden();
    await summary.click();
    // What is beyond each side, and how high the hall is.
    for (let side = 0; side < (island?.footprint.length ?? 0); side += 1) {
      await expect(rows.nth(side).locator("dd")).not.toBeEmpty();
    }
    await expect(about).toContainText(`${hall?.height_m} m`);
    await expect(about.locator("h3")).toContainText(said.rules);
    const height = bundle.rules.rules.find(({ id }) => id === "single_deck_max_height");
    await expect(
      rows.filter({ hasText: height?.source ?? "" }).filter({ hasText: `${said.most} ${height?.value} m` }),
    ).not.toHaveCount(0);
    await expect(rows.filter({ hasText: said.power }).locator("dd")).toHaveText(said.at);
    await expect(page.locator(".placing .drawing .service").first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);

    // Whoever goes back is at the card again.
    await page.goBack();
    await expect(page.getByRole("link", { name: said.design })).toBeVisible();
  });
}

test("Escape leads to the stand's card, and a stand that is not there to one that is", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await open(page, booth);
  await page.locator(".placing input[type=file]").dispatchEvent("cancel", { bubbles: true });
  await expect(page.locator(".placing")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".placing")).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`place=${booth}`));
  await expect(page.locator("[data-panel-title]")).toBeFocused();
  await page.goto(`./?view=2d&lang=en&design=${booth}x`);
  await expect(page.getByText(`no stand “${booth}x”`)).toBeVisible();
  await page.getByRole("button", { name: /^Open / }).click();
  await expect(page.locator(".placing .drawing")).toBeVisible();
});

test("a device that keeps nothing is said", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("no", "QuotaExceededError");
    };
  });
  await open(page, booth);
  await button(page, "Wall").click();
  await expect(page.getByText("does not keep the design")).toBeVisible();
});

test("a desk that dies is followed by another, with the design", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await open(page, booth);
  await button(page, "Wall").click();
  await expect(wall(page).locator(".shape")).toHaveAttribute("d", /^M/);
  const desk = page.workers().find((worker) => worker.url().includes("placing-worker"));
  await desk?.evaluate(() => {
    setTimeout(() => {
      throw new Error("a fault");
    });
  });
  await wall(page).focus();
  for (let metre = 0; metre < 12; metre += 1) await page.keyboard.press("Shift+ArrowRight");
  await expect(outside(page, WORDS.en.outside)).toBeVisible();
  expect(desk).toBeDefined();
});

test("no check waits for who looks round, and who hangs over it is followed by another", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await open(page, booth);
  const lines = page.locator(".placing [aria-labelledby=placing-seen] dl");
  await expect(lines).toBeVisible();
  const [, looking] = page.workers().filter((worker) => worker.url().includes("placing-worker"));
  const hanging = looking?.evaluate(() => {
    for (;;);
  });
  // Ended, it has nothing to say.
  hanging?.catch(() => undefined);
  expect(hanging).toBeDefined();
  await button(page, "Wall").click();
  for (let metre = 0; metre < 12; metre += 1) await page.keyboard.press("Shift+ArrowRight");
  await expect(outside(page, WORDS.en.outside)).toBeVisible();
  await expect(page.locator(".placing [aria-labelledby=placing-seen] dl.stale")).toBeVisible();
  await expect(page.locator(".placing [aria-labelledby=placing-seen] dl:not(.stale)")).toBeVisible({ timeout: 60_000 });
});

test("a share of nothing is told without a sign @desktop", () => {
  expect([quantity(-0, "share", "en"), quantity(-0.0001, "share", "zh-Hans")]).toEqual(["0%", "0%"]);
  expect(quantity(-0.02, "share", "en")).toBe("-2%");
});
