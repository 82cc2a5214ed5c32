// Routes by npm's ngraph.path on the graphs that `cargo bench --bench routing` has left beside cargo's builds, and by Fairway's engine as measured natively there.
// The same edges and requests; the costs are compared.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import createGraph from "ngraph.graph";
import { aStar, nba } from "ngraph.path";

const folder = process.env.CARGO_TARGET_DIR ?? join(import.meta.dirname, "../target");

for (const booths of [1_000, 20_000, 74_000]) {
  const file = join(folder, `routing-${booths}.json`);
  if (!existsSync(file)) {
    console.log(`left out: no routing-${booths}.json (cargo bench --bench routing makes it)`);
    continue;
  }
  measure(booths, JSON.parse(readFileSync(file, "utf8")));
}

function measure(booths, { points, edges, requests, fairwayNativeMs }) {
  const graph = createGraph();
  points.forEach((point, i) => graph.addNode(i, point));
  const begun = performance.now();
  for (const [from, to, cost] of edges) graph.addLink(from, to, cost);
  console.log(`\n${booths} booths: ngraph.graph made in ${(performance.now() - begun).toFixed(0)} ms`);
  // No edge is faster than this, in milliseconds a metre; costs are rounded up.
  const apart = ([x, y], [u, v]) => Math.hypot(u - x, v - y);
  const paces = edges.map(([from, to, cost]) => (cost - 1) / apart(points[from], points[to])).filter(Number.isFinite);
  const pace = paces.reduce((least, pace) => Math.min(least, pace), Infinity);
  const atLeast = (node, goal) =>
    Array.isArray(node.data?.[0]) || !node.data
      ? 0
      : Math.floor(pace * Math.min(...goal.data.map((point) => apart(node.data, point))));
  const distance = (_from, _to, link) => link.data;
  const report = (name, ms, wrong) =>
    console.log(
      `${name.padEnd(28)} ${ms.toFixed(4).padStart(10)} ms ${(ms / fairwayNativeMs).toFixed(1).padStart(8)} × Fairway, ${wrong} costs differ`,
    );
  report("Fairway (native)", fairwayNativeMs, 0);
  for (const [name, finder] of [
    ["ngraph.path A*", aStar(graph, { oriented: true, distance, heuristic: atLeast })],
    ["ngraph.path Dijkstra", aStar(graph, { oriented: true, distance })],
    ["ngraph.path NBA*", nba(graph, { oriented: true, distance })],
  ]) {
    let wrong = 0;
    const times = requests.map(({ from, to, toPoints, cost }) => {
      graph.addNode("from");
      graph.addNode("to", toPoints);
      for (const [node, way] of from) graph.addLink("from", node, way);
      for (const [node, way] of to) graph.addLink(node, "to", way);
      const begun = performance.now();
      const path = finder.find("from", "to");
      const took = performance.now() - begun;
      let length = 0;
      for (let i = 1; i < path.length; i++) length += graph.getLink(path[i].id, path[i - 1].id).data;
      if ((path.length === 0 ? null : length) !== cost) wrong++;
      graph.removeNode("from");
      graph.removeNode("to");
      return took;
    });
    times.sort((a, b) => a - b);
    report(name, times[Math.floor(times.length / 2)], wrong);
  }
}
