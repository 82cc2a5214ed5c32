// The stand's own axes, in which it is drawn and in which parts lie, and what parts snap to.

import type { Point } from "../bindings/Point.ts";
import type { Polygon } from "../bindings/Polygon.ts";
import { round } from "./sketch.ts";

const GRID_M = 0.1;
const STICKS_M = 0.15;
const STICKS_DEG = 6;
export const TURN_DEG = 15;

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

  own([x, y]: Point): Point {
    const [dx, dy] = [x - this.origin[0], y - this.origin[1]];
    return [round(dx * this.along[0] + dy * this.along[1]), round(dy * this.along[0] - dx * this.along[1])];
  }

  /** To the stand's sides where these are near, or else to the grid. */
  snapped(at: Point, size: readonly number[], turnDeg: number): Point {
    const [x, y] = reachOf(size, turnDeg);
    return [this.snap(at[0], x, 0), this.snap(at[1], y, 1)];
  }

  private snap(middle: number, half: number, axis: 0 | 1): number {
    const sides = this.footprint.flatMap((corner, index) => {
      const next = this.footprint[(index + 1) % this.footprint.length] ?? corner;
      return Math.abs(next[axis] - corner[axis]) < 1e-6 ? [corner[axis]] : [];
    });
    const places = sides.flatMap((side) => [side - half, side + half]);
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

/** To whole degrees, and to right angles where one is near. */
export function snappedTurn(degrees: number): number {
  const right = Math.round(degrees / 90) * 90;
  return Math.abs(right - degrees) < STICKS_DEG ? right : Math.round(degrees);
}
