// What the drawing shows round a stand, out of the venue's bundle.

import type { BoothId } from "../bindings/BoothId.ts";
import type { FixtureKind } from "../bindings/FixtureKind.ts";
import type { LocalText } from "../bindings/LocalText.ts";
import type { Polygon } from "../bindings/Polygon.ts";
import type { Ground } from "./messages.ts";

/** As far as the drawing needs it. */
interface Bundle {
  layout: {
    id: string;
    units: { id: string; level: string }[];
    booths: { id: BoothId; unit: string; footprint: Polygon; open_sides: number[] }[];
    aisles?: { id: string; name: LocalText }[];
    openings: { id: string; name?: LocalText }[];
    fixtures?: { id: string; kind: FixtureKind; level: string; footprint: Polygon }[];
  };
}

/** How far from the stand, in metres, something is still shown. */
const NEAR_M = 32;

/** From bytes that the desk has opened, so that they are a venue. */
export function groundOf(bytes: Uint8Array, stand: BoothId): Ground | undefined {
  const { layout } = JSON.parse(new TextDecoder().decode(bytes)) as Bundle;
  const own = layout.booths.find(({ id }) => id === stand);
  if (!own) return undefined;
  const levels = new Map(layout.units.map(({ id, level }) => [id, level]));
  const level = levels.get(own.unit);
  const around = bounds(own.footprint);
  const isNear = (polygon: Polygon) => {
    const [left, low, right, high] = bounds(polygon);
    return (
      left < around[2] + NEAR_M && right > around[0] - NEAR_M && low < around[3] + NEAR_M && high > around[1] - NEAR_M
    );
  };
  return {
    venue: layout.id,
    footprint: own.footprint,
    openSides: own.open_sides,
    stands: layout.booths
      .filter((other) => other !== own && levels.get(other.unit) === level && isNear(other.footprint))
      .map(({ id, footprint }) => ({ id, footprint })),
    names: Object.fromEntries(
      [...(layout.aisles ?? []), ...layout.openings].flatMap(({ id, name }) => (name ? [[id, name]] : [])),
    ),
    fixtures: (layout.fixtures ?? []).filter((each) => each.level === level && isNear(each.footprint)),
  };
}

/** Left, low, right, high. */
export function bounds(polygon: Polygon): [number, number, number, number] {
  const xs = polygon.map(([x]) => x);
  const ys = polygon.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
