// What an exhibitor waits for on a design's page: a move of the pointer while a part is dragged, until its findings are seen too; who sees the stand, and
// what becomes of walks; and an own model of 10 MB until it is drawn, beside three.js's GLTFLoader with the same bytes in the same browser.
// Fairs larger than the demo, which has about 1,000 booths, are those of benches/frames.mjs.
//   node benches/placing.mjs [--fairs demo,20000] [--moves 60] [--rounds 3]
import { chromium as playwright } from "@playwright/test";
import { build } from "esbuild";
import { readdirSync } from "node:fs";
import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { IN_SOFTWARE, chromium } from "../scripts/chromium.mjs";
import { serve } from "../web/serve.mjs";
import { builtVenue } from "./frames/fairs.mjs";
import { TRIANGLES, furniture } from "./placing/model.mjs";

const SITE = "build/bench/placing";
const MODEL = "furniture.glb";
/** The pointer goes round on a circle of that radius. */
const RADIUS_PX = 60;
/** Pages are composed without a GPU, as browsers do that have none; WebGL alone is drawn by SwiftShader. */
const ARGS = IN_SOFTWARE.filter((arg) => !["--use-angle=swiftshader", "--ignore-gpu-blocklist"].includes(arg));
/** So long somebody looks for a file in the system's dialogue. */
const DIALOG_MS = 2000;
/** What takes longer has failed. */
const PATIENCE_MS = 60_000;

const { values } = parseArgs({
  options: {
    fairs: { type: "string", default: "demo,20000" },
    moves: { type: "string", default: "60" },
    rounds: { type: "string", default: "3" },
  },
});

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** @param {string} what @param {number[]} times @param {string} [aim] */
function tell(what, times, aim = "") {
  if (times.length === 0) throw new Error(`nothing was measured of “${what}”`);
  const [middle, worst] = [median(times), Math.max(...times)].map((ms) => ms.toFixed(1).padStart(8));
  console.log(`  ${what.padEnd(56)}${middle}${worst}  ${String(times.length).padStart(5)}  ${aim}`);
}

/** The site with that venue in place of its own. @param {string} fair */
async function siteOf(fair) {
  const dir = join(SITE, fair);
  await mkdir(dir, { recursive: true });
  for (const name of readdirSync("dist")) {
    if (name !== "venues" && !/\.(br|gz)$/.test(name)) await symlink(resolve("dist", name), join(dir, name));
  }
  await symlink(resolve(builtVenue(fair), ".."), join(dir, "venues"));
  return serve({ dir, port: 0 });
}

/** A page of three.js's. */
async function otherSite() {
  const dir = join(SITE, "three");
  await mkdir(dir, { recursive: true });
  await cp("benches/placing/three.html", join(dir, "index.html"));
  await writeFile(join(dir, "404.html"), "");
  await build({
    entryPoints: ["benches/placing/three.js"],
    outfile: join(dir, "three.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
  });
  return serve({ dir, port: 0 });
}

/** In front of the desks' program: how long each takes for what it is asked. */
const PEEPHOLE = `
self.asked = {};
{
  let [what, began] = [];
  addEventListener("message", ({ data: { command } }) => {
    if (command) [what, began] = [typeof command === "string" ? command : Object.keys(command)[0], performance.now()];
  });
  const say = self.postMessage;
  self.postMessage = (message, ...rest) => {
    say(message, ...rest);
    if (message.kind === "answer") (self.asked[what] ??= []).push(performance.now() - began);
  };
}
`;

/** What the desks were asked: the one that checks, and the one that looks round. @param {import("@playwright/test").Page} page */
async function askedOf(page) {
  const desks = page.workers().filter((worker) => worker.url().includes("placing-worker"));
  const [checking, looking] = await Promise.all(
    desks.map((desk) => desk.evaluate(() => /** @type {Record<string, number[]>} */ (self.asked))),
  );
  return { ...checking, look_round: looking.look_round, compare_ways: looking.compare_ways };
}

const settled = (/** @type {import("@playwright/test").Page} */ page) => page.evaluate(() => globalThis.settled());
const seen = (/** @type {import("@playwright/test").Page} */ page) => page.evaluate(() => globalThis.seen);

/** Opens the first island of the venue, with one of each thing of the kit. @param {import("@playwright/test").Page} page @param {string} url */
async function open(page, url) {
  const { venues } = await (await fetch(`${url}venues/index.json`)).json();
  const { layout } = await (await fetch(`${url}venues/${venues[0].id}/venue.json`)).json();
  const stand = layout.booths.find((/** @type {any} */ { open_sides }) => open_sides.length === 4);
  await page.addInitScript({ path: "benches/placing/watch.js" });
  await page.route(/\/placing-worker\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${PEEPHOLE}\n${await response.text()}` });
  });
  await page.goto(`${url}?view=2d&lang=en&design=${stand.id}`);
  await page.locator(".placing .drawing").waitFor();
  await page.locator(".placing [aria-labelledby=placing-seen] dl:not(.stale)").waitFor({ timeout: PATIENCE_MS });
  // The last of the shelf is for own models.
  const kit = (await page.locator(".placing .shelf button").all()).slice(0, -1);
  for (const button of kit) {
    await button.click();
    await settled(page);
  }
  return { stand: stand.id, booths: layout.booths.length };
}

/** Drags a part about: what the checks of each move took. @param {import("@playwright/test").Page} page @param {string} part */
async function drag(page, part) {
  const before = (await askedOf(page)).read_design.length;
  const box = await page.locator(`[data-part="${part}"] .shape`).boundingBox();
  if (!box) throw new Error(`${part} is not drawn`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= Number(values.moves); i++) {
    const turn = (2 * Math.PI * i) / Number(values.moves);
    await page.mouse.move(x - RADIUS_PX + RADIUS_PX * Math.cos(turn), y + RADIUS_PX * Math.sin(turn));
    await settled(page);
  }
  await page.mouse.up();
  return (await askedOf(page)).read_design.slice(before);
}

/** Moves a part and lets it rest. @param {import("@playwright/test").Page} page */
async function rest(page) {
  await page.keyboard.press("ArrowLeft");
  await page.locator(".placing [aria-labelledby=placing-seen] dl.stale").waitFor({ timeout: PATIENCE_MS });
  await page.locator(".placing [aria-labelledby=placing-seen] dl:not(.stale)").waitFor({ timeout: PATIENCE_MS });
}

/** @template T @param {Promise<T>} work @param {string} what @returns {Promise<T>} */
function within(work, what) {
  const over = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${what} did not come in ${PATIENCE_MS / 1000} s`)), PATIENCE_MS).unref();
  });
  return Promise.race([work, over]);
}

