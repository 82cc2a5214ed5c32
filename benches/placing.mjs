// What an exhibitor waits for on a design's page: a move of the pointer while a part is dragged (its checks, and the drawing of it), who sees
// the stand, what becomes of ways, and an own model of 10 MB until it is drawn, beside three.js's GLTFLoader in the same browser.
// Fairs larger than the demo are those of benches/frames.mjs.
//   node benches/placing.mjs [--fairs demo,20000] [--moves 60] [--rounds 3]
import { chromium as playwright } from "@playwright/test";
import { build } from "esbuild";
import { readdirSync } from "node:fs";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { IN_SOFTWARE, chromium } from "../scripts/chromium.mjs";
import { serve } from "../web/serve.mjs";
import { builtVenue } from "./frames/fairs.mjs";

const SITE = "build/bench/placing";
const MODEL = "blob.glb";
/** Corners round and from pole to pole, and the side of the picture on it: together about 10 MB. */
const ROUND = 400;
const PICTURE_PX = 1200;
/** The pointer goes round on a circle of that radius. */
const RADIUS_PX = 60;

const { values } = parseArgs({
  options: {
    fairs: { type: "string", default: "demo,20000" },
    moves: { type: "string", default: "60" },
    rounds: { type: "string", default: "3" },
  },
});

/** @param {number[]} numbers @param {number} [share] */
function quantile(numbers, share = 0.5) {
  return numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
}

/** @param {number[]} times */
const told = (times) =>
  `median ${quantile(times).toFixed(1).padStart(7)}, worst ${Math.max(...times).toFixed(1)} ms (${times.length} times)`;

/** In the page: how long the desk takes to answer what, and the page to draw what the pointer did. */
function watch() {
  const seen = { asked: /** @type {Record<string, number[]>} */ ({}), drawn: /** @type {number[]} */ ([]), given: 0 };
  let open = 0;
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    /** @type {Map<number, [string, number]>} */
    questions = new Map();
    /** @param {string | URL} url @param {WorkerOptions} options */
    constructor(url, options) {
      super(url, options);
      this.isDesk = String(url).includes("placing-worker");
      this.addEventListener("message", ({ data }) => {
        const [what, begun] = this.questions.get(data.id) ?? [];
        if (what === undefined || begun === undefined) return;
        this.questions.delete(data.id);
        open -= 1;
        (seen.asked[what] ??= []).push(performance.now() - begun);
      });
    }
    /** @param {any} message @param {any} transfer */
    postMessage(message, transfer) {
      if (this.isDesk && message.kind === "ask") {
        const { command } = message;
        open += 1;
        this.questions.set(message.id, [
          typeof command === "string" ? command : Object.keys(command)[0],
          performance.now(),
        ]);
      }
      super.postMessage(message, transfer);
    }
  };
  let began = 0;
  addEventListener("pointermove", () => (began = performance.now()), { capture: true });
  addEventListener("pointermove", () => {
    document.querySelector(".placing .drawing")?.getBoundingClientRect();
    seen.drawn.push(performance.now() - began);
  });
  addEventListener("change", () => (seen.given = performance.now()), { capture: true });
  Object.assign(globalThis, {
    seen,
    /** Once every question is answered and the frame after it is there. */
    settled: async () => {
      do await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      while (open > 0);
    },
    /** Milliseconds from the choice of a file until a part of that name is drawn. */
    shown: async (/** @type {string} */ part) => {
      while (!document.querySelector(`[data-part="${part}"] .shape[d^="M"]`)) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return performance.now() - seen.given;
    },
  });
}

