// The page's entry: takes the frame that index.html drew, and starts.

import { App, type Frame } from "./app.ts";
import { loadPlacing } from "./placing-loader.ts";
import { storedAppearance, storedVisitors } from "./preferences.ts";
import { preferredLanguage } from "./strings/index.ts";
import { LINES_AT_ONCE, USUAL_PACE } from "./state.ts";
import { readAddress } from "./url.ts";

function element<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html lacks #${id}`);
  return found as T;
}

const frame: Frame = {
  side: element("side"),
  mapArea: element("map-area"),
  map: element("map"),
  plan: element<HTMLCanvasElement>("plan"),
  halls: element("halls"),
  miniPlan: element<HTMLButtonElement>("mini-plan"),
  controls: element("controls"),
  skip: element("skip"),
  mapKeys: element("map-keys"),
};

// What was typed before the page came to life is not lost.
const early = document.querySelector<HTMLInputElement>("#search");
const typed = early?.value.trim() || undefined;
const typing = document.activeElement === early;
frame.side.replaceChildren();

const read = readAddress(location.search, location.hash);
const address = typed ? { ...read, q: typed } : read;

const app = new App(frame, {
  address,
  language: address.lang ?? preferredLanguage(navigator.languages),
  appearance: storedAppearance(),
  dark: false,
  visitors: storedVisitors(),
  narrow: false,
  forgetful: false,
  saved: [],
  dropped: undefined,
  savedTrouble: undefined,
  online: navigator.onLine,
  keeping: "waiting",
  newer: false,
  live: undefined,
  read: [],
  withNotes: false,
  later: undefined,
  outgoing: undefined,
  incoming: undefined,
  taken: undefined,
  venue: { status: "loading", fraction: undefined },
  guide: "running",
  answers: {},
  heading: undefined,
  openStop: undefined,
  stage: { status: "off" },
  modelFaults: [],
  showing: "plan",
  camera: { mode: "fly", pose: undefined, unit: undefined },
  pace: USUAL_PACE,
  hovering: false,
  overlay: undefined,
  sheet: "half",
  editing: undefined,
  filtering: false,
  shown: LINES_AT_ONCE,
  recent: [],
  arranging: undefined,
  active: undefined,
  step: undefined,
  toast: undefined,
});
if (read.design) void loadPlacing(app, read.design);
if (typing) app.afterRender(() => document.getElementById("search")?.focus());
