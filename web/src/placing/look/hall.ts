// The hall that a stand is in, out of the venue's bundle: what the stage is to know of it.

import type { Bounds } from "../../bindings/Bounds.ts";
import type { BoothId } from "../../bindings/BoothId.ts";
import type { DesignedStand } from "../../bindings/DesignedStand.ts";
import type { LevelId } from "../../bindings/LevelId.ts";
import type { LocalText } from "../../bindings/LocalText.ts";
import type { ModelFile } from "../../bindings/ModelFile.ts";
import type { Point } from "../../bindings/Point.ts";
import type { Polygon } from "../../bindings/Polygon.ts";
import type { Scene } from "../../bindings/Scene.ts";
import type { SceneLabel } from "../../bindings/SceneLabel.ts";
import { bounds } from "../ground.ts";
import { frontOf } from "./standpoints.ts";

/** As far as it is needed here. */
interface Bundle {
  layout: {
    levels: { id: LevelId; ordinal: number; elevation_m: number }[];
    units: { id: string; level: LevelId; kind: string; name?: LocalText; polygon: Polygon; theme?: string }[];
    booths: { id: BoothId; unit: string; footprint: Polygon; open_sides: number[]; height_m: number }[];
    themes?: { id: string; color: string }[];
  };
  exhibitors: { exhibitors: { name: LocalText; booths: BoothId[] }[] };
  floor: { level: LevelId; walls: Point[][] }[];
  models: ModelFile[];
}

export interface Hall {
  readonly stand: DesignedStand;
  readonly scene: Scene;
  readonly models: ModelFile[];
  readonly floorM: number;
}

/** Names farther from the stand, in metres, would only be in the way. */
const NAMED_M = 40;
/** A person's middle keeps so far away from a stand. */
const BODY_M = 0.5;

/** From bytes that the desk has opened as well, so that they are a venue. */
export function hallOf(bytes: Uint8Array, id: BoothId): Hall | undefined {
  const { layout, exhibitors, floor, models } = JSON.parse(new TextDecoder().decode(bytes)) as Bundle;
  const booth = layout.booths.find((each) => each.id === id);
  const unit = layout.units.find((each) => each.id === booth?.unit);
  const level = layout.levels.find((each) => each.id === unit?.level);
  if (!booth || !unit || !level) return undefined;
  const accent = layout.themes?.find((theme) => theme.id === unit.theme)?.color ?? null;
  const own = grown(bounds(booth.footprint), BODY_M);
  const near = grown(bounds(booth.footprint), NAMED_M);
  const names = new Map(exhibitors.exhibitors.flatMap(({ name, booths }) => booths.map((stand) => [stand, name])));
  const labels = layout.booths
    .filter((each) => each.unit === unit.id && isInside(near, middle(each.footprint)))
    .map((each): SceneLabel => {
      // Who stands there is known: a name over it would hide the design.
      if (each === booth) {
        const facing_deg = frontOf(booth.footprint, booth.open_sides)?.headingDeg ?? null;
        return { ...label(id, {}, level.id, each.footprint), height_m: each.height_m, facing_deg };
      }
      const text = names.get(each.id) ?? { en: each.id };
      return { ...label(each.id, text, level.id, each.footprint), number: each.id, height_m: each.height_m };
    });
  // Who stands alone can be walked on: the way round it is one contour, and it is not there.
  const isWall = (contour: Point[]) => !contour.every((point) => isInside(own, point));
  const levels = layout.levels.map((each) => ({
    ...each,
    bounds: boundsOf(layout.units.filter(({ level }) => level === each.id).flatMap(({ polygon }) => polygon)),
    walls: floor
      .filter(({ level }) => level === each.id)
      .flatMap(({ walls }) => walls.filter((contour) => each !== level || isWall(contour)))
      .flatMap((contour) => contour.slice(1).map((to, index) => segment(contour[index] ?? to, to))),
  }));
  const hall: SceneLabel = {
    ...label(unit.id, unit.name ?? { en: unit.id }, level.id, unit.polygon),
    rank: "hall_name",
    outline: unit.polygon,
  };
  return {
    stand: { id, level: level.id, footprint: booth.footprint, open_sides: booth.open_sides, accent },
    scene: { levels, labels: [hall, ...labels], connectors: [], start: null },
    models: models.filter(({ units }) => units.includes(unit.id)),
    floorM: level.elevation_m,
  };
}

function label(place: string, text: LocalText, level: LevelId, polygon: Polygon): SceneLabel {
  return {
    place,
    text,
    number: null,
    level,
    at: middle(polygon),
    height_m: 3,
    rank: "booth",
    facing_deg: null,
    outline: [],
  };
}

const segment = (from: Point, to: Point): [number, number, number, number] => [...from, ...to];

type Edges = readonly [left: number, low: number, right: number, high: number];

const grown = ([left, low, right, high]: Edges, by: number): Edges => [left - by, low - by, right + by, high + by];

const isInside = ([left, low, right, high]: Edges, [x, y]: Point) => x > left && x < right && y > low && y < high;

function middle(polygon: Polygon): Point {
  const [left, low, right, high] = bounds(polygon);
  return [(left + right) / 2, (low + high) / 2];
}

function boundsOf(points: Point[]): Bounds {
  const [left, low, right, high] = bounds(points);
  return { min: [left, low], max: [right, high] };
}
