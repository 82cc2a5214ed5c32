// How long a frame takes: Fairway's stage against three.js showing the same `.glb` files by its best means, the same views and sizes, in turn in one browser.
// Fairs larger than the demo are made beside cargo's builds when they are missing. In software, unless a GPU is asked for.
// Fairs with models for what is seen from afar are loaded as on the page: what the stage asks for, within its budget. three.js, which has no such means, is
// given by hand what such a stage shows: every hall as it is seen from afar, and whole the one that one is in. `--alone` leaves three.js out.
//   node benches/frames.mjs [--fairs demo,20000] [--rounds 3] [--frames 20] [--sizes 1280x720,128x128] [--gpu] [--burst 1] [--alone]
import { chromium as playwright } from "@playwright/test";
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { IN_SOFTWARE, ON_GPU, chromium } from "../scripts/chromium.mjs";
import { serve } from "../web/serve.mjs";
import init, { Guide } from "../dist/guide.js";
import { builtVenue } from "./frames/fairs.mjs";

const SITE = "build/bench/frames";
/** What each of them showed, for people to compare. */
const PICTURES = "build/bench/pictures";
/** Metres above the floor. */
const EYE_M = 1.65;
/** Halls that are looked at one after the other. On a large canvas whole ones come until there is no more room; on one of 128 × 128 few do. */
const HALLS_VISITED = 40;
/** What wasm and GPU may take together, in MB. */
const MEMORY = { demo: { must: 256, aim: 128 }, large: { must: 600, aim: 300 } };
/** A minute, at as many frames a second as a software renderer may draw. */
const TOUR_FRAMES = 240;
/** Longer than what the page before has still to clear away. */
const CALM_MS = 1000;

const { values } = parseArgs({
  options: {
    fairs: { type: "string", default: "demo,20000" },
    rounds: { type: "string", default: "3" },
    frames: { type: "string", default: "20" },
    sizes: { type: "string", default: "1280x720,128x128" },
    gpu: { type: "boolean", default: false },
    burst: { type: "string", default: "1" },
    alone: { type: "boolean", default: false },
  },
});

