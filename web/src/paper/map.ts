// The plan on paper: one picture of each level that the way leads over.

import type { LocalText } from "../bindings/LocalText.ts";
import type { PlaceId } from "../bindings/PlaceId.ts";
import type { Plan } from "../bindings/Plan.ts";
import type { PlanLevel } from "../bindings/PlanLevel.ts";
import type { RoutePoint } from "../bindings/RoutePoint.ts";
import type { Language } from "../strings/index.ts";
import { drawGround, drawSigns, prepare } from "../plan/draw.ts";
import { LIGHT } from "../plan/palette.ts";
import { fitCanvas } from "../plan/plan-view.ts";
import { Measure } from "../plan/type.ts";
import { type Screen, boundsOf, fit } from "../plan/viewport.ts";

const PAPER = { ...LIGHT, ground: "#ffffff" };
/** As wide as a sheet of paper in CSS pixels, so that names are as large as what is written below. */
const WIDTH_PX = 700;
const HEIGHT_PX = 290;
/** Where many stops are listed too. */
const LOW_PX = 200;
const GAP_PX = 16;
/** More than this, and the list needs the room. */
export const MANY_STOPS = 8;
/** About 300 dots an inch. */
const PIXEL_RATIO = 3;

interface Drawing {
  readonly plan: Plan;
  readonly level: PlanLevel;
  readonly route: readonly RoutePoint[];
  readonly visits: readonly RoutePoint[];
  readonly language: Language;
  readonly captions: ReadonlyMap<PlaceId, LocalText>;
}

export function mappedLevels({ levels }: Plan, route: readonly RoutePoint[]): readonly PlanLevel[] {
  return levels.filter(({ id }) => route.some(({ level }) => level === id));
}

/** Of each picture, where so many stand side by side. */
export function mapSize(pictures: number, stops: number): Screen {
  return {
    widthPx: (WIDTH_PX - GAP_PX * (pictures - 1)) / pictures,
    heightPx: stops > MANY_STOPS ? LOW_PX : HEIGHT_PX,
    insets: { top: 12, right: 12, bottom: 12, left: 12 },
  };
}

export function drawMap(canvas: HTMLCanvasElement, screen: Screen, drawing: Drawing): void {
  const { plan, level, route, visits, language, captions } = drawing;
  const context = canvas.getContext("2d");
  const bounds = boundsOf(route.flatMap(({ x, y, level: id }) => (id === level.id ? [[x, y] as const] : [])));
  if (!context || !bounds) return;
  const below = plan.levels[plan.levels.indexOf(level) - 1];
  const picture = {
    view: fit(bounds, screen),
    screen,
    pixelRatio: PIXEL_RATIO,
    palette: PAPER,
    language,
    level: prepare(level, PAPER),
    below: below && prepare(below, PAPER),
    selected: [],
    pin: undefined,
    here: undefined,
    hovered: undefined,
    route,
    visits,
    captions,
    crosshair: false,
  };
  fitCanvas(canvas, screen, PIXEL_RATIO);
  drawGround(context, picture);
  drawSigns(context, picture, new Measure(context));
}
