// Pictures of the 3D stage, one sheet a language: build/contact-sheet/. Looked at after every change of how it looks.
//   node scripts/contact-sheet.mjs [--dir dist] [--language en]… [--only overview]…
import { chromium as playwright } from "@playwright/test";
import { build } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { serve } from "../web/serve.mjs";
import { IN_SOFTWARE, chromium } from "./chromium.mjs";

/** @typedef {"desktop" | "dark" | "phone"} Device */
/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {Record<string, string>} address
 * @property {boolean} [walks]
 * @property {Device} [device]
 */

const OUT = "build/contact-sheet";
/** @type {Record<Device, import("@playwright/test").BrowserContextOptions>} */
const DEVICES = {
  desktop: { viewport: { width: 1280, height: 720 } },
  dark: { viewport: { width: 1280, height: 720 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};
/** Software rendering takes its time. */
const DRAWN_MS = 120_000;
/** The camera rests, and labels have come, when two pictures so far apart are the same. */
const REST_MS = 400;
const CELL_PX = 640;
const COLUMNS = 3;

const { values } = parseArgs({
  options: {
    dir: { type: "string", default: "dist" },
    language: { type: "string", multiple: true, default: ["en", "zh-Hans"] },
    only: { type: "string", multiple: true, default: [] },
  },
});

/** The page's own words. */
async function words() {
  const { outputFiles } = await build({
    entryPoints: ["web/src/strings/index.ts"],
    bundle: true,
    format: "esm",
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? "").toString("base64")}`);
}

/**
 * What is worth looking at in a venue, whichever it is.
 * @returns {Promise<Picture[]>}
 */
async function pictures() {
  const { venues } = JSON.parse(await readFile(`${values.dir}/venues/index.json`, "utf8"));
  const { layout } = JSON.parse(await readFile(`${values.dir}/venues/${venues[0].id}/venue.json`, "utf8"));
  const { units, booths, levels, openings } = layout;
  /** @type {{ id: string }[]} */
  const halls = units.filter((/** @type {{ kind: string }} */ { kind }) => kind === "hall");
  const concourse = units.find((/** @type {{ kind: string }} */ { kind }) => kind === "concourse");
  const entrance = openings.find((/** @type {{ name?: object }} */ { name }) => name !== undefined);
  const upper = levels.reduce((/** @type {any} */ a, /** @type {any} */ b) => (b.ordinal > a.ordinal ? b : a));
  // From the smallest to the largest: they are built differently.
  const bySize = booths.toSorted((/** @type {any} */ a, /** @type {any} */ b) => area(a) - area(b));
  const [small, middle, large] = [0.5, 0.9, 0.999].map((part) => bySize[Math.floor(part * bySize.length)].id);
  /** @type {Picture[]} */
  const all = [
    { name: "overview", address: {} },
    ...halls.map(({ id }) => ({ name: id, address: { hall: id } })),
    ...(concourse ? [{ name: "concourse", address: { place: concourse.id }, walks: true }] : []),
    { name: "upper", address: { level: upper.id } },
    ...[small, middle, large].map((place) => ({ name: `booth-${place}`, address: { place } })),
    { name: "walk", address: { place: small }, walks: true },
    { name: "route", address: { from: entrance?.id ?? small, to: middle } },
    { name: "dark-overview", address: {}, device: "dark" },
    ...halls
      .slice(0, 1)
      .map(({ id }) => ({ name: "dark-hall", address: { hall: id }, device: /** @type {Device} */ ("dark") })),
    { name: "phone-overview", address: {}, device: "phone" },
    { name: "phone-booth", address: { place: middle }, device: "phone" },
  ];
  return all.filter(({ name }) => values.only.length === 0 || values.only.some((part) => name.includes(part)));
}

/** @param {{ footprint: [number, number][] }} booth twice its area */
function area({ footprint }) {
  return Math.abs(
    footprint.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = footprint[(i + 1) % footprint.length] ?? [x, y];
      return sum + x * nextY - nextX * y;
    }, 0),
  );
}

/**
 * The page when nothing in it moves any more.
 * @param {import("@playwright/test").Page} page
 */
async function atRest(page) {
  const until = Date.now() + DRAWN_MS;
  let before = await page.screenshot();
  while (Date.now() < until) {
    await page.waitForTimeout(REST_MS);
    const now = await page.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
  throw new Error(`${page.url()} never came to rest`);
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} url
 * @param {string} language
 * @param {Picture} picture
 * @param {{ walk: string }} strings
 */
async function take(browser, url, language, { name, address, walks, device = "desktop" }, strings) {
  const context = await browser.newContext(DEVICES[device]);
  try {
    const page = await context.newPage();
    await page.goto(`${url}?${new URLSearchParams({ ...address, view: "3d", lang: language })}`);
    await page.waitForFunction(() => performance.getEntriesByName("stage-complete").length > 0, undefined, {
      timeout: DRAWN_MS,
    });
    if (walks) {
      await atRest(page);
      await page.getByRole("button", { name: strings.walk }).click();
    }
    const png = await atRest(page);
    await writeFile(`${OUT}/${language}-${name}.png`, png);
    return { name, png };
  } finally {
    await context.close();
  }
}

/** @param {{ name: string, png: Buffer }[]} shots */
function sheet(shots) {
  const figures = shots.map(
    ({ name, png }) =>
      `<figure><img src="data:image/png;base64,${png.toString("base64")}"><figcaption>${name}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 16px; display: grid; grid-template-columns: repeat(${COLUMNS}, ${CELL_PX}px); gap: 16px; background: #888; }
    figure { margin: 0; font: 16px system-ui; color: #fff; }
    img { width: 100%; height: ${(CELL_PX * 9) / 16}px; object-fit: contain; display: block; }
  </style>${figures.join("")}`;
}

await mkdir(OUT, { recursive: true });
const [{ stringsOf }, wanted] = await Promise.all([words(), pictures()]);
const site = await serve({ dir: values.dir, port: 0 });
const browser = await playwright.launch({ executablePath: chromium(), args: IN_SOFTWARE });
try {
  for (const language of values.language) {
    const shots = [];
    for (const picture of wanted) shots.push(await take(browser, site.url, language, picture, stringsOf(language)));
    const page = await browser.newPage({ viewport: { width: COLUMNS * (CELL_PX + 16) + 16, height: 720 } });
    await page.setContent(sheet(shots));
    await page.screenshot({ path: `${OUT}/${language}.png`, fullPage: true });
    await page.close();
    console.log(`${OUT}/${language}.png: ${shots.length} pictures`);
  }
} finally {
  await browser.close();
  await site.close();
}