/** Both pages, and the models of each fair. @param {Map<string, string>} folders */
async function buildSite(folders) {
  await rm(SITE, { recursive: true, force: true });
  await mkdir(SITE, { recursive: true });
  for (const file of ["fairway.html", "fairway.js", "three.html", "measure.js"]) {
    await cp(`benches/frames/${file}`, join(SITE, file));
  }
  for (const file of ["stage.js", "stage_bg.wasm"]) await cp(join("dist", file), join(SITE, file));
  await build({
    entryPoints: ["benches/frames/three.js"],
    outfile: join(SITE, "three.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
  });
  for (const [fair, folder] of folders) await symlink(resolve(folder), join(SITE, fair));
  await writeFile(join(SITE, "404.html"), "");
}

/** What the stage is told of the venue. @param {string} folder */
function sceneOf(folder) {
  const guide = new Guide();
  const opened = JSON.parse(guide.open(readFileSync(join(folder, "venue.json"))));
  if (opened.type !== "venue_opened") throw new Error(JSON.stringify(opened));
  const { scene } = JSON.parse(guide.handle('"describe_scene"'));
  guide.free();
  return { scene, summary: opened.summary };
}

/** Puts on the site what is told there: by way of DevTools a large fair's would take minutes. @param {string} name @param {any} scene */
async function publish(name, scene) {
  await writeFile(join(SITE, name), JSON.stringify(scene));
  return name;
}

/** @param {number[]} numbers @param {number} [share] */
function quantile(numbers, share = 0.5) {
  return numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
}

/** How alike two pictures are: the correlation of their brightness. @param {number[]} a @param {number[]} b */
function alike(a, b) {
  const mean = (/** @type {number[]} */ all) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (/** @type {(i: number) => number} */ of) => a.reduce((all, _, i) => all + of(i), 0);
  return sum((i) => (a[i] - ma) * (b[i] - mb)) / Math.sqrt(sum((i) => (a[i] - ma) ** 2) * sum((i) => (b[i] - mb) ** 2));
}

/** Files of what is to be seen: the hall's whole, of the others what is seen from afar. @param {any[]} models @param {string} [hall] */
function asSeen(models, hall) {
  return models.map(({ file, units, far }) => (units.includes(hall) ? file : (far?.file ?? file)));
}

/** How to come to where frames are measured: above all halls, inside one, at a booth of it. @param {any} layout @param {string} hall */
function viewsOf(layout, hall) {
  const inHall = (/** @type {any} */ { unit }) => unit === hall;
  const [booth, aisle] = [layout.booths.find(inHall), layout.aisles.find(inHall)];
  const [[ax, ay], [bx, by]] = [aisle.line[0], aisle.line.at(-1)];
  const heading_deg = (Math.atan2(bx - ax, by - ay) * 180) / Math.PI;
  const inside = { x: ax + (bx - ax) * 0.1, y: ay + (by - ay) * 0.1, z: EYE_M, heading_deg, tilt_deg: 3 };
  return {
    overview: [{ type: "look_at", target: { kind: "overview" } }],
    "inside a hall": [{ type: "walk", pose: inside }],
    "at a booth": [{ type: "look_at", target: { kind: "place", place: booth.id } }],
  };
}

/** Over the halls, down into one, through it and up again. @param {any} overview @param {any} inside */
function tourOf(overview, inside) {
  const stops = [
    overview,
    { ...inside, z: 30, tilt_deg: 40 },
    inside,
    { ...inside, z: 60, heading_deg: inside.heading_deg + 180, tilt_deg: 50 },
    overview,
  ];
  const between = (/** @type {number} */ t) => {
    const at = t * (stops.length - 1);
    const i = Math.min(Math.floor(at), stops.length - 2);
    const [a, b, part] = [stops[i], stops[i + 1], at - i];
    return Object.fromEntries(Object.keys(a).map((key) => [key, a[key] + (b[key] - a[key]) * part]));
  };
  return Array.from({ length: TOUR_FRAMES }, (_, i) => between(i / (TOUR_FRAMES - 1)));
}

await init({ module_or_path: readFileSync("dist/guide_bg.wasm") });
const folders = new Map(values.fairs.split(",").map((fair) => [fair, builtVenue(fair)]));
await buildSite(folders);
await mkdir(PICTURES, { recursive: true });
const site = await serve({ dir: SITE, port: 0 });
const counts = [Number(values.frames), Number(values.burst)];
const browser = await playwright.launch({ executablePath: chromium(), args: values.gpu ? ON_GPU : IN_SOFTWARE });
const bench = (
  /** @type {import("@playwright/test").Page} */ page,
  /** @type {string} */ deed,
  /** @type {unknown[]} */ ...parts
) => page.evaluate(([deed, parts]) => globalThis.bench[deed](...parts), /** @type {const} */ ([deed, parts]));

try {
  for (const [fair, folder] of folders) {
    // First: beside so large an object, V8 collects garbage each time that the guide's memory grows, for minutes.
    const { scene, summary } = sceneOf(folder);
    const venue = JSON.parse(readFileSync(join(folder, "venue.json"), "utf8"));
    const labels = scene.labels.length;
    const labelled = await publish(`${fair}-labelled.json`, scene);
    const bare = await publish(`${fair}-bare.json`, { ...scene, labels: [] });
    // Without words, labels still say where halls are: the camera looks over their walls.
    const unnamed = scene.labels.map((/** @type {any} */ label) => ({ ...label, text: {}, number: null }));
    const wordless = await publish(`${fair}-wordless.json`, { ...scene, labels: unnamed });
    const at = (/** @type {any} */ model) => ({ ...model, file: `${fair}/${model.file}` });
    const models = venue.models.map((/** @type {any} */ model) => at(model).file);
    const isTooLarge = venue.models.some((/** @type {any} */ { far }) => far !== undefined);
    const announced = isTooLarge
      ? venue.models.map((/** @type {any} */ model) => ({ ...at(model), far: model.far && at(model.far) }))
      : undefined;
    const hall = summary.units.find((/** @type {any} */ { kind }) => kind === "hall").id;
    const views = viewsOf(venue.layout, hall);
    for (const size of values.sizes.split(",")) {
      const [width, height] = size.split("x").map(Number);
      console.log(
        `\n${fair}, ${venue.layout.booths.length} booths, ${width} × ${height}: medians in ms of ${values.rounds} × ${values.frames} times in turn, bursts of ${values.burst}`,
      );
      const pages = await Promise.all(
        (values.alone ? ["fairway"] : ["fairway", "three"]).map(async (name) => {
          const page = await browser.newPage();
          page.on("pageerror", (error) => console.log(`${name}: ${error.message}`));
          await page.goto(`${site.url}${name}.html`);
          await page.waitForFunction(() => "bench" in globalThis);
          return page;
        }),
      );
      const [ours, theirs] = pages;
      // As the stage's worker does: edges are smooth on a GPU, and in software they are not.
      const antialias = values.gpu;
      const prepared = await bench(ours, "prepare", { width, height, models, scene: wordless, announced, antialias });
      let { wasmMb, gpuMb } = prepared;
      if (theirs) await bench(theirs, "prepare", { width, height, antialias });
      console.log(`  drawn by ${prepared.renderer}`);
      const poses = {};
      for (const [name, commands] of Object.entries(views)) {
        const { pose, mode, ...held } = await bench(ours, "go", commands);
        [wasmMb, gpuMb] = [Math.max(wasmMb, held.wasmMb), Math.max(gpuMb, held.gpuMb)];
        poses[name] = pose;
        await (theirs &&
          bench(theirs, "hold", announced ? asSeen(announced, name === "overview" ? undefined : hall) : models));
        /** @type {Record<string, number[]>} */
        const times = { fairway: [], loaded: [], merged: [] };
        let likeness = 0;
        /** @type {Record<string, number>} */
        const triangles = {};
        for (let round = 0; round < Number(values.rounds); round++) {
          const own = await bench(ours, "measure", ...counts);
          times.fairway.push(...own.times);
          triangles.fairway = own.triangles;
          if (!theirs) continue;
          const theirMeans = async (/** @type {string} */ means, /** @type {number[]} */ ...counts) => {
            const other = await bench(theirs, "measure", means, pose, mode !== "fly", ...counts);
            times[means].push(...other.times);
            triangles[means] = other.triangles;
            return other.picture;
          };
          likeness = alike(own.picture, await theirMeans("merged", ...counts));
          await theirMeans("loaded", 1, 1);
          // What is far slower anyway need not be known to the percent.
          if (quantile(times.loaded) < 3 * quantile(times.merged)) await theirMeans("loaded", ...counts);
        }
        for (const [i, page] of pages.entries()) {
          const file = `${fair}-${size}-${name.replaceAll(" ", "-")}-${["fairway", "three"][i]}.png`;
          await writeFile(join(PICTURES, file), Buffer.from(await bench(page, "photograph"), "base64"));
        }
        if (!theirs) {
          console.log(
            `  ${name.padEnd(16)} Fairway ${quantile(times.fairway).toFixed(2).padStart(7)} (${triangles.fairway} triangles)`,
          );
          continue;
        }
        const [fairway, loaded, merged] = ["fairway", "loaded", "merged"].map((key) => quantile(times[key]));
        const ratio = fairway / Math.min(loaded, merged);
        console.log(
          `  ${name.padEnd(16)} Fairway ${fairway.toFixed(2).padStart(7)}   three.js merged ${merged.toFixed(2).padStart(7)}, as loaded ${loaded.toFixed(2).padStart(7)}   ${ratio.toFixed(2)} ×   pictures alike ${likeness.toFixed(2)}   triangles ${triangles.fairway} and ${triangles.merged}`,
        );
      }
      if (fair === "demo" && theirs) {
        const tour = tourOf(poses.overview, poses["inside a hall"]);
        /** @type {{ own: number[][], other: number[][] }} */
        const rounds = { own: [], other: [] };
        for (let round = 0; round < Number(values.rounds); round++) {
          await setTimeout(CALM_MS);
          rounds.own.push(await bench(ours, "tour", tour));
          await setTimeout(CALM_MS);
          rounds.other.push(await bench(theirs, "tour", "merged", tour));
        }
        // Each frame as its median: what other programs of the machine take from one of them says nothing about it.
        const [own, other] = [rounds.own, rounds.other].map((tours) =>
          tour.map((_, i) => quantile(tours.map((times) => times[i]))),
        );
        const rows = own.map(
          (/** @type {number} */ ms, /** @type {number} */ i) => `${i},${ms.toFixed(2)},${other[i].toFixed(2)}`,
        );
        await writeFile(`build/bench/tour-${size}.csv`, ["frame,fairway_ms,three_ms", ...rows, ""].join("\n"));
        for (const [name, times, all] of /** @type {const} */ ([
          ["Fairway", own, rounds.own],
          ["three.js merged", other, rounds.other],
        ])) {
          const [median, worst, once] = [quantile(times), Math.max(...times), Math.max(...all.flat())];
          console.log(
            `  tour of ${TOUR_FRAMES} frames, ${values.rounds} times, ${name}: median ${median.toFixed(1)}, worst ${worst.toFixed(1)} = ${(worst / median).toFixed(1)} × the median (must 3, aim 1.5), in one of the tours ${once.toFixed(1)}`,
          );
        }
      }
      await bench(ours, "go", views.overview);
      /** @type {Record<"bare" | "labelled", number[]>} */
      const times = { bare: [], labelled: [] };
      for (let round = 0; round < Number(values.rounds); round++) {
        for (const [key, told] of /** @type {const} */ ([
          ["bare", bare],
          ["labelled", labelled],
        ])) {
          await bench(ours, "showScene", told);
          times[key].push(...(await bench(ours, "measure", ...counts)).times);
        }
      }
      const cost = (quantile(times.labelled) / quantile(times.bare) - 1) * 100;
      console.log(`  ${labels} labels cost ${cost.toFixed(1)} % of a frame of the overview`);
      const halls = summary.units.filter((/** @type {any} */ { kind }) => kind === "hall").slice(0, HALLS_VISITED);
      for (const { id } of halls) {
        const held = await bench(ours, "go", [{ type: "look_at", target: { kind: "place", place: id } }]);
        [wasmMb, gpuMb] = [Math.max(wasmMb, held.wasmMb), Math.max(gpuMb, held.gpuMb)];
      }
      const { must, aim } = fair === "demo" ? MEMORY.demo : MEMORY.large;
      console.log(
        `  memory, ${halls.length} halls later: wasm ${wasmMb.toFixed(0)} MB, given to the GPU by the painter's count ${gpuMb.toFixed(0)} MB, together ${(wasmMb + gpuMb).toFixed(0)} MB (must ${must}, aim ${aim})`,
      );
      await Promise.all(pages.map((page) => page.close()));
    }
  }
} finally {
  await browser.close();
  await site.close();
}
