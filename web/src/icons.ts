// The page's pictograms, on a 24 × 24 grid.

import { type TemplateResult, html } from "lit";
import type { AmenityKind } from "./bindings/AmenityKind.ts";
import type { HitKind } from "./bindings/HitKind.ts";
import type { Maneuver } from "./bindings/Maneuver.ts";
import { AMENITY_PATHS, CONNECTOR_PATHS, PLACE_PATHS } from "./plan/symbols.ts";

export const ICONS = {
  search: "M11 4a7 7 0 1 0 .01 0M16 16l4.5 4.5",
  clear: "M6 6l12 12M18 6 6 18",
  back: "M20 12H4m7-7-7 7 7 7",
  swap: "M8 4v15m-4-4 4 4 4-4M16 20V5m-4 4 4-4 4 4",
  route: "M6 15.5a2.5 2.5 0 1 0 .01 0M18 3.5a2.5 2.5 0 1 0 .01 0M8.5 18H15a4 4 0 0 0 0-8H9a3.5 3.5 0 0 1 0-7h6",
  from: "M12 8a4 4 0 1 0 .01 0M12 3v3m0 12v3M3 12h3m12 0h3",
  pin: "M12 21s-7-6.5-7-11.5a7 7 0 0 1 14 0C19 14.5 12 21 12 21Zm0-14a2.5 2.5 0 1 0 .01 0",
  link: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.66-5.66l-1.5 1.5M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.66 5.66l1.5-1.5",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7v-6Z",
  zoom: "M11 4a7 7 0 1 0 .01 0M16 16l4.5 4.5M11 8v6m-3-3h6",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  check: "M5 12.5l5 5 9.5-11",
  home: "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
  compass: "M12 3l4 9-4 9-4-9 4-9Z",
  pause: "M8 5v14m8-14v14",
  play: "M7 4.5v15L19.5 12 7 4.5Z",
  walk: "M13 4.2a1.5 1.5 0 1 0 .01 0M9.5 21l2-6-2.5-2.5.8-4.5L6.5 9.5V13M9.8 8h2.7l2 3.5 3 1M13 15l3 2 1.5 4",
  settings: "M4 7h10m4 0h2M4 17h2m4 0h10M16 4.5a2.5 2.5 0 1 0 .01 0M8 14.5a2.5 2.5 0 1 0 .01 0",
  info: "M12 3a9 9 0 1 0 .01 0M12 11v6M12 7.5v.01",
  warning: "M12 4 2.5 20h19L12 4Zm0 6v5m0 2.5v.01",
  devices: "M4 5h11v6M4 5v10h8M2.5 18H12M15 11h5.5v9H15v-9Z",
  bookmark: "M6.5 3.5h11V21L12 16.5 6.5 21V3.5Z",
  filter: "M4 5h16l-6 7.5V19l-4 1.5v-8L4 5Z",
  list: "M8 6h12M8 12h12M8 18h12M4 6v.01M4 12v.01M4 18v.01",
  up: "M12 20V4m-7 7 7-7 7 7",
  down: "M12 4v16m-7-7 7 7 7-7",
  left: "M20 12H4m7-7-7 7 7 7",
  right: "M4 12h16m-7-7 7 7-7 7",
  turnLeft: "M8 4 4 8l4 4M4 8h9a6 6 0 0 1 6 6v6",
  turnRight: "M16 4l4 4-4 4m4-4h-9a6 6 0 0 0-6 6v6",
  chevronUp: "M5 15l7-7 7 7",
  chevronDown: "M5 9l7 7 7-7",
  booth: "M4 9l1.5-5h13L20 9M4 9h16M5.5 9v11h13V9M10 20v-6h4v6",
  exhibitor: "M5 21V4h9v17M14 10h5v11M3 21h18M8 8h3m-3 4h3m-3 4h3",
  hall: "M3 21V9l9-5 9 5v12M3 21h18M8 21v-8h8v8",
  product: "M4 8l8-4 8 4v8l-8 4-8-4V8Zm0 0 8 4 8-4M12 12v8",
  category: "M4 4h7v7H4V4Zm9 0h7v7h-7V4ZM4 13h7v7H4v-7Zm9 0h7v7h-7v-7Z",
  session: "M5 6h14v14H5V6Zm0 4h14M9 3.5V7m6-3.5V7",
  room: "M6 21V4h12v17M4 21h16M14.5 12v.01",
} as const;

export function icon(path: string, name = ""): TemplateResult {
  return html`<svg class="icon ${name}" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}

const KIND_PATHS: Record<HitKind, string> = {
  hall: ICONS.hall,
  exhibitor: ICONS.exhibitor,
  booth: ICONS.booth,
  product: ICONS.product,
  category: ICONS.category,
  session: ICONS.session,
  room: ICONS.room,
  area: ICONS.hall,
  shop: ICONS.booth,
  amenity: AMENITY_PATHS.other,
  entrance: PLACE_PATHS.entrance,
  kiosk: PLACE_PATHS.kiosk,
  connector: CONNECTOR_PATHS.stairs,
};

export function kindIcon(kind: HitKind, amenity: AmenityKind | null): TemplateResult {
  return icon(amenity ? AMENITY_PATHS[amenity] : KIND_PATHS[kind]);
}

const MANEUVER_PATHS: Record<Maneuver, string> = {
  depart: "M12 8a4 4 0 1 0 .01 0",
  straight: ICONS.up,
  slight_left: "M6 12V5h7M6 5l8 8v8",
  slight_right: "M18 12V5h-7m7 0-8 8v8",
  left: ICONS.turnLeft,
  right: ICONS.turnRight,
  sharp_left: "M5 9v7h7M5 16l7-7c3-3 7-1 7 3v9",
  sharp_right: "M19 9v7h-7m7 0-7-7c-3-3-7-1-7 3v9",
  enter: PLACE_PATHS.entrance,
  lift: CONNECTOR_PATHS.lift,
  escalator_up: CONNECTOR_PATHS.escalator,
  escalator_down: "M3.5 6.5H8l8 11h4.5M11 6.5l4 5.5m0-4v4h-4",
  stairs_up: CONNECTOR_PATHS.stairs,
  stairs_down: "M4 7h4v4h4v4h4v4h4",
  ramp_up: CONNECTOR_PATHS.ramp,
  ramp_down: "M3.5 8v10h17L3.5 8Z",
  arrive: ICONS.pin,
};

export function maneuverIcon(maneuver: Maneuver): TemplateResult {
  return icon(MANEUVER_PATHS[maneuver]);
}
