// The desk's worker: fetches the venue and lets the wasm program measure designs. Another one of it, each time a fresh one, opens a file that somebody gave.

import type { BoothId } from "../bindings/BoothId.ts";
import type { FileEvent } from "../bindings/FileEvent.ts";
import type { PlacementEvent } from "../bindings/PlacementEvent.ts";
import { Unreachable, fetchVenue } from "../guide/fetch-venue.ts";
import { beat, die, vital } from "../vital.ts";
import { groundOf } from "./ground.ts";
import type { FromDesk, FromWorkshop, ToDesk, ToWorkshop } from "./messages.ts";
import init, { Given, Packing, Placement } from "./placement.js";

const program = init({ module_or_path: new URL(`placement_bg.wasm?v=${__BUILD__}`, self.location.href) });
program.catch(die);

let desk: Placement | undefined;

const say = (message: FromDesk | FromWorkshop) => postMessage(message);

async function read(name: string, bytes: ArrayBuffer): Promise<void> {
  await program;
  say({ kind: "ready" });
  const given = new Given(name, new Uint8Array(bytes));
  const event = JSON.parse(given.event()) as FileEvent;
  const count = event.type === "file_read" ? event.models.length : 0;
  say({ kind: "read", event, files: Array.from({ length: count }, (_, number) => given.file(number)) });
}

async function pack({ design, models }: Extract<ToWorkshop, { kind: "pack" }>): Promise<void> {
  await program;
  say({ kind: "ready" });
  const packing = new Packing();
  for (const { name, file } of models) packing.add(name, file);
  say({ kind: "packed", file: packing.finish(design) });
}

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

function hear(message: ToDesk | ToWorkshop): unknown {
  switch (message.kind) {
    case "ping":
      return beat();
    case "open":
      return open(message.venue, message.stand);
    case "read":
      return read(message.name, message.bytes);
    case "pack":
      return pack(message);
    case "ask": {
      const { id, command } = message;
      if (!desk) throw new Error("asked before a venue was opened");
      return say({ kind: "answer", id, event: JSON.parse(desk.handle(JSON.stringify(command))) as PlacementEvent });
    }
  }
}

self.onmessage = ({ data }: MessageEvent<ToDesk | ToWorkshop>) => vital(() => hear(data));
