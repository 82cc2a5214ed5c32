// Lengths and areas on the plan, and the corners and edges that a measure sticks to.

import type { Point } from "../../bindings/Point.ts";
import type { Polygon } from "../../bindings/Polygon.ts";

/** In at least so many strips is an area added up: what crosses within one is off by less than is told. */
const STRIPS = 500;

export function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** Of a line through points, in metres. */
export function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, point, index) => sum + distance(points[index] ?? point, point), 0);
}

/** The nearest of the corners and of the other places, or else the nearest on an edge, if that is within so many metres. */
export function stuck(
  point: Point,
  polygons: readonly Polygon[],
  places: readonly Point[],
  withinM: number,
): Point | undefined {
  return nearest(point, [...polygons.flat(), ...places], withinM) ?? nearest(point, feetOf(point, polygons), withinM);
}

export function nearest(point: Point, places: readonly Point[], withinM = Infinity): Point | undefined {
  let best: Point | undefined;
  let least = withinM;
  for (const place of places) {
    const away = distance(point, place);
    if (away <= least) [best, least] = [place, away];
  }
  return best;
}

/** Where each edge is nearest to a point. */
export function feetOf(point: Point, polygons: readonly Polygon[]): Point[] {
  return polygons.flatMap((polygon) => edgesOf(polygon).map(([from, to]) => footOf(point, from, to)));
}

/** How far two shapes are from each other; 0 if a corner of one is in the other. */
export function apart(a: Polygon, b: Polygon): number {
  if (a.some((point) => contains(b, point)) || b.some((point) => contains(a, point))) return 0;
  const feet = (points: Polygon, other: Polygon) =>
    points.map((point) => Math.min(...feetOf(point, [other]).map((foot) => distance(point, foot))));
  return Math.min(...feet(a, b), ...feet(b, a));
}

function contains(polygon: Polygon, [x, y]: Point): boolean {
  const crossed = edgesOf(polygon).filter(
    ([a, b]) => a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0],
  );
  return crossed.length % 2 === 1;
}

/**
 * What shapes cover together, in m²: each is its borders, and what lies within an even number of them is a hole.
 * Added up in strips between all corners, in which edges are straight.
 */
export function covered(shapes: readonly (readonly Polygon[])[]): number {
  const xs = shapes.flat(2).map(([x]) => x);
  const [first, last] = xs.reduce(([low, high], x) => [Math.min(low, x), Math.max(high, x)], [Infinity, -Infinity]);
  const even = Array.from({ length: STRIPS }, (_, strip) => first + ((last - first) * strip) / STRIPS);
  const cuts = [...new Set([...xs, ...even])].sort((a, b) => a - b);
  const stripAt = new Map(cuts.map((x, strip) => [x, strip]));
  const spans: [low: number, high: number][][] = cuts.map(() => []);
  for (const borders of shapes) {
    const crossings: number[][] = [];
    for (const [a, b] of borders.flatMap(edgesOf)) {
      const [from, to] = a[0] < b[0] ? [a, b] : [b, a];
      for (let strip = stripAt.get(from[0]) ?? 0; strip < (stripAt.get(to[0]) ?? 0); strip += 1) {
        const share = (middleOf(cuts, strip) - from[0]) / (to[0] - from[0]);
        (crossings[strip] ??= []).push(from[1] + share * (to[1] - from[1]));
      }
    }
    crossings.forEach((ys, strip) => {
      ys.sort((a, b) => a - b);
      for (let each = 1; each < ys.length; each += 2) spans[strip]?.push([ys[each - 1] ?? 0, ys[each] ?? 0]);
    });
  }
  return spans.reduce((sum, each, strip) => sum + widthOf(cuts, strip) * unionOf(each), 0);
}

const widthOf = (cuts: readonly number[], strip: number) => (cuts[strip + 1] ?? 0) - (cuts[strip] ?? 0);
const middleOf = (cuts: readonly number[], strip: number) => ((cuts[strip] ?? 0) + (cuts[strip + 1] ?? 0)) / 2;

function unionOf(spans: [low: number, high: number][]): number {
  let [sum, top] = [0, -Infinity];
  for (const [low, high] of spans.sort((a, b) => a[0] - b[0])) {
    sum += Math.max(0, high - Math.max(low, top));
    top = Math.max(top, high);
  }
  return sum;
}

function edgesOf(polygon: Polygon): [from: Point, to: Point][] {
  return polygon.map((from, index) => [from, polygon[(index + 1) % polygon.length] ?? from]);
}

function footOf(point: Point, from: Point, to: Point): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(1, Math.max(0, along));
  return [from[0] + share * dx, from[1] + share * dy];
}
