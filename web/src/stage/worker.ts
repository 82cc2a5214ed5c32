// The stage's worker: hands models and commands to the wasm program, and draws while it wants to.

import type { StageEvent } from "../bindings/StageEvent.ts";
import { beat, die, vital } from "../vital.ts";
import { fetchCounted } from "./fetch-counted.ts";
import type { FromStage, ToStage } from "./messages.ts";
import init, { Stage } from "./stage.js";

const say = (message: FromStage) => postMessage(message);

let stage: Stage | undefined;
let drawing = false;
let loaded = 0;

function count(bytes: number): void {
  loaded += bytes;
  say({ kind: "progress", loaded });
}

async function start(message: Extract<ToStage, { kind: "start" }>): Promise<void> {
  const url = new URL(`stage_bg.wasm?v=${__BUILD__}`, self.location.href).href;
  const program = fetchCounted(url, count);
  // Making a context takes a while the first time: meanwhile the program arrives.
  if (!new OffscreenCanvas(1, 1).getContext("webgl2")) return say({ kind: "unsupported" });
  message.canvas.addEventListener("webglcontextlost", () => die("the WebGL context was lost"));
  await init({ module_or_path: program.then(({ response }) => response) });
  stage = new Stage(message.canvas, message.widthPx, message.heightPx, message.pixelRatio);
  say({ kind: "ready" });
  wake();
}

/** One after the other: the first hall is there soonest. A model that fails leaves the others be. */
async function load(folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) {
    try {
      const { response, counted } = await fetchCounted(new URL(file, folder).href, count);
      const [bytes] = await Promise.all([response.arrayBuffer(), counted]);
      vital(() => {
        stage?.add_model(file, new Uint8Array(bytes));
        wake();
      });
    } catch (error) {
      say({ kind: "model_failed", file, message: String(error) });
    }
  }
}

/** Draws from the next frame on, until the stage has nothing more to show. */
function wake(): void {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(draw);
}

function draw(now: number): void {
  drawing = false;
  vital(() => {
    if (stage?.frame(now)) wake();
    tell();
  });
}

function tell(): void {
  if (!stage) return;
  for (const event of JSON.parse(stage.take_events()) as StageEvent[]) say({ kind: "event", event });
}

function hear(message: ToStage): unknown {
  switch (message.kind) {
    case "ping":
      return beat();
    case "start":
      return start(message);
    case "load":
      return load(message.folder, message.files);
    case "command":
      stage?.handle(JSON.stringify(message.command));
      tell();
      return wake();
  }
}

self.onmessage = ({ data }: MessageEvent<ToStage>) => vital(() => hear(data));
