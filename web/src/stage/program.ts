// What a stage's worker does: hands models and commands to the wasm program, and draws while it wants to.

import type { StageCommand } from "../bindings/StageCommand.ts";
import type { StageEvent } from "../bindings/StageEvent.ts";
import { beat, die, vital } from "../vital.ts";
import { contextOf } from "./context.ts";
import { fetchCounted } from "./fetch-counted.ts";
import { Flight } from "./flight.ts";
import type { FromStage, ToStage } from "./messages.ts";
import { picturesOf } from "./pictures.ts";
import init, { Stage } from "./stage.js";

const say = (message: FromStage) => postMessage(message);

const utf8 = new TextEncoder();

const PROGRESS_MS = 150;
/** More requests at once would bring the first one later. */
const FETCHED_AT_ONCE = 3;

let stage: Stage | undefined;
let flight: Flight | undefined;
let drawing = false;
let seen = false;
let loaded = 0;
let toldAtMs = -Infinity;
let folder = "";
/** Models' files that are to be fetched, the most wanted first. */
let wanted: string[] = [];
const underWay = new Map<string, AbortController>();
/** What is to be told to the stage as soon as there is one. */
const early: ((stage: Stage) => void)[] = [];

/** Each report makes the page render: a few a second are enough for a bar. */
function count(bytes: number): void {
  loaded += bytes;
  const now = performance.now();
  if (now - toldAtMs < PROGRESS_MS) return;
  toldAtMs = now;
  say({ kind: "progress", loaded });
}

export function withStage(act: (stage: Stage) => void): void {
  if (stage) act(stage);
  else early.push(act);
}

async function start({ canvas, widthPx, heightPx, pixelRatio }: Extract<ToStage, { kind: "start" }>): Promise<void> {
  const url = new URL(`stage_bg.wasm?v=${__BUILD__}`, self.location.href).href;
  const program = fetchCounted(url, count);
  // Making a context takes a while the first time: meanwhile the program arrives.
  const context = contextOf(canvas);
  if (!context) return say({ kind: "unsupported" });
  canvas.addEventListener("webglcontextlost", () => vital(lose));
  await init({ module_or_path: (await program).response });
  flight = new Flight(context);
  stage = new Stage(context, widthPx, heightPx, pixelRatio);
  for (const act of early.splice(0)) act(stage);
  wake();
}

/** The number tells whether it was we who took all of the GPU's memory. */
function lose(): void {
  const heldMb = Math.round((stage?.gpu_bytes() ?? 0) / 2 ** 20);
  die(`the WebGL context was lost, with ${heldMb} MB given to the GPU`);
}

/** The camera went elsewhere: what is no longer wanted is given up. A model that fails leaves the others be. */
function want(files: string[]): void {
  wanted = files;
  for (const [file, controller] of underWay) if (!files.includes(file)) controller.abort();
  fetchNext();
}

function fetchNext(): void {
  const waiting = wanted.filter((file) => !underWay.has(file));
  for (const file of waiting.slice(0, Math.max(0, FETCHED_AT_ONCE - underWay.size))) {
    const controller = new AbortController();
    underWay.set(file, controller);
    void loadOne(file, controller.signal).finally(() => {
      underWay.delete(file);
      fetchNext();
    });
  }
}

async function loadOne(file: string, signal: AbortSignal): Promise<void> {
  try {
    const { response, counted } = await fetchCounted(new URL(file, folder).href, count, signal);
    const [bytes] = await Promise.all([response.arrayBuffer(), counted]);
    const pictures = await picturesOf(bytes);
    if (signal.aborted) return;
    wanted = wanted.filter((other) => other !== file);
    vital(() => {
      withStage((stage) => {
        for (const { number, width, texels } of pictures) stage.add_picture(number, width, texels);
        stage.add_model(file, new Uint8Array(bytes));
      });
      wake();
    });
  } catch (error) {
    if (signal.aborted) return;
    wanted = wanted.filter((other) => other !== file);
    command({ type: "model_missed", file });
    say({ kind: "model_failed", file, message: String(error) });
  }
}

/**
 * Draws from the next frame on, until the stage has nothing more to show. The first picture does not wait for the
 * screen's next frame, which comes late while the page is still being built.
 */
export function wake(): void {
  if (drawing || !stage) return;
  drawing = true;
  if (seen) requestAnimationFrame(draw);
  else setTimeout(() => draw(performance.now()));
}

function draw(now: number): void {
  drawing = false;
  vital(() => {
    if (flight && !flight.hasRoom(now)) return wake();
    const isWanted = stage?.frame(now);
    flight?.add(now);
    if (isWanted) wake();
    tell();
  });
}

function tell(): void {
  if (!stage) return;
  for (const event of JSON.parse(stage.take_events()) as StageEvent[]) {
    seen ||= event.type === "first_frame";
    if (event.type === "models_wanted") want(event.files);
    say({ kind: "event", event });
  }
}

export function command(command: StageCommand): void {
  withStage((stage) => stage.handle(utf8.encode(JSON.stringify(command))));
  tell();
  wake();
}

export function hear(message: ToStage): unknown {
  switch (message.kind) {
    case "ping":
      return beat();
    case "start":
      return start(message);
    case "load":
      folder = message.folder;
      return want(message.files);
    case "command":
      return command(message.command);
  }
}
