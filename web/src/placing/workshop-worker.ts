// Opens one file that somebody gave, or packs one, in wasm of its own: whatever it holds, nothing else is lost with it.

import type { FileEvent } from "../bindings/FileEvent.ts";
import { die, vital } from "../vital.ts";
import type { FromWorkshop, ToWorkshop } from "./messages.ts";
import init, { Given, Packing, practise } from "./workshop.js";

const program = init({ module_or_path: new URL(`workshop_bg.wasm?v=${__BUILD__}`, self.location.href) });
/** While no file is there yet. */
let practices = 20;
function pass(): void {
  if (practices-- < 1) return;
  practise();
  setTimeout(pass);
}
program.then(pass).catch(die);

const say = (message: FromWorkshop) => postMessage(message);

function read(name: string, bytes: ArrayBuffer): void {
  const given = new Given(name, new Uint8Array(bytes));
  const event = JSON.parse(given.event()) as FileEvent;
  const count = event.type === "file_read" ? event.models.length : 0;
  say({ kind: "read", event, files: Array.from({ length: count }, (_, number) => given.file(number)) });
}

function pack({ design, models }: Extract<ToWorkshop, { kind: "pack" }>): void {
  const packing = new Packing();
  for (const { name, file } of models) packing.add(name, file);
  say({ kind: "packed", file: packing.finish(design) });
}

async function hear(message: ToWorkshop): Promise<void> {
  practices = 0;
  await program;
  say({ kind: "ready" });
  if (message.kind === "read") read(message.name, message.bytes);
  else pack(message);
}

self.onmessage = ({ data }: MessageEvent<ToWorkshop>) => vital(() => hear(data));
