// One picture of the plan.

import type { PlaceId } from "../bindings/PlaceId.ts";
import type { PlanLevel } from "../bindings/PlanLevel.ts";
import type { PlanLabel } from "../bindings/PlanLabel.ts";
import type { PlanOpening } from "../bindings/PlanOpening.ts";
import type { Point } from "../bindings/Point.ts";
import type { RoutePoint } from "../bindings/RoutePoint.ts";
import type { Language } from "../strings/index.ts";
import { type Batch, trace } from "./batches.ts";
import { type Box, type Measure, type PlacedLabel, fontOf, lineHeight, placeLabels } from "./labels.ts";
import type { Palette } from "./palette.ts";
import { drawRoute } from "./route-line.ts";
import { symbolPath } from "./symbols.ts";
import { type Screen, type Viewport, toScreen } from "./viewport.ts";

/** A level, prepared for drawing. */
export interface DrawnLevel {
  plan: PlanLevel;
  batches: readonly Batch[];
  labels: readonly PlanLabel[];
}

export interface Picture {
  view: Viewport;
  screen: Screen;
  pixelRatio: number;
  palette: Palette;
  language: Language;
  level: DrawnLevel;
  /** The ground, shown faintly under an upper level. */
  below: DrawnLevel | undefined;
  /** All that belongs to what is chosen: an exhibitor may have several booths. */
  selected: readonly PlaceId[];
  /** Where the selection's pin stands, if it is on this level. */
  pin: Point | undefined;
  hovered: PlaceId | undefined;
  route: readonly RoutePoint[];
  /** The keyboard's aim in the middle. */
  crosshair: boolean;
}

const WALL_M = 0.4;
const WALL_LEAST_PX = 1.2;
const EDGES_FROM_SCALE = 1.4;
/** CSS pixels a metre from which on symbols are shown. */
const SYMBOLS_FROM_SCALE = 1;
const SYMBOL_PX = 22;
const SMALL_SYMBOL_PX = 16;
const LARGE_SYMBOLS_FROM_SCALE = 3;

export function draw(context: CanvasRenderingContext2D, picture: Picture, measure: Measure): void {
  const { view, screen, pixelRatio, palette, level } = picture;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, screen.widthPx, screen.heightPx);

  const [ox, oy] = toScreen(view, screen, [0, 0]);
  const metres = () =>
    context.setTransform(
      view.scale * pixelRatio, 0, 0, -view.scale * pixelRatio, ox * pixelRatio, oy * pixelRatio,
    ); // prettier-ignore
  const pixels = () => context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);

  metres();
  if (picture.below) drawFaintly(context, picture.below, view.scale);
  drawBatches(context, level.batches, view.scale);
  drawOpenings(context, level.plan.openings, view.scale, palette);
  drawHighlights(context, picture);
  pixels();
  drawRoute(context, picture.route, level.plan.id, view, screen, palette);
  const taken = [...drawSymbols(context, picture), ...drawEnds(context, picture)];
  const labels = placeLabels(
    { view, screen, language: picture.language, labels: level.labels, taken, selected: picture.selected },
    measure,
  );
  drawLabels(context, labels, picture);
  if (picture.crosshair) drawCrosshair(context, picture);
}

function drawBatches(context: CanvasRenderingContext2D, batches: readonly Batch[], scale: number): void {
  context.lineJoin = "miter";
  for (const { path, fill, border, fromScale } of batches) {
    if (scale < fromScale) continue;
    context.fillStyle = fill;
    context.fill(path);
    if (!border || (!border.poche && scale < EDGES_FROM_SCALE)) continue;
    context.strokeStyle = border.color;
    context.lineWidth = border.poche ? wallWidth(scale) : 1 / scale;
    context.stroke(path);
  }
}

function wallWidth(scale: number): number {
  return Math.max(WALL_M, WALL_LEAST_PX / scale);
}

function drawFaintly(context: CanvasRenderingContext2D, { batches }: DrawnLevel, scale: number): void {
  context.globalAlpha = 0.28;
  drawBatches(context, batches, scale);
  context.globalAlpha = 1;
}

/** Gaps in the walls, and what closes them. */
function drawOpenings(
  context: CanvasRenderingContext2D,
  openings: readonly PlanOpening[],
  scale: number,
  palette: Palette,
): void {
  const wall = wallWidth(scale);
  const line = (kinds: readonly PlanOpening["kind"][], color: string, width: number) => {
    context.beginPath();
    for (const { kind, from, to } of openings) {
      if (!kinds.includes(kind)) continue;
      context.moveTo(...from);
      context.lineTo(...to);
    }
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  };
  context.lineCap = "butt";
  line(["door", "entrance", "passage"], palette.concourse, wall * 1.3);
  if (scale > EDGES_FROM_SCALE) line(["door", "entrance"], palette.door, wall * 0.3);
  line(["emergency_exit"], palette.exit, wall * 1.1);
}

