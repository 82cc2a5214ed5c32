// The stand's own axes, in which it is drawn and in which parts lie, and what parts snap to.

import type { Point } from "../bindings/Point.ts";
import type { Polygon } from "../bindings/Polygon.ts";
import { bounds } from "./ground.ts";
import { round } from "./sketch.ts";

const GRID_M = 0.1;
const STICKS_M = 0.15;
/** What is farther away across the way that a part is moved is nothing to stick to. */
const BESIDE_M = 1;
const STICKS_DEG = 6;
export const TURN_DEG = 15;

/** From its lowest to its highest corner, in the stand's own axes. */
export type Box = readonly [low: Point, high: Point];

export class Axes {
  private readonly origin: Point;
  private readonly along: Point;
  readonly footprint: Polygon;

  constructor(footprint: Polygon) {
    const [origin = [0, 0], next = [1, 0]] = footprint;
    const length = Math.hypot(next[0] - origin[0], next[1] - origin[1]) || 1;
    this.origin = origin;
    this.along = [(next[0] - origin[0]) / length, (next[1] - origin[1]) / length];
    this.footprint = footprint.map((point) => this.own(point));
  }

  /** Of something in the venue. */
  box(footprint: Polygon): Box {
    const [left, low, right, high] = bounds(footprint.map((point) => this.own(point)));
    return [
      [left, low],
      [right, high],
    ];
  }

  own([x, y]: Point): Point {
    const [dx, dy] = [x - this.origin[0], y - this.origin[1]];
    return [round(dx * this.along[0] + dy * this.along[1]), round(dy * this.along[0] - dx * this.along[1])];
  }

  /** To edges of what is beside it and to the stand's sides, where these are near, or else to the grid. */
  snapped(at: Point, size: readonly number[], turnDeg: number, others: readonly Box[] = []): Point {
    const reach = reachOf(size, turnDeg);
    return [this.snap(at, reach, 0, others), this.snap(at, reach, 1, others)];
  }

  private snap(at: Point, reach: Point, axis: 0 | 1, others: readonly Box[]): number {
    const across = axis === 0 ? 1 : 0;
    const [middle, half] = [at[axis], reach[axis]];
    const sides = this.footprint.flatMap((corner, index) => {
      const next = this.footprint[(index + 1) % this.footprint.length] ?? corner;
      return Math.abs(next[axis] - corner[axis]) < 1e-6 ? [corner[axis]] : [];
    });
    const near = reach[across] + BESIDE_M;
    const beside = others.filter(([low, high]) => low[across] < at[across] + near && high[across] > at[across] - near);
    const edges = [...sides, ...beside.flatMap(([low, high]) => [low[axis], high[axis]])];
    const places = edges.flatMap((edge) => [edge - half, edge + half]);
    const nearest = places.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
    if (nearest !== undefined && Math.abs(nearest - middle) < STICKS_M) return round(nearest);
    return round(Math.round(middle / GRID_M) * GRID_M);
  }
}

/** How far a part reaches from its middle along either axis. */
export function reachOf([width = 0, depth = 0]: readonly number[], turnDeg: number): Point {
  const turn = (turnDeg * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  return [(width * cos + depth * sin) / 2, (width * sin + depth * cos) / 2];
}

/** What a part covers along either axis. */
export function boxOf([x, y]: Point, size: readonly number[], turnDeg: number): Box {
  const [dx, dy] = reachOf(size, turnDeg);
  return [
    [x - dx, y - dy],
    [x + dx, y + dy],
  ];
}

/** To whole degrees, and to right angles where one is near. */
export function snappedTurn(degrees: number): number {
  const right = Math.round(degrees / 90) * 90;
  return Math.abs(right - degrees) < STICKS_DEG ? right : Math.round(degrees);
}
