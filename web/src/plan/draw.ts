// One picture of the plan.

import type { LocalText } from "../bindings/LocalText.ts";
import type { PlaceId } from "../bindings/PlaceId.ts";
import type { PlanLevel } from "../bindings/PlanLevel.ts";
import type { PlanLabel } from "../bindings/PlanLabel.ts";
import type { PlanOpening } from "../bindings/PlanOpening.ts";
import type { Point } from "../bindings/Point.ts";
import type { RoutePoint } from "../bindings/RoutePoint.ts";
import type { Language } from "../strings/index.ts";
import { type Batch, batchesOf, trace } from "./batches.ts";
import { type PlacedLabel, numeralBoxes, placeLabels, ranked } from "./labels.ts";
import { type Box, boxAbout, overlap } from "./occupancy.ts";
import { type Palette, isColor } from "./palette.ts";
import { drawRoute } from "./route-line.ts";
import { symbolFromScale, symbolPath } from "./symbols.ts";
import { type Measure, type Size, type Type, fontOf, lineHeight } from "./type.ts";
import { type Screen, type Viewport, toScreen } from "./viewport.ts";

/** A level, prepared for drawing. */
export interface DrawnLevel {
  plan: PlanLevel;
  batches: readonly Batch[];
  labels: readonly PlanLabel[];
}

export function prepare(plan: PlanLevel, palette: Palette): DrawnLevel {
  return { plan, batches: batchesOf(plan, palette), labels: ranked(plan.labels) };
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
  /** Where the person is, and which way they face, if that is known: degrees clockwise from north. */
  here: { at: RoutePoint; heading: number | undefined } | undefined;
  hovered: PlaceId | undefined;
  route: readonly RoutePoint[];
  /** Stops on the way, numbered. */
  visits: readonly RoutePoint[];
  /** What is written under a hall's numeral. */
  captions: ReadonlyMap<PlaceId, LocalText>;
  /** The keyboard's aim in the middle. */
  crosshair: boolean;
}

const WALL_M = 0.4;
const WALL_LEAST_PX = 1.2;
const EDGES_FROM_SCALE = 1.2;
const SYMBOL_PX = 22;
const SMALL_SYMBOL_PX = 16;
const LARGE_SYMBOLS_FROM_SCALE = 3;
const VISIT_PX = 11;
const HERE_PX = 18;
const NUMERAL_INK = "#ffffff";
/** Digits have no descenders: their middle is a little below the line's. */
const OPTICAL_MIDDLE = 0.06;

/** What lies on the floor. */
export function drawGround(context: CanvasRenderingContext2D, picture: Picture): void {
  const { view, screen, pixelRatio, palette, level } = picture;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, screen.widthPx, screen.heightPx);

  const [ox, oy] = toScreen(view, screen, [0, 0]);
  const up = screen.up ?? 0;
  const [cos, sin] = [Math.cos(up) * view.scale * pixelRatio, Math.sin(up) * view.scale * pixelRatio];
  const metres = () => context.setTransform(cos, -sin, -sin, -cos, ox * pixelRatio, oy * pixelRatio);

  metres();
  if (picture.below) drawFaintly(context, picture.below, view.scale);
  drawBatches(context, level.batches, view.scale);
  drawOpenings(context, level.plan.openings, view.scale, palette);
  drawHighlights(context, picture);
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  drawRoute(context, picture.route, level.plan.id, view, screen, palette);
}

