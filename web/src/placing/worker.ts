// The desk's worker: fetches the venue and lets the wasm program measure designs.

import type { BoothId } from "../bindings/BoothId.ts";
import type { PlacementEvent } from "../bindings/PlacementEvent.ts";
import { Unreachable, fetchVenue } from "../guide/fetch-venue.ts";
import { beat, die, vital } from "../vital.ts";
import { groundOf } from "./ground.ts";
import type { FromDesk, ToDesk } from "./messages.ts";
import init, { Placement } from "./placement.js";

const program = init({ module_or_path: new URL(`placement_bg.wasm?v=${__BUILD__}`, self.location.href) });
program.catch(die);

let desk: Placement | undefined;

/** Once nothing has been asked for so long, the desk practises. */
const REST_MS = 300;
let practices = 60;
let rest = 0;

const say = (message: FromDesk) => postMessage(message);

async function open(name: string | undefined, stand: BoothId): Promise<void> {
  try {
    const { bytes } = await fetchVenue(name, () => undefined);
    await program;
    desk = new Placement();
    const event = JSON.parse(desk.open(bytes)) as PlacementEvent;
    say({ kind: "opened", event, ground: event.type === "venue_opened" ? groundOf(bytes, stand) : undefined });
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    say({ kind: "unreachable", problem: error.problem, details: error.message });
  }
}

function practise(): void {
  if (practices-- < 1) return;
  desk?.practise();
  rest = self.setTimeout(practise);
}

function hear(message: ToDesk): unknown {
  switch (message.kind) {
    case "ping":
      return beat();
    case "open":
      return open(message.venue, message.stand);
    case "ask": {
      const { id, command } = message;
      if (!desk) throw new Error("asked before a venue was opened");
      clearTimeout(rest);
      rest = self.setTimeout(practise, REST_MS);
      // A desk that looks round is not the one that checks.
      if (command === "look_round") practices = 0;
      return say({ kind: "answer", id, event: desk.handle(JSON.stringify(command)) });
    }
  }
}

self.onmessage = ({ data }: MessageEvent<ToDesk>) => vital(() => hear(data));
