// Routes in JavaScript engines, on the fairs that `cargo bench --bench routing` has left beside cargo's builds: the built guide in Node and in Chromium, and npm's
// ngraph.path on the same graph and the same requests, whose costs are compared; and npm's recast-navigation on the same floor.
//   node benches/routing.mjs
import { chromium as playwright } from "@playwright/test";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import createGraph from "ngraph.graph";
import { aStar, nba } from "ngraph.path";
import { chromium } from "../scripts/chromium.mjs";
import { serve } from "../web/serve.mjs";
import init, { Guide } from "../dist/guide.js";
import { measure } from "./guide/measure.js";
import { recast } from "./routing/recast.mjs";

const FOLDER = join(process.env.CARGO_TARGET_DIR ?? join(import.meta.dirname, "../target"), "routing");
const PAGE = "build/bench/guide";

/** @param {string} name @param {number} ms @param {string} [remark] */
function report(name, ms, remark = "") {
  console.log(`  ${name.padEnd(44)} ${ms.toFixed(3).padStart(10)} ms ${remark}`);
}

/** The guide in this process. @param {number} booths @param {any} graph */
async function inNode(booths, graph) {
  await init({ module_or_path: readFileSync("dist/guide_bg.wasm") });
  const times = measure(new Guide(), readFileSync(join(FOLDER, `fair-${booths}.json`)), graph);
  for (const [task, ms] of Object.entries(times)) report(`guide in Node: ${task}`, ms);
}

/** The guide in a page of Chromium. @param {number} booths */
async function inChromium(booths) {
  await mkdir(PAGE, { recursive: true });
  await writeFile(join(PAGE, "index.html"), "<!doctype html><title>The guide, measured</title>");
  const files = ["dist/guide.js", "dist/guide_bg.wasm", "benches/guide/measure.js"];
  const named = files.map((file) => [file, file.split("/").at(-1)]);
  for (const [file, name] of named) await cp(file, join(PAGE, name));
  for (const name of ["fair", "graph"]) await cp(join(FOLDER, `${name}-${booths}.json`), join(PAGE, `${name}.json`));
  const site = await serve({ dir: PAGE, port: 0 });
  const browser = await playwright.launch({ executablePath: chromium(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    const times = await page.evaluate(async () => {
      const load = (/** @type {string} */ path) => import(new URL(path, location.href).href);
      const { default: start, Guide } = await load("guide.js");
      const { measure } = await load("measure.js");
      await start();
      const venue = new Uint8Array(await (await fetch("fair.json")).arrayBuffer());
      return measure(new Guide(), venue, await (await fetch("graph.json")).json());
    });
    for (const [task, ms] of Object.entries(times)) report(`guide in Chromium: ${task}`, Number(ms));
  } finally {
    await browser.close();
    await site.close();
  }
}

/** npm's ngraph.path. @param {any} graph */
function ngraph({ points, edges, ends, fairwayNativeMs }) {
  const made = createGraph();
  points.forEach((point, i) => made.addNode(i, point));
  for (const [from, to, cost] of edges) made.addLink(from, to, cost);
  // No edge is faster than this, in milliseconds a metre; costs are rounded up.
  const apart = ([x, y], [u, v]) => Math.hypot(u - x, v - y);
  const paces = edges.map(([from, to, cost]) => (cost - 1) / apart(points[from], points[to])).filter(Number.isFinite);
  const pace = paces.reduce((least, pace) => Math.min(least, pace), Infinity);
  const atLeast = (node, goal) =>
    Array.isArray(node.data?.[0]) || !node.data
      ? 0
      : Math.floor(pace * Math.min(...goal.data.map((point) => apart(node.data, point))));
  const distance = (_from, _to, link) => link.data;
  report("distance: Fairway, native", fairwayNativeMs);
  for (const [name, finder] of [
    ["A*", aStar(made, { oriented: true, distance, heuristic: atLeast })],
    ["Dijkstra", aStar(made, { oriented: true, distance })],
    ["NBA*", nba(made, { oriented: true, distance })],
  ]) {
    let wrong = 0;
    const times = ends.map(({ from, to, toPoints, cost }) => {
      made.addNode("from");
      made.addNode("to", toPoints);
      for (const [node, way] of from) made.addLink("from", node, way);
      for (const [node, way] of to) made.addLink(node, "to", way);
      const begun = performance.now();
      const path = finder.find("from", "to");
      const took = performance.now() - begun;
      let length = 0;
      for (let i = 1; i < path.length; i++) length += made.getLink(path[i].id, path[i - 1].id).data;
      if ((path.length === 0 ? null : length) !== cost) wrong++;
      made.removeNode("from");
      made.removeNode("to");
      return took;
    });
    times.sort((a, b) => a - b);
    const ms = times[Math.floor(times.length / 2)];
    const ratio = (ms / fairwayNativeMs).toFixed(1);
    report(`distance: ngraph.path ${name} in Node`, ms, `${ratio} × Fairway's, ${wrong} costs differ`);
  }
}

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** npm's recast-navigation, and how much longer its lines are: they begin and end at the floor nearest to a booth's middle, Fairway's before its open side. */
async function recastNavigation(/** @type {number} */ booths, /** @type {any} */ { requests, fairwayNativeMs }) {
  const venue = readFileSync(join(FOLDER, `fair-${booths}.json`));
  const { buildMs, answers } = await recast(JSON.parse(venue.toString()), requests);
  report("recast-navigation in Node: its mesh", buildMs);
  const guide = new Guide();
  guide.open(venue);
  const ratios = answers.flatMap((answer, i) => {
    if (!answer?.arrives) return [];
    const [from, to] = requests[i].map((/** @type {string} */ place) => ({ place }));
    const event = JSON.parse(
      guide.handle(JSON.stringify({ plan_route: { request: { from, to, profile: "walking" } } })),
    );
    return event.type === "route_planned" ? [answer.metres / event.route.distance_m] : [];
  });
  guide.free();
  const times = answers.flatMap((answer) => (answer ? [answer.ms] : []));
  const ratio = (median(times) / fairwayNativeMs).toFixed(1);
  const remark = `${ratio} × Fairway's distance; ${ratios.length} of ${times.length} arrive, their lines ${median(ratios).toFixed(3)} × as long as Fairway's`;
  report("recast-navigation in Node: a path", median(times), remark);
}

for (const booths of [1_000, 20_000, 74_000]) {
  const file = join(FOLDER, `graph-${booths}.json`);
  if (!existsSync(file)) {
    console.log(`${booths} booths: left out, for \`cargo bench --bench routing\` has not been run`);
    continue;
  }
  console.log(`${booths} booths`);
  const graph = JSON.parse(readFileSync(file, "utf8"));
  await inNode(booths, graph);
  await inChromium(booths);
  ngraph(graph);
  await recastNavigation(booths, graph);
}