/** Symbols, names and numbers, over the same picture's ground. */
export function drawSigns(context: CanvasRenderingContext2D, picture: Picture, measure: Measure): void {
  const { view, screen, pixelRatio, language, selected, captions, level, palette } = picture;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  const labelling = { view, screen, language, labels: level.labels, selected, captions };
  const numerals = numeralBoxes(labelling, measure);
  const taken = [...drawSymbols(context, picture, numerals), ...drawEnds(context, picture)];
  const labels = placeLabels(labelling, taken, measure);
  for (const label of labels) {
    if (label.badge) drawNumeral(context, label, label.badge, picture);
    else drawLabel(context, label, palette);
  }
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

function drawSymbols(context: CanvasRenderingContext2D, picture: Picture, numerals: readonly Box[]): Box[] {
  const { level, view, screen, palette, selected } = picture;
  const size = view.scale < LARGE_SYMBOLS_FROM_SCALE ? SMALL_SYMBOL_PX : SYMBOL_PX;
  const taken: Box[] = [];
  for (const { place, icon, point } of level.plan.symbols) {
    const chosen = selected.includes(place);
    if (!chosen && view.scale < symbolFromScale(icon)) continue;
    const [x, y] = toScreen(view, screen, point);
    if (x < -size || y < -size || x > screen.widthPx + size || y > screen.heightPx + size) continue;
    const box = boxAbout(x, y, size, size);
    const isCovered = [...numerals, ...taken].some((other) => overlap(box, other));
    if (!chosen && isCovered) continue;
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

/** The person as a dot with a halo, and an arrow where they face. */
function drawHere(context: CanvasRenderingContext2D, { here, level, view, screen, palette }: Picture): Box[] {
  if (here?.at.level !== level.plan.id) return [];
  const [x, y] = toScreen(view, screen, [here.at.x, here.at.y]);
  context.globalAlpha = 0.2;
  disc(context, x, y, HERE_PX, palette.route);
  context.globalAlpha = 1;
  if (here.heading !== undefined) {
    context.save();
    context.translate(x, y);
    context.rotate((here.heading * Math.PI) / 180 - (screen.up ?? 0));
    context.beginPath();
    context.moveTo(0, -HERE_PX - 4);
    context.lineTo(8, -8);
    context.lineTo(-8, -8);
    context.closePath();
    context.fillStyle = palette.route;
    context.fill();
    context.restore();
  }
  disc(context, x, y, 9, palette.routeCasing);
  disc(context, x, y, 6.5, palette.route);
  return [boxAbout(x, y, 2 * HERE_PX, 2 * HERE_PX)];
}

/** The route's start as a dot, and a pin on what is chosen. */
function drawEnds(context: CanvasRenderingContext2D, picture: Picture): Box[] {
  const { route, visits, level, pin, view, screen, palette } = picture;
  const taken = drawHere(context, picture);
  const start = route[0];
  if (start?.level === level.plan.id) {
    const [x, y] = toScreen(view, screen, [start.x, start.y]);
    disc(context, x, y, 9, palette.routeCasing);
    disc(context, x, y, 6.5, palette.route);
    disc(context, x, y, 2.5, palette.routeCasing);
    taken.push([x - 9, y - 9, x + 9, y + 9]);
  }
  if (visits.length > 0) return [...taken, ...drawVisits(context, picture)];
  const end = route.at(-1);
  const at: Point | undefined = end?.level === level.plan.id ? [end.x, end.y] : route.length === 0 ? pin : undefined;
  if (at) {
    const [x, y] = toScreen(view, screen, at);
    drawPin(context, x, y, palette);
    taken.push([x - 13, y - 36, x + 13, y]);
  }
  return taken;
}

/** The later ones lie below, so that the next to come is seen. */
function drawVisits(context: CanvasRenderingContext2D, { visits, level, view, screen, palette }: Picture): Box[] {
  const here = visits
    .map((visit, index) => ({ visit, number: index + 1 }))
    .filter(({ visit }) => visit.level === level.plan.id);
  return here.toReversed().map(({ visit, number }) => {
    const [x, y] = toScreen(view, screen, [visit.x, visit.y]);
    disc(context, x, y, VISIT_PX + 2.5, palette.routeCasing);
    disc(context, x, y, VISIT_PX, palette.route);
    setType(context, { sizePx: 12, weight: 700 });
    context.fillStyle = palette.routeCasing;
    context.fillText(String(number), x, y + 12 * OPTICAL_MIDDLE);
    return boxAbout(x, y, 2 * VISIT_PX, 2 * VISIT_PX);
  });
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

function drawLabel(context: CanvasRenderingContext2D, placed: PlacedLabel, palette: Palette): void {
  const { lines, type, x, y, numbered } = placed;
  setType(context, type);
  const step = lineHeight(type);
  for (const [index, line] of lines.entries()) {
    const at = y + (index - (lines.length - 1) / 2) * step;
    context.strokeStyle = palette.halo;
    context.lineWidth = 3;
    context.strokeText(line, x, at);
    context.fillStyle = numbered && index === lines.length - 1 ? palette.quietInk : palette.ink;
    context.fillText(line, x, at);
  }
}

/** The same badge as in the list of halls. */
function drawNumeral(context: CanvasRenderingContext2D, placed: PlacedLabel, badge: Size, picture: Picture): void {
  const { lines, type, x, y, place } = placed;
  const shape = picture.level.plan.shapes.find((other) => other.place === place && other.kind.kind === "unit");
  context.fillStyle = isColor(shape?.color) ? shape.color : picture.palette.symbol;
  context.beginPath();
  context.roundRect(x - badge.width / 2, y - badge.height / 2, badge.width, badge.height, badge.height * 0.25);
  context.fill();
  setType(context, type);
  context.fillStyle = NUMERAL_INK;
  context.fillText(lines[0] ?? "", x, y + type.sizePx * OPTICAL_MIDDLE);
}

function setType(context: CanvasRenderingContext2D, type: Type): void {
  context.font = fontOf(type);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
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
