// Pictograms of the plan and of the lists: strokes on a 24 × 24 grid, so that one drawing serves canvas and SVG.

import type { AmenityKind } from "../bindings/AmenityKind.ts";
import type { ConnectorKind } from "../bindings/ConnectorKind.ts";
import type { SymbolIcon } from "../bindings/SymbolIcon.ts";

export const AMENITY_PATHS: Record<AmenityKind, string> = {
  restroom:
    "M7 4.6a1.4 1.4 0 1 0 .01 0M7 8v6m0 0v6m-2.4-6V9.5h4.8V14M17 4.6a1.4 1.4 0 1 0 .01 0M17 8l-3 7h6l-3-7m-1.2 7v5m2.4-5v5M12 3v18",
  restroom_wheelchair: "M10 4.6a1.4 1.4 0 1 0 .01 0M10 8v6h6l2.5 5M10 10.5h5M8.2 11.6a5 5 0 1 0 6.6 6.2",
  cafe: "M5 9h11v5a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5V9Zm11 1.5h1.5a2.5 2.5 0 0 1 0 5H16M8 3.5v2.2m4-2.2v2.2",
  restaurant:
    "M7 3v7m-2.5-7v4.5A2.5 2.5 0 0 0 7 10a2.5 2.5 0 0 0 2.5-2.5V3M7 10v11M17 3c-2 1.5-3 4-3 7.5h3V3Zm0 7.5V21",
  first_aid: "M12 5v14M5 12h14",
  information: "M12 5.5a.6.6 0 1 0 .01 0M10 10h2.2v8.5M9.5 18.5h5.5",
  cloakroom:
    "M10 6.5a2 2 0 1 1 2.8 1.85c-.5.25-.8.6-.8 1.15v.5L3.5 16.5c-.8.7-.4 1.5.6 1.5h15.8c1 0 1.4-.8.6-1.5L12 10",
  prayer_room: "M12 3.5v17M7 9h10",
  nursing_room: "M9 9h6v9.5a2 2 0 0 1-2 2h-2a2 2 0 0 1-2-2V9Zm.5 0V7h5v2M11 7V5a1 1 0 0 1 2 0v2m-4 5.5h2.5M9 15.5h2.5",
  charging: "M13 3 6.5 13H11l-1 8 7.5-11H13V3Z",
  atm: "M4 7h16v10H4V7Zm8 2.5a2.5 2.5 0 1 0 .01 0M7 10v.01M17 14v.01",
  seating: "M7 4v9h10v7M7 13v7M7 9.5",
  lockers: "M5 4h14v16H5V4Zm7 0v16M9.5 11v2m5-2v2",
  other: "M12 6.5a5.5 5.5 0 1 0 .01 0",
};

export const CONNECTOR_PATHS: Record<ConnectorKind, string> = {
  lift: "M8.5 9.5 12 5l3.5 4.5M8.5 14.5 12 19l3.5-4.5",
  escalator: "M3.5 18.5H8l8-11h4.5M6 11l3-4.5M9 9.5v-3H6",
  stairs: "M4 19h4v-4h4v-4h4V7h4",
  ramp: "M3.5 18 20.5 8v10h-17Z",
};

const ENTRANCE = "M4 12h10m-4-4 4 4-4 4M14 4h5v16h-5";
const KIOSK = "M8 3.5h8v11H8v-11Zm4 11V20m-3.5.5h7M10.5 7h3";

export function symbolPath(icon: SymbolIcon): string {
  switch (icon.kind) {
    case "amenity":
      return AMENITY_PATHS[icon.amenity];
    case "connector":
      return CONNECTOR_PATHS[icon.connector];
    case "entrance":
      return ENTRANCE;
    case "kiosk":
      return KIOSK;
  }
}

/** CSS pixels a metre from which on a symbol is shown: what people look for first shows first. */
export function symbolFromScale(icon: SymbolIcon): number {
  switch (icon.kind) {
    case "entrance":
      return 0;
    case "kiosk":
      return 3;
    case "connector":
      return 1.6;
    case "amenity":
      return AMENITY_FROM_SCALE[icon.amenity] ?? 3;
  }
}

const AMENITY_FROM_SCALE: Partial<Record<AmenityKind, number>> = {
  information: 1.2,
  restroom: 1.6,
  first_aid: 1.6,
  cafe: 1.6,
  restaurant: 1.6,
  restroom_wheelchair: 2.4,
};

export const PLACE_PATHS = { entrance: ENTRANCE, kiosk: KIOSK };
