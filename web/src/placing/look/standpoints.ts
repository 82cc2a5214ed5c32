// From where a stand is looked at.

import type { Point } from "../../bindings/Point.ts";
import type { Polygon } from "../../bindings/Polygon.ts";
import type { Pose } from "../../bindings/Pose.ts";
import type { StageCommand } from "../../bindings/StageCommand.ts";
import { bounds } from "../ground.ts";
import type { Ground } from "../messages.ts";

export const STANDPOINTS = ["3d", "aisle", "neighbour", "above"] as const;
export type Standpoint = (typeof STANDPOINTS)[number];

/** Eyes over the floor, as visitors walk. */
const EYE_M = 1.65;
/** From an aisle one looks from so far away, if it is so wide. */
const AWAY_M = { least: 2.5, most: 8 };
/** So far away for each metre of a side, all of it is seen. */
const AWAY_PER_M = 0.75;
const STEP_M = 0.25;
/** Half of the lens from above. */
const HALF_LENS = (20 * Math.PI) / 180;
const AIR = 1.35;

/** What puts the camera there. `aspect`: the picture's width by its height. */
export function standAt(
  standpoint: Standpoint,
  stand: string,
  ground: Ground,
  floorM: number,
  aspect: number,
): StageCommand {
  switch (standpoint) {
    case "3d":
      return { type: "look_at", target: { kind: "place", place: stand } };
    case "aisle":
      return { type: "walk", pose: fromAisle(ground, floorM) };
    case "neighbour":
      return { type: "stand", pose: fromNeighbour(ground, floorM) };
    case "above":
      return { type: "look_at", target: { kind: "pose", pose: fromAbove(ground.footprint, floorM, aspect) } };
  }
}

/** Before the side from which one sees most of it. */
function fromAisle({ footprint, openSides, stands }: Ground, floorM: number): Pose {
  const others = stands.map((stand) => bounds(stand.footprint));
  const isFree = ([x, y]: Point) =>
    !others.some(([left, low, right, high]) => x > left && x < right && y > low && y < high);
  const views = sidesOf(footprint, openSides).map((side) => {
    const wanted = Math.min(AWAY_M.most, Math.max(AWAY_M.least, side.length * AWAY_PER_M));
    let away = AWAY_M.least / 2;
    while (away < wanted && isFree(ahead(side, away + STEP_M))) away += STEP_M;
    return { side, away, share: Math.min(1, away / (side.length * AWAY_PER_M)) };
  });
  // Of those from which all of it is seen, the broadest.
  const [best] = views.toSorted((a, b) => b.share - a.share || b.side.length - a.side.length);
  return best ? towards(ahead(best.side, best.away), best.side.at, floorM) : towards([0, 0], [0, 1], floorM);
}

interface Side {
  /** Its middle. */
  readonly at: Point;
  readonly length: number;
  /** Of length 1, out of the stand. */
  readonly out: Point;
  readonly headingDeg: number;
}

const ahead = ({ at, out }: Side, by: number): Point => [at[0] + out[0] * by, at[1] + out[1] * by];

/** The open sides; all if none is. */
function sidesOf(footprint: Polygon, openSides: readonly number[]): Side[] {
  const sign = signedArea(footprint) > 0 ? 1 : -1;
  const sides = footprint.map((from, index) => {
    const to = footprint[(index + 1) % footprint.length] ?? from;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const out: Point = [(sign * (to[1] - from[1])) / (length || 1), (-sign * (to[0] - from[0])) / (length || 1)];
    const at: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    return { at, length, out, headingDeg: headingOf(out) };
  });
  const open = sides.filter((_, index) => openSides.includes(index));
  return open.length > 0 ? open : sides;
}

/** The longest open side. */
export function frontOf(footprint: Polygon, openSides: readonly number[]): Side | undefined {
  return sidesOf(footprint, openSides).toSorted((a, b) => b.length - a.length)[0];
}

/** From the middle of the nearest stand. */
function fromNeighbour({ footprint, stands }: Ground, floorM: number): Pose {
  const own = middle(footprint);
  const distance = ([x, y]: Point) => Math.hypot(x - own[0], y - own[1]);
  const [nearest = own] = stands
    .map(({ footprint }) => middle(footprint))
    .toSorted((a, b) => distance(a) - distance(b));
  return towards(nearest, own, floorM);
}

/** With the stand's own x to the right, as it is drawn. */
function fromAbove(footprint: Polygon, floorM: number, aspect: number): Pose {
  const [from = [0, 0], to = [1, 0]] = footprint;
  const along = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const [cos, sin] = [Math.cos(along), Math.sin(along)];
  const [left, low, right, high] = bounds(footprint.map(([x, y]) => [x * cos + y * sin, y * cos - x * sin]));
  const heightM = (Math.max(high - low, (right - left) / aspect) / 2 / Math.tan(HALF_LENS)) * AIR;
  const [x, y] = middle(footprint);
  return { x, y, z: floorM + heightM, heading_deg: (-along * 180) / Math.PI, tilt_deg: 89 };
}

function towards(from: Point, to: Point, floorM: number): Pose {
  const heading_deg = headingOf([to[0] - from[0], to[1] - from[1]]);
  return { x: from[0], y: from[1], z: floorM + EYE_M, heading_deg, tilt_deg: 3 };
}

/** Clockwise from the y axis. */
const headingOf = ([x, y]: Point) => (Math.atan2(x, y) * 180) / Math.PI;

function middle(polygon: Polygon): Point {
  const [left, low, right, high] = bounds(polygon);
  return [(left + right) / 2, (low + high) / 2];
}

function signedArea(polygon: Polygon): number {
  return polygon.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = polygon[(index + 1) % polygon.length] ?? [0, 0];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}
