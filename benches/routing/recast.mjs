// npm's recast-navigation on the floor that Fairway's graph stands on: the same free floor, triangulated, and strips through the openings.

import { ShapeUtils, Vector2 } from "three";
import { NavMeshQuery, init } from "recast-navigation";
import { generateTiledNavMesh } from "recast-navigation/generators";

/** @typedef {{ x: number, y: number }} Point */

/** How deep a strip through an opening is: both clearances and a wall, in metres. */
const OPENING_DEPTH_M = 1.6;
/** The floor is a body's half-width off every wall already: the mesh needs none. */
const MESH = {
  cs: 0.2,
  ch: 0.2,
  tileSize: 128,
  walkableRadius: 0,
  walkableHeight: 5,
  walkableClimb: 1,
  minRegionArea: 0,
};

class Triangles {
  /** @type {number[]} */
  positions = [];
  /** @type {number[]} */
  indices = [];

  /** A piece of floor: its border, then its holes. @param {[number, number][][]} contours @param {number} height */
  add([border, ...holes], height) {
    const vectors = (/** @type {[number, number][]} */ contour) => contour.map(([x, y]) => new Vector2(x, y));
    const [outline, inner] = [vectors(border), holes.map(vectors)];
    const first = this.positions.length / 3;
    // Recast's floor is its x and z, and faces look up where they run clockwise in ours.
    for (const { x, y } of [outline, ...inner].flat()) this.positions.push(x, height, -y);
    for (const [a, b, c] of ShapeUtils.triangulateShape(outline, inner))
      this.indices.push(first + a, first + b, first + c);
  }
}

/** @param {any} bundle */
function floorOf({ layout, floor }) {
  const height = new Map(layout.levels.map((level) => [level.id, level.elevation_m]));
  const levelOf = new Map(layout.units.map((unit) => [unit.id, unit.level]));
  const triangles = new Triangles();
  for (const { level, pieces } of floor) for (const piece of pieces) triangles.add(piece, height.get(level));
  for (const { from, to, kind, between } of layout.openings) {
    if (kind === "emergency_exit" || between.length < 2) continue;
    const [[ax, ay], [bx, by]] = [from, to];
    const length = Math.hypot(bx - ax, by - ay);
    const [nx, ny] = [(-(by - ay) / length) * (OPENING_DEPTH_M / 2), ((bx - ax) / length) * (OPENING_DEPTH_M / 2)];
    /** @type {[number, number][]} */
    const strip = [
      [ax - nx, ay - ny],
      [bx - nx, by - ny],
      [bx + nx, by + ny],
      [ax + nx, ay + ny],
    ];
    triangles.add([strip], height.get(levelOf.get(between[0])));
  }
  return triangles;
}

/**
 * Builds the mesh and asks it for each request whose ends are on one level.
 * @param {any} bundle
 * @param {[string, string][]} requests
 */
export async function recast(bundle, requests) {
  await init();
  const { positions, indices } = floorOf(bundle);
  const begun = performance.now();
  const { success, navMesh, error } = generateTiledNavMesh(positions, indices, MESH);
  const buildMs = performance.now() - begun;
  if (!success) throw new Error(`recast-navigation: ${error}`);
  const query = new NavMeshQuery(navMesh, { maxNodes: 65535 });
  const { booths, units, levels } = bundle.layout;
  const unit = new Map(units.map((each) => [each.id, each]));
  const height = new Map(levels.map((level) => [level.id, level.elevation_m]));
  const place = new Map(
    booths.map(({ id, unit: home, footprint }) => {
      const sum = (/** @type {0 | 1} */ axis) => footprint.reduce((all, corner) => all + corner[axis], 0);
      const { level } = unit.get(home);
      return [id, { level, at: { x: sum(0) / footprint.length, y: height.get(level), z: -sum(1) / footprint.length } }];
    }),
  );
  const halfExtents = { x: 12, y: 1, z: 12 };
  const answers = requests.map(([from, to]) => {
    const [a, b] = [place.get(from), place.get(to)];
    if (a.level !== b.level) return undefined;
    const begun = performance.now();
    const { success, path } = query.computePath(a.at, b.at, {
      halfExtents,
      maxPathPolys: 8192,
      maxStraightPathPoints: 8192,
    });
    const ms = performance.now() - begun;
    let metres = 0;
    for (let i = 1; i < path.length; i++) metres += Math.hypot(path[i].x - path[i - 1].x, path[i].z - path[i - 1].z);
    const end = path.at(-1);
    const arrives = success && end !== undefined && Math.hypot(end.x - b.at.x, end.z - b.at.z) < 12;
    return { ms, metres, arrives };
  });
  query.destroy();
  navMesh.destroy();
  return { buildMs, answers };
}
