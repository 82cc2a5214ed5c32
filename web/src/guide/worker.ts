// The guide's worker: fetches the venue and lets the wasm program answer.

import type { GuideEvent } from "../bindings/GuideEvent.ts";
import { beat, die, vital } from "../vital.ts";
import { Unreachable, fetchVenue } from "./fetch-venue.ts";
import init, { Guide } from "./guide.js";
import { type LiveBytes, watchLive } from "./live.ts";
import type { FromGuide, ToGuide } from "./messages.ts";

const program = init({ module_or_path: new URL(`guide_bg.wasm?v=${__BUILD__}`, self.location.href) });
program.catch(die);

let guide: Guide | undefined;

const say = (message: FromGuide) => postMessage(message);

async function open(name: string | undefined): Promise<void> {
  try {
    const venue = await fetchVenue(name, (loaded, total) => say({ kind: "progress", loaded, total }));
    await program;
    guide = new Guide();
    const event = JSON.parse(guide.open(venue.bytes)) as GuideEvent;
    say({ kind: "opened", folder: venue.folder, event });
    if (event.type === "venue_opened") watch(guide, `${venue.folder}live.json`);
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    say({ kind: "unreachable", problem: error.problem, details: error.message });
  }
}

function watch(opened: Guide, url: string): void {
  watchLive(url, (live) => {
    if (guide !== opened) return false;
    vital(() => takeLive(opened, live));
    return true;
  });
}

function takeLive(opened: Guide, { bytes, at }: LiveBytes): void {
  const event = JSON.parse(opened.set_live(bytes)) as GuideEvent;
  if (event.type === "live_set") say({ kind: "live", at, event });
  if (event.type === "live_refused") console.warn(`live.json cannot be used: ${event.details.join(" ")}`);
}

function hear(message: ToGuide): unknown {
  switch (message.kind) {
    case "ping":
      return beat();
    case "open":
      return open(message.venue);
    case "ask": {
      const { id, command } = message;
      if (!guide) throw new Error("asked before a venue was opened");
      return say({ kind: "answer", id, event: JSON.parse(guide.handle(JSON.stringify(command))) as GuideEvent });
    }
  }
}

self.onmessage = ({ data }: MessageEvent<ToGuide>) => vital(() => hear(data));
