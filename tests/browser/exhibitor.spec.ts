// The whole way of an exhibitor, on a desk and on a tablet: an island that breaks rules and is mended, an own model beside a column, a crash, a file for
// somebody else, and what the organiser is told of it.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { WORDS } from "../../web/src/placing/words.ts";
import type { Language } from "../../web/src/strings/languages.ts";
import { box } from "./models.ts";
import { expect, test } from "./support.ts";
import { type Bundle, demoVenue } from "./venue.ts";

const FAIRWAY = join(process.env.CARGO_TARGET_DIR ?? "target", "release/fairway");
const VENUE = "assets/venues/gdte";
const SCREENS = { desk: { width: 1280, height: 800 }, tablet: { width: 820, height: 1180 } };
const BROKEN = ["boundary_max_overhang", "single_deck_max_height", "aisle_side_wall_max_share"];
/** A column so near a stand, in metres, is in the way. */
const BESIDE_M = 0.65;

type Box = readonly [left: number, low: number, right: number, high: number];

function boxOf(polygon: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [polygon.map(([x]) => x), polygon.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the demo venue has no ${what}`);
  return value;
}

/** An island of 6 × 6 m, and a stand with a column behind its first corner. */
function standsOf({ layout }: Bundle): { island: string; besideColumn: string; column: string } {
  const isIsland = ({ footprint, open_sides }: Bundle["layout"]["booths"][number]) => {
    const [left, low, right, high] = boxOf(footprint);
    return open_sides.length === 4 && Math.abs(right - left - 6) < 0.01 && Math.abs(high - low - 6) < 0.01;
  };
  const columns = layout.fixtures.filter(({ kind }) => kind === "column");
  const near = layout.booths.flatMap(({ id, footprint }) => {
    const [left, low, right] = boxOf(footprint);
    const column = columns.find((each) => {
      const [, from, edge, to] = boxOf(each.footprint);
      return left >= edge && left - edge < BESIDE_M && from >= low && to <= low + 4;
    });
    return column && right - left < 4 ? [{ besideColumn: id, column: column.id }] : [];
  });
  return { island: present(layout.booths.find(isIsland), "island of 6 × 6 m").id, ...present(near[0], "such column") };
}

const part = (page: Page, id: string) => page.locator(`[data-part="${id}"]`);
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const found = (page: Page) => page.locator(".placing .finding b");
const isDrawn = (page: Page, id: string) => expect(part(page, id).locator(".shape")).toHaveAttribute("d", /^M/);

async function open(page: Page, stand: string, language: Language): Promise<void> {
  await page.goto(`./?view=2d&lang=${language}&design=${stand}`);
  await expect(page.locator(".placing .drawing")).toBeVisible();
}

/** Says of a part what it is to be, in the fields of that name. */
async function set(page: Page, id: string, numbers: Record<string, number>): Promise<void> {
  await part(page, id).press("Enter");
  for (const [name, value] of Object.entries(numbers)) {
    const field = page.getByLabel(name, { exact: true });
    await field.fill(String(value));
    await field.press("Enter");
  }
}

for (const [screen, viewport] of Object.entries(SCREENS)) {
  for (const language of ["en", "zh-Hans"] as const) {
    test(`an island is mended, and an own model placed, kept and handed on: ${screen}, ${language} @desktop`, async ({
      page,
      context,
      browser,
      request,
      faults,
    }, info) => {
      const words = WORDS[language];
      const { island, besideColumn, column } = standsOf((await demoVenue(request)).bundle);
      const titles = (measures: readonly string[]) => measures.map((measure) => words.measures[measure] ?? measure);
      const photograph = (name: string, of = page) => of.screenshot({ path: info.outputPath(`${name}.png`) });
      await page.setViewportSize(viewport);

      // Three rules are broken, one by each part.
      await open(page, island, language);
      await expect(page.getByText(words.noParts)).toBeVisible();
      for (const kind of ["counter", "tower", "wall"] as const) await button(page, words.kinds[kind]).click();
      await isDrawn(page, "wall-1");
      await set(page, "counter-1", { [words.x]: 6, [words.y]: 2 });
      await set(page, "tower-1", { [words.x]: 3, [words.y]: 3, [words.height]: 9 });
      await set(page, "wall-1", { [words.x]: 3, [words.y]: 0.1, [words.width]: 5.5 });
      for (const title of titles(BROKEN)) await expect(found(page).filter({ hasText: title })).not.toHaveCount(0);
      await expect(page.locator(".placing .mark")).not.toHaveCount(0);
      await photograph("1-broken");
      await set(page, "counter-1", { [words.x]: 4.5 });
      await set(page, "tower-1", { [words.height]: 3 });
      await set(page, "wall-1", { [words.width]: 1.5, [words.y]: 3 });
      await expect(page.getByText(words.noFindings)).toBeVisible();
      await photograph("2-mended");

      // An own model, dropped, at half its size, too near a column.
      await open(page, besideColumn, language);
      await page.locator(".placing .board").evaluate(
        (board, bytes) => {
          const files = new DataTransfer();
          files.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], "Robot.glb"));
          for (const type of ["dragover", "drop"]) {
            board.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
          }
        },
        box([2, 3, 2]).toString("base64"),
      );
      await isDrawn(page, "model-1");
      await set(page, "model-1", { [words.scale]: 50, [words.x]: 0.2 });
      await expect(page.getByLabel(words.width, { exact: true })).toHaveValue("1");
      const beside = page.locator(".placing .finding").filter({ hasText: words.measures.column_clearance ?? "" });
      await expect(beside).toContainText(column);
      const told = await found(page).allTextContents();
      await photograph("3-column");

      // The page dies while it is dragged: it is there again, and brought back beside the column.
      const shape = present((await part(page, "model-1").locator(".shape").boundingBox()) ?? undefined, "shape");
      await page.mouse.move(shape.x + shape.width / 2, shape.y + shape.height / 2);
      await page.mouse.down();
      await page.mouse.move(shape.x + shape.width / 2 + 40, shape.y + shape.height / 2, { steps: 8 });
      await expect(page.getByText(words.kept)).toBeVisible();
      await page.waitForTimeout(1000);
      const died = page.waitForEvent("crash");
      void (await context.newCDPSession(page)).send("Page.crash").catch(() => undefined);
      await died;
      const again = await context.newPage();
      await again.setViewportSize(viewport);
      await open(again, besideColumn, language);
      await isDrawn(again, "model-1");
      await set(again, "model-1", { [words.x]: 0.2 });
      await expect(found(again)).toHaveText(told);

      // Somebody else opens the file, and sees the same; so does the organiser.
      const arrived = again.waitForEvent("download");
      await button(again, words.exportFile).click();
      const file = info.outputPath("design.fairway.zip");
      await (await arrived).saveAs(file);
      const profile = await browser.newContext({ baseURL: new URL(".", again.url()).href, viewport });
      const other = await profile.newPage();
      await open(other, besideColumn, language);
      await other.locator(".placing input[type=file]").setInputFiles(file);
      await isDrawn(other, "model-1");
      await expect(found(other)).toHaveText(told);
      await photograph("4-elsewhere", other);
      await profile.close();
      const { findings } = checked(file);
      const severities = { error: words.severities.error, warning: words.severities.warning };
      expect(
        findings.map(({ rule, severity }) => `${severities[severity]} · ${titles([rule.replaceAll("-", "_")])[0]}`),
      ).toEqual(told);
      expect(findings.some(({ message }) => message.includes(column))).toBe(true);
      expect(faults).toEqual([]);
    });
  }
}

interface Finding {
  rule: string;
  severity: "error" | "warning";
  message: string;
}

/** What the organiser's check says of a booking. */
function checked(file: string): { findings: Finding[] } {
  const run = (): string => {
    try {
      return execFileSync(FAIRWAY, ["check", VENUE, "--placements", file, "--json"], { encoding: "utf8" });
    } catch (error) {
      // It says by its exit code that there are errors.
      return (error as { stdout: string }).stdout;
    }
  };
  return present((JSON.parse(run()) as { findings: Finding[] }[])[0], "booking");
}