/** A sphere with waves, of positions, normals, places in a picture, and 32-bit indices. @param {Buffer} picture a PNG */
function blob(picture) {
  const [points, normals, places, indices] = [[], [], [], []].map((list) => /** @type {number[]} */ (list));
  for (let i = 0; i <= ROUND; i++) {
    for (let j = 0; j <= ROUND; j++) {
      const [around, down] = [(2 * Math.PI * i) / ROUND, (Math.PI * j) / ROUND];
      const normal = [Math.sin(down) * Math.cos(around), Math.cos(down), Math.sin(down) * Math.sin(around)];
      const radius = 1 + 0.1 * Math.sin(5 * around) * Math.sin(4 * down);
      points.push(...normal.map((c) => c * radius));
      normals.push(...normal);
      places.push(i / ROUND, j / ROUND);
      if (i === ROUND || j === ROUND) continue;
      const at = i * (ROUND + 1) + j;
      indices.push(at, at + 1, at + ROUND + 1, at + 1, at + ROUND + 2, at + ROUND + 1);
    }
  }
  const bytes = (/** @type {ArrayLike<number>} */ list, /** @type {any} */ kind) => Buffer.from(new kind(list).buffer);
  const parts = [
    bytes(points, Float32Array),
    bytes(normals, Float32Array),
    bytes(places, Float32Array),
    bytes(indices, Uint32Array),
    picture,
  ];
  let at = 0;
  const bufferViews = parts.map(({ length }) => {
    const view = { buffer: 0, byteOffset: at, byteLength: length };
    at += Math.ceil(length / 4) * 4;
    return view;
  });
  const count = points.length / 3;
  const json = JSON.stringify({
    asset: { version: "2.0" },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, NORMAL: 1, TEXCOORD_0: 2 }, indices: 3, material: 0 }] }],
    materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } } }],
    textures: [{ source: 0 }],
    images: [{ bufferView: 4, mimeType: "image/png" }],
    accessors: [
      { bufferView: 0, componentType: 5126, count, type: "VEC3", min: [-1.1, -1.1, -1.1], max: [1.1, 1.1, 1.1] },
      { bufferView: 1, componentType: 5126, count, type: "VEC3" },
      { bufferView: 2, componentType: 5126, count, type: "VEC2" },
      { bufferView: 3, componentType: 5125, count: indices.length, type: "SCALAR" },
    ],
    bufferViews,
    buffers: [{ byteLength: at }],
  });
  const text = Buffer.from(json.padEnd(Math.ceil(json.length / 4) * 4));
  const data = Buffer.concat(parts.flatMap((part) => [part, Buffer.alloc(-part.length & 3)]));
  const word = (/** @type {number} */ value) => Buffer.from(new Uint32Array([value]).buffer);
  const chunks = [word(text.length), Buffer.from("JSON"), text, word(data.length), Buffer.from("BIN\0"), data];
  return Buffer.concat([Buffer.from("glTF"), word(2), word(20 + text.length + 8 + data.length), ...chunks]);
}

/** A square PNG of noise, which hardly shrinks. @param {import("@playwright/test").Page} page */
async function noise(page) {
  const text = await page.evaluate(async (side) => {
    const canvas = new OffscreenCanvas(side, side);
    const data = new ImageData(side, side);
    let seed = 1;
    for (let i = 0; i < data.data.length; i++) {
      seed = (seed * 16807) % 2147483647;
      data.data[i] = i % 4 === 3 ? 255 : seed >> 16;
    }
    canvas.getContext("2d")?.putImageData(data, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }, PICTURE_PX);
  return Buffer.from(text, "latin1");
}

/** The site with that venue in place of its own, and a page of three.js's beside it. @param {string} fair */
async function buildSite(fair) {
  const dir = join(SITE, fair);
  await mkdir(dir, { recursive: true });
  for (const name of readdirSync("dist")) {
    if (name !== "venues" && !/\.(br|gz)$/.test(name)) await symlink(resolve("dist", name), join(dir, name));
  }
  await symlink(resolve(builtVenue(fair), ".."), join(dir, "venues"));
  return serve({ dir, port: 0 });
}

/** Designs the first island of the venue: one of each thing of the kit, and the last of them is dragged about. */
async function design(/** @type {import("@playwright/test").Page} */ page, /** @type {string} */ url) {
  const { venues } = await (await fetch(`${url}venues/index.json`)).json();
  const { layout } = await (await fetch(`${url}venues/${venues[0].id}/venue.json`)).json();
  const stand = layout.booths.find((/** @type {any} */ { kind }) => kind === "island") ?? layout.booths[0];
  await page.addInitScript(watch);
  await page.goto(`${url}?view=2d&lang=en&design=${stand.id}`);
  await page.locator(".placing .drawing").waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".placing .shelf button").length > 0);
  for (const button of await page.locator(".placing .shelf button").all()) {
    await button.click();
    await settled(page);
  }
  return { stand: stand.id, booths: layout.booths.length };
}

