// Which part of the venue the plan shows. Venue: metres, y up. Screen: CSS pixels, y down.

import type { Bounds } from "../bindings/Bounds.ts";
import type { Point } from "../bindings/Point.ts";
import type { Pixel } from "../map/gestures.ts";
import type { Insets } from "../map/view.ts";

export interface Viewport {
  /** The venue's point in the middle of the free part. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels a metre. */
  readonly scale: number;
}

export interface Screen {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly insets: Insets;
  /** The way that is up: radians clockwise from the venue's. 0 but on a screen that stands somewhere. */
  readonly up?: number;
}

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/** As near as one wants to see a counter. */
const MAX_SCALE = 60;
/** Zoomed out, all of the venue and this much around it. */
const MAX_AIR = 1.6;
const FIT_AIR = 1.08;
/** A single stand is shown with its neighbours. */
const MIN_FIT_M = 36;

/** The middle of what panels leave free, in pixels. */
export function freeMiddle({ widthPx, heightPx, insets }: Screen): Pixel {
  return [(insets.left + widthPx - insets.right) / 2, (insets.top + heightPx - insets.bottom) / 2];
}

function freeSize({ widthPx, heightPx, insets }: Screen): [number, number] {
  return [Math.max(80, widthPx - insets.left - insets.right), Math.max(80, heightPx - insets.top - insets.bottom)];
}

export function toScreen(view: Viewport, screen: Screen, [x, y]: Point): Pixel {
  const [cx, cy] = freeMiddle(screen);
  const [right, up] = turned([x - view.x, y - view.y], screen.up ?? 0);
  return [cx + right * view.scale, cy - up * view.scale];
}

export function toVenue(view: Viewport, screen: Screen, [px, py]: Pixel): Point {
  const [cx, cy] = freeMiddle(screen);
  const [x, y] = turned([(px - cx) / view.scale, (cy - py) / view.scale], -(screen.up ?? 0));
  return [view.x + x, view.y + y];
}

/** Anticlockwise. */
function turned([x, y]: Point, angle: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x * cos - y * sin, x * sin + y * cos];
}

/** The metres that the free part shows across its shorter side: what a link tells of the scale, fit for any screen. */
export function spanOf(view: Viewport, screen: Screen): number {
  return Math.min(...freeSize(screen)) / view.scale;
}

export function withSpan(x: number, y: number, span: number, screen: Screen): Viewport {
  return { x, y, scale: Math.min(...freeSize(screen)) / span };
}

/** Shows all of a box. */
export function fit(bounds: Bounds, screen: Screen, smallestM = MIN_FIT_M): Viewport {
  const [width, height] = freeSize(screen);
  const [dx, dy] = [bounds.max[0] - bounds.min[0], bounds.max[1] - bounds.min[1]];
  const [cos, sin] = [Math.abs(Math.cos(screen.up ?? 0)), Math.abs(Math.sin(screen.up ?? 0))];
  const w = Math.max(dx * cos + dy * sin, smallestM);
  const h = Math.max(dx * sin + dy * cos, smallestM);
  return {
    x: (bounds.min[0] + bounds.max[0]) / 2,
    y: (bounds.min[1] + bounds.max[1]) / 2,
    scale: Math.min(width / w, height / h) / FIT_AIR,
  };
}

export function pan(view: Viewport, screen: Screen, from: Pixel, to: Pixel): Viewport {
  const [a, b] = [toVenue(view, screen, from), toVenue(view, screen, to)];
  return { ...view, x: view.x + a[0] - b[0], y: view.y + a[1] - b[1] };
}

/** What is at that pixel stays there. */
export function zoomAbout(view: Viewport, screen: Screen, at: Pixel, factor: number, whole: Bounds): Viewport {
  const least = fit(whole, screen, 0).scale / MAX_AIR;
  const scale = Math.min(MAX_SCALE, Math.max(least, view.scale * factor));
  const [x, y] = toVenue(view, screen, at);
  const [left, down] = toVenue({ x: 0, y: 0, scale }, screen, at);
  return { x: x - left, y: y - down, scale };
}

/** Never loses the venue out of sight. */
export function keepInside(view: Viewport, whole: Bounds): Viewport {
  const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  return {
    ...view,
    x: clamp(view.x, whole.min[0], whole.max[0]),
    y: clamp(view.y, whole.min[1], whole.max[1]),
  };
}

/** The way from one view to another: zoom by equal factors, and the middle with it. `t` from 0 to 1. */
export function between(a: Viewport, b: Viewport, t: number): Viewport {
  const scale = a.scale * (b.scale / a.scale) ** t;
  // Moving in step with the scale keeps a point that both views share in its straight course.
  const s = Math.abs(b.scale - a.scale) < 1e-9 ? t : (1 / a.scale - 1 / scale) / (1 / a.scale - 1 / b.scale);
  return { x: a.x + (b.x - a.x) * s, y: a.y + (b.y - a.y) * s, scale };
}

export function boundsOf(points: Iterable<Point>): Bounds | undefined {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return minX <= maxX ? { min: [minX, minY], max: [maxX, maxY] } : undefined;
}