/** An own model, in turn with three.js. @param {import("@playwright/test").Page} page @param {import("@playwright/test").Page} other */
async function readModels(page, other) {
  const buffer = await furniture(page);
  await writeFile(join(SITE, "three", MODEL), buffer);
  /** @type {number[]} */
  const theirs = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    await page.bringToFront();
    const chooser = page.waitForEvent("filechooser");
    await page.locator("#placing-import").click();
    const files = await chooser;
    await page.waitForTimeout(DIALOG_MS);
    await files.setFiles({ name: MODEL, mimeType: "", buffer });
    const refusal = await within(
      page.evaluate((part) => globalThis.drawn(part), round > 0 ? "model-2" : "model-1"),
      "the model's drawing",
    );
    if (refusal) throw new Error(`the model is refused: ${refusal}`);
    if (round > 0) await page.keyboard.press("Delete");
    await other.bringToFront();
    theirs.push(
      await within(
        other.evaluate((file) => globalThis.show(file), MODEL),
        "three.js's picture",
      ),
    );
  }
  const { read } = await seen(page);
  const ours = read.map((/** @type {any} */ { shown }) => shown);
  console.log(`  A model of ${(buffer.length / 2 ** 20).toFixed(1)} MB, ${TRIANGLES} triangles:`);
  tell(
    `from the choice of the file, in ${DIALOG_MS / 1000} s, until its worker is there`,
    read.map((/** @type {any} */ { started }) => started),
  );
  tell(
    "read, measured and written anew",
    read.map((/** @type {any} */ each) => each.read),
  );
  const ratio = (median(ours) / median(theirs)).toFixed(1);
  tell("from the choice of the file until it is drawn", ours, `${ratio} × three.js (aim 1.5)`);
  tell("three.js, from the bytes until it is drawn", theirs);
  await page.bringToFront();
  tell("a move of the model: its checks, in the worker", await drag(page, "model-1"));
}

await rm(SITE, { recursive: true, force: true });
const browser = await playwright.launch({ executablePath: chromium(), args: ARGS });
const three = await otherSite();
try {
  const [first, ...more] = values.fairs.split(",");
  for (const fair of [first, ...more]) {
    const site = await siteOf(fair);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
    const page = await context.newPage();
    const { stand, booths } = await open(page, site.url);
    const head = `${fair}: ${booths} booths, stand ${stand}, ${await page.locator(".placing .part").count()} parts`;
    console.log(`\n${head.padEnd(58)}median ms   worst  times`);
    const checks = await drag(page, "counter-1");
    const { frames, moved, answered } = await seen(page);
    tell("a move: its checks, in the worker", checks, "(aim 2)");
    tell("a move: the page draws the part, with layout", moved, "(aim 8)");
    tell("a move: from one frame to the next", frames, "(aim 17)");
    tell("a move: from the pointer to the frame with the findings", answered);
    for (let round = 0; round <= Number(values.rounds); round++) await rest(page);
    const { look_round: looked, compare_ways: compared } = await askedOf(page);
    tell("at rest: who sees it, the first time", looked.slice(0, 1));
    tell("at rest: who sees it", looked.slice(1), "(aim 100)");
    tell("at rest: what becomes of aisles and walks", compared.slice(1));
    if (fair === first) {
      const other = await context.newPage();
      await other.goto(three.url);
      await other.waitForFunction(() => "show" in globalThis);
      await readModels(page, other);
    }
    await context.close();
    await site.close();
  }
} finally {
  await browser.close();
  await three.close();
}
