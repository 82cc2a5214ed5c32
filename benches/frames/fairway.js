// Fairway's stage on one canvas of the page, driven by the bench: no worker, no page around it.
import init, { Stage } from "./stage.js";
import { answers, frames, picture, png, renderer } from "./measure.js";

const FRAME_MS = 1000 / 60;
/** A camera that has not come to rest by then never will. */
const FRAMES_MOST = 2000;
/** A frame is drawn for each few of them. */
const FETCHED_AT_ONCE = 16;
/** As on a page that is no phone's. */
const MODELS_MB = 128;

/** @typedef {{ x: number, y: number, z: number, heading_deg: number, tilt_deg: number }} Pose */

let now = 0;
/** @type {WebGL2RenderingContext} */
let gl;
/** @type {Stage} */
let stage;
/** Files that the stage asks for. @type {string[]} */
let wanted = [];
/** What it holds. @type {() => { wasmMb: number, gpuMb: number }} */
let held;
/** Where the camera came to rest last. @type {{ pose: Pose, mode: string } | undefined} */
let rested;

const utf8 = new TextEncoder();
const tell = (/** @type {object} */ command) => stage.handle(utf8.encode(JSON.stringify(command)));

function frame() {
  now += FRAME_MS;
  return stage.frame(now);
}

/** Draws until nothing moves; returns where the camera is then. */
async function settle() {
  for (let i = 0; i < FRAMES_MOST; i++) {
    const wants = frame();
    for (const event of JSON.parse(stage.take_events())) {
      if (event.type === "camera_rested") rested = event;
      if (event.type === "models_wanted") wanted = event.files;
      if (event.type === "model_refused" || event.type === "not_understood") throw new Error(JSON.stringify(event));
    }
    if (!wants) break;
    await answers();
  }
  if (!rested) throw new Error("the camera does not come to rest");
  return rested;
}

/**
 * @param {{ width: number, height: number, models: string[], scene: string, announced?: object[], antialias: boolean }} options `announced`:
 * models that the stage itself asks for, as it does on the page, in place of all `models` at once
 */
async function prepare({ width, height, models, scene, announced, antialias }) {
  const { memory } = await init({ module_or_path: new URL("stage_bg.wasm", location.href) });
  gl = new OffscreenCanvas(width, height).getContext("webgl2", { antialias });
  stage = new Stage(gl, width, height, 1);
  tell({ type: "set_appearance", dark: false, reduced_motion: true, visitors: false });
  await tellScene(scene);
  held = () => ({ wasmMb: memory.buffer.byteLength / 2 ** 20, gpuMb: stage.gpu_bytes() / 2 ** 20 });
  if (announced) tell({ type: "show_models", models: announced, memory_mb: MODELS_MB });
  else await add(models);
  await load();
  return { renderer: renderer(gl), ...held() };
}

/** @param {string} file */
async function tellScene(file) {
  tell({ type: "set_scene", scene: await (await fetch(file)).json() });
}

/** @param {string} file */
async function showScene(file) {
  await tellScene(file);
  await load();
}

/** @param {readonly string[]} models */
async function add(models) {
  for (const file of models) stage.add_model(file, new Uint8Array(await (await fetch(file)).arrayBuffer()));
}

/** Gives the stage what it wants until it wants nothing more. */
async function load() {
  for (await settle(); wanted.length > 0; await settle()) await add(wanted.splice(0, FETCHED_AT_ONCE));
}

/** Goes where those commands lead, and waits for what is to be seen there. @param {object[]} commands */
async function go(commands) {
  for (const command of commands) tell(command);
  await load();
  return { ...(await settle()), ...held() };
}

/** @param {number} count @param {number} burst */
async function measure(count, burst) {
  const draw = (/** @type {number} */ i) => {
    tell({ type: "turn", heading_deg: i % 2 ? -0.1 : 0.1, tilt_deg: 0 });
    frame();
  };
  const times = await frames(gl, count, draw, burst);
  return { times, picture: picture(gl), triangles: stage.triangles() };
}

function photograph() {
  tell({ type: "turn", heading_deg: 0, tilt_deg: 0 });
  frame();
  return png(/** @type {OffscreenCanvas} */ (gl.canvas));
}

/** Each pose a frame. @param {Pose[]} poses */
async function tour(poses) {
  const times = await frames(gl, poses.length, (i) => {
    tell({ type: "look_at", target: { kind: "pose", pose: poses[i] } });
    frame();
  });
  await settle();
  return times;
}

Object.assign(globalThis, { bench: { prepare, go, showScene, measure, photograph, tour } });