const settled = (/** @type {import("@playwright/test").Page} */ page) =>
  page.evaluate(() => /** @type {any} */ (globalThis).settled());
const seen = (/** @type {import("@playwright/test").Page} */ page) =>
  page.evaluate(() => /** @type {any} */ (globalThis).seen);

await rm(SITE, { recursive: true, force: true });
await mkdir(join(SITE, "three"), { recursive: true });
await cp("benches/placing/three.html", join(SITE, "three/index.html"));
await writeFile(join(SITE, "three/404.html"), "");
await build({
  entryPoints: ["benches/placing/three.js"],
  outfile: join(SITE, "three/three.js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
});
const browser = await playwright.launch({ executablePath: chromium(), args: IN_SOFTWARE });
const three = await serve({ dir: join(SITE, "three"), port: 0 });
try {
  for (const fair of values.fairs.split(",")) {
    const site = await buildSite(fair);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
    const page = await context.newPage();
    const { stand, booths } = await design(page, site.url);
    const parts = page.locator(".placing .part");
    console.log(`\n${fair}, ${booths} booths, stand ${stand}, ${await parts.count()} parts`);
    const box = await parts.last().locator(".shape").boundingBox();
    if (!box) throw new Error("the last part is not drawn");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    const before = await seen(page);
    for (let i = 1; i <= Number(values.moves); i++) {
      const angle = (2 * Math.PI * i) / Number(values.moves);
      await page.mouse.move(x - RADIUS_PX + RADIUS_PX * Math.cos(angle), y + RADIUS_PX * Math.sin(angle));
      await settled(page);
    }
    await page.mouse.up();
    const during = await seen(page);
    const since = (/** @type {string} */ what) => during.asked[what].slice(before.asked[what].length);
    console.log(`  a move: checks, asked and answered   ${told(since("read_design"))} (aim 2)`);
    console.log(`  a move: the page's part, with layout ${told(during.drawn.slice(before.drawn.length))}`);
    for (let round = 0; round < Number(values.rounds); round++) {
      await page.keyboard.press("ArrowLeft");
      const count = (await seen(page)).asked.compare_ways?.length ?? 0;
      await page.waitForFunction(
        (count) => /** @type {any} */ (globalThis.seen.asked.compare_ways?.length ?? 0) > count,
        count,
      );
    }
    const { asked } = await seen(page);
    console.log(`  at rest: who sees it                 ${told(asked.look_round)} (aim 100)`);
    console.log(`  at rest: aisles and walks            ${told(asked.compare_ways)}`);
    if (fair === values.fairs.split(",")[0]) await importing(page);
    await context.close();
    await site.close();
  }
} finally {
  await browser.close();
  await three.close();
}

/** An own model, in turn. @param {import("@playwright/test").Page} page */
async function importing(page) {
  const bytes = blob(await noise(page));
  await writeFile(join(SITE, "three", MODEL), bytes);
  const other = await browser.newPage();
  await other.goto(three.url);
  await other.waitForFunction(() => "show" in globalThis);
  /** @type {{ own: number[], three: number[] }} */
  const times = { own: [], three: [] };
  for (let round = 1; round <= Number(values.rounds); round++) {
    await page.locator(".placing input[type=file]").setInputFiles({ name: MODEL, mimeType: "", buffer: bytes });
    times.own.push(await page.evaluate((part) => /** @type {any} */ (globalThis).shown(part), `model-${round}`));
    times.three.push(await other.evaluate((file) => /** @type {any} */ (globalThis).show(file), MODEL));
  }
  const ratio = quantile(times.own) / quantile(times.three);
  console.log(
    `  a model of ${(bytes.length / 2 ** 20).toFixed(1)} MB, ${2 * ROUND * ROUND} triangles, until it is drawn:`,
  );
  console.log(`    Fairway  ${told(times.own)}   three.js ${told(times.three)}   ${ratio.toFixed(2)} × (aim 1.5)`);
}
