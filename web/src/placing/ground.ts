// What the drawing shows round a stand, out of the venue's bundle.

import type { BoothId } from "../bindings/BoothId.ts";
import type { FixtureKind } from "../bindings/FixtureKind.ts";
import type { LocalText } from "../bindings/LocalText.ts";
import type { Point } from "../bindings/Point.ts";
import type { Polygon } from "../bindings/Polygon.ts";
import type { BoothKind, Ground, Service } from "./messages.ts";

/** As far as the drawing needs it. */
interface Bundle {
  layout: {
    id: string;
    units: { id: string; level: string; name: LocalText; height_m?: number }[];
    booths: { id: BoothId; unit: string; kind: BoothKind; footprint: Polygon; open_sides: number[] }[];
    aisles?: { id: string; unit: string; name: LocalText; line: Point[]; width_m: number }[];
    openings: { id: string; name?: LocalText }[];
    fixtures?: { id: string; kind: FixtureKind; level: string; footprint: Polygon }[];
  };
  rules?: Partial<Pick<Ground, "rules">>;
}

/** How far from the stand, in metres, something is still shown. */
const NEAR_M = 32;
const SERVICES: readonly FixtureKind[] = ["power", "water", "air", "data"] satisfies Service[];

/** From bytes that the desk has opened, so that they are a venue. */
export function groundOf(bytes: Uint8Array, stand: BoothId): Ground | undefined {
  const { layout, rules } = JSON.parse(new TextDecoder().decode(bytes)) as Bundle;
  const own = layout.booths.find(({ id }) => id === stand);
  const hall = layout.units.find(({ id }) => id === own?.unit);
  if (!own || !hall) return undefined;
  const levels = new Map(layout.units.map(({ id, level }) => [id, level]));
  const { level } = hall;
  const around = bounds(own.footprint);
  const isWithin = (by: number, polygon: Polygon) => {
    const [left, low, right, high] = bounds(polygon);
    return left < around[2] + by && right > around[0] - by && low < around[3] + by && high > around[1] - by;
  };
  const isNear = (polygon: Polygon) => isWithin(NEAR_M, polygon);
  const isService = <T extends { kind: FixtureKind }>(each: T): each is T & { kind: Service } =>
    SERVICES.includes(each.kind);
  const fixtures = (layout.fixtures ?? []).filter((each) => each.level === level && isNear(each.footprint));
  return {
    venue: layout.id,
    kind: own.kind,
    hall,
    aisles: (layout.aisles ?? []).filter(({ unit }) => unit === own.unit),
    rules: rules?.rules ?? [],
    footprint: own.footprint,
    openSides: own.open_sides,
    stands: layout.booths
      .filter((other) => other !== own && levels.get(other.unit) === level && isNear(other.footprint))
      .map(({ id, footprint }) => ({ id, footprint })),
    names: Object.fromEntries(
      [...(layout.aisles ?? []), ...layout.openings].flatMap(({ id, name }) => (name ? [[id, name]] : [])),
    ),
    fixtures: fixtures.filter((each) => !isService(each)),
    services: fixtures.filter(isService).filter(({ footprint }) => isWithin(0, footprint)),
  };
}

/** Left, low, right, high. */
export function bounds(polygon: Polygon): [number, number, number, number] {
  const xs = polygon.map(([x]) => x);
  const ys = polygon.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