function drawHighlights(context: CanvasRenderingContext2D, picture: Picture): void {
  const { level, selected, hovered, palette, view } = picture;
  const outline = (places: readonly PlaceId[], color: string, width: number) => {
    const path = new Path2D();
    for (const { place, polygon } of level.plan.shapes) if (place && places.includes(place)) trace(path, polygon);
    context.strokeStyle = color;
    context.lineWidth = width / view.scale;
    context.stroke(path);
  };
  context.lineJoin = "round";
  if (hovered) outline([hovered], palette.quietInk, 2);
  if (selected.length > 0) {
    outline(selected, palette.selectionHalo, 7);
    outline(selected, palette.selection, 3.5);
  }
}

function drawSymbols(context: CanvasRenderingContext2D, picture: Picture): Box[] {
  const { level, view, screen, palette, selected } = picture;
  if (view.scale < SYMBOLS_FROM_SCALE) return [];
  const size = view.scale < LARGE_SYMBOLS_FROM_SCALE ? SMALL_SYMBOL_PX : SYMBOL_PX;
  const taken: Box[] = [];
  for (const { place, icon, point } of level.plan.symbols) {
    const [x, y] = toScreen(view, screen, point);
    if (x < -size || y < -size || x > screen.widthPx + size || y > screen.heightPx + size) continue;
    const box: Box = [x - size / 2, y - size / 2, x + size / 2, y + size / 2];
    const covers = (other: Box) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
    const chosen = selected.includes(place);
    if (!chosen && taken.some(covers)) continue;
    taken.push(box);
    context.fillStyle = chosen ? palette.selection : palette.symbol;
    context.beginPath();
    context.roundRect(box[0], box[1], size, size, size * 0.28);
    context.fill();
    context.save();
    context.translate(box[0] + size * 0.1, box[1] + size * 0.1);
    context.scale((size * 0.8) / 24, (size * 0.8) / 24);
    context.strokeStyle = palette.symbolInk;
    context.lineWidth = 2.4;
    context.lineCap = context.lineJoin = "round";
    context.stroke(new Path2D(symbolPath(icon)));
    context.restore();
  }
  return taken;
}

/** The route's start as a dot, and a pin on what is chosen. */
function drawEnds(context: CanvasRenderingContext2D, { route, level, pin, view, screen, palette }: Picture): Box[] {
  const taken: Box[] = [];
  const start = route[0];
  if (start?.level === level.plan.id) {
    const [x, y] = toScreen(view, screen, [start.x, start.y]);
    disc(context, x, y, 9, palette.routeCasing);
    disc(context, x, y, 6.5, palette.route);
    disc(context, x, y, 2.5, palette.routeCasing);
    taken.push([x - 9, y - 9, x + 9, y + 9]);
  }
  const end = route.at(-1);
  const at: Point | undefined = end?.level === level.plan.id ? [end.x, end.y] : route.length === 0 ? pin : undefined;
  if (at) {
    const [x, y] = toScreen(view, screen, at);
    drawPin(context, x, y, palette);
    taken.push([x - 13, y - 36, x + 13, y]);
  }
  return taken;
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function drawPin(context: CanvasRenderingContext2D, x: number, y: number, palette: Palette): void {
  context.save();
  context.translate(x, y);
  context.beginPath();
  context.moveTo(0, 0);
  context.bezierCurveTo(-2, -8, -12, -13, -12, -22);
  context.arc(0, -22, 12, Math.PI, 0);
  context.bezierCurveTo(12, -13, 2, -8, 0, 0);
  context.closePath();
  context.strokeStyle = palette.selectionHalo;
  context.lineWidth = 3;
  context.stroke();
  context.fillStyle = palette.selection;
  context.fill();
  context.restore();
  disc(context, x, y - 22, 4.5, palette.selectionHalo);
}

function drawLabels(context: CanvasRenderingContext2D, labels: readonly PlacedLabel[], picture: Picture): void {
  const { palette } = picture;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const { lines, type, x, y, label } of labels) {
    context.font = fontOf(type);
    const step = lineHeight(type);
    const numbered = lines.length > 1 && label.number !== null && lines.at(-1) === label.number;
    for (const [index, line] of lines.entries()) {
      const at = y + (index - (lines.length - 1) / 2) * step;
      context.strokeStyle = palette.halo;
      context.lineWidth = type.sizePx > 16 ? 5 : 3;
      context.strokeText(line, x, at);
      context.fillStyle = numbered && index === lines.length - 1 ? palette.quietInk : palette.ink;
      context.fillText(line, x, at);
    }
  }
}

function drawCrosshair(context: CanvasRenderingContext2D, { screen, view, palette }: Picture): void {
  const [x, y] = toScreen(view, screen, [view.x, view.y]);
  context.beginPath();
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    // prettier-ignore
    context.moveTo(x + dx * 4, y + dy * 4);
    context.lineTo(x + dx * 12, y + dy * 12);
  }
  for (const [color, width] of [
    [palette.selectionHalo, 4],
    [palette.ink, 1.5],
  ] as const) {
    // prettier-ignore
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
}
