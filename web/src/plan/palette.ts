// The plan's colours. Everything built is quiet; strong colour means a hall's theme, a selection or the route.

export interface Palette {
  ground: string;
  green: string;
  concourse: string;
  hall: string;
  room: string;
  aisle: string;
  booth: string;
  boothEdge: string;
  amenity: string;
  connector: string;
  furniture: string;
  planter: string;
  hydrant: string;
  cut: string;
  wall: string;
  door: string;
  exit: string;
  ink: string;
  quietInk: string;
  halo: string;
  selection: string;
  selectionHalo: string;
  route: string;
  routeCasing: string;
  symbol: string;
  symbolInk: string;
  /** How strongly a theme tints: main aisles, raw space, shell scheme, the hall's floor. */
  tint: { aisle: number; raw: number; shell: number; floor: number };
}

export const LIGHT: Palette = {
  ground: "#e9ebe6",
  green: "#cfdccb",
  concourse: "#f1efea",
  hall: "#f4f2ee",
  room: "#fbfaf8",
  aisle: "#ece9e3",
  booth: "#fdfcfa",
  boothEdge: "#c9c5bc",
  amenity: "#e3e8e4",
  connector: "#dfe3e6",
  furniture: "#dcd8d0",
  planter: "#b7cbb0",
  hydrant: "#c8463c",
  cut: "#3b4048",
  wall: "#3b4048",
  door: "#a8adb3",
  exit: "#2f8f5b",
  ink: "#23272d",
  quietInk: "#5a616b",
  halo: "#fffffff0",
  selection: "#ff5a1f",
  selectionHalo: "#ffffff",
  route: "#1a5cff",
  routeCasing: "#ffffff",
  symbol: "#4a525c",
  symbolInk: "#ffffff",
  tint: { aisle: 0.18, raw: 0.3, shell: 0.1, floor: 0.05 },
};

/** The same order of lightness among what is built, on a dark ground. */
export const DARK: Palette = {
  ground: "#14171b",
  green: "#1c2620",
  concourse: "#23272d",
  hall: "#272b31",
  room: "#2d3239",
  aisle: "#2f343b",
  booth: "#3a4048",
  boothEdge: "#565d67",
  amenity: "#353c42",
  connector: "#3a4249",
  furniture: "#40464e",
  planter: "#33463a",
  hydrant: "#e0685e",
  cut: "#0b0d0f",
  wall: "#8b929c",
  door: "#5b626b",
  exit: "#5fc48d",
  ink: "#f1f2f3",
  quietInk: "#b3bac3",
  halo: "#14171be6",
  selection: "#ff7a45",
  selectionHalo: "#14171b",
  route: "#6b96ff",
  routeCasing: "#0f1114",
  symbol: "#c3c9d1",
  symbolInk: "#1a1e23",
  tint: { aisle: 0.32, raw: 0.42, shell: 0.16, floor: 0.08 },
};

/** `share` of the one colour in the other; both `#rrggbb`. */
export function mix(color: string, into: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(color, at) * share + channel(into, at) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** Only six-digit colours can be mixed; others come from broken data. */
export function isColor(color: string | null | undefined): color is string {
  return typeof color === "string" && /^#[0-9a-f]{6}$/i.test(color);
}
