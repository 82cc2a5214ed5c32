// The page's hand to the stage: its canvas, its worker, and what a person does over it.

import type { CameraMode } from "../bindings/CameraMode.ts";
import type { ModelFile } from "../bindings/ModelFile.ts";
import type { Pose } from "../bindings/Pose.ts";
import type { StageCommand } from "../bindings/StageCommand.ts";
import type { StageEvent } from "../bindings/StageEvent.ts";
import type { Target } from "../bindings/Target.ts";
import { poseTowards, toPose } from "../map/camera.ts";
import type { Pinch, Pixel } from "../map/gestures.ts";
import type { Focus, MapView } from "../map/view.ts";
import { mapScale } from "../map/scale.ts";
import { reached } from "../milestones.ts";
import { NO_INSETS, type Screen, fit, freeMiddle, spanOf } from "../plan/viewport.ts";
import { type Patience, Supervisor } from "../supervisor.ts";
import { type Drive, HeldKeys, REST } from "./keyboard.ts";
import type { FromStage, ToStage } from "./messages.ts";
import { type Standing, Told, standingCommands } from "./standing.ts";

export interface StageListener {
  progress(loadedBytes: number): void;
  firstFrame(): void;
  event(event: StageEvent): void;
  modelFailed(file: string, message: string): void;
  unsupported(): void;
  failed(message: string, gaveUp: boolean): void;
}

/** Compiling and the first frame take long on weak devices; a running stage that is silent for so long hangs. */
const PATIENCE: Patience = { restarts: 2, startingS: 90, runningS: 5 };
const MAX_PIXEL_RATIO = 2;
/** What whole models may take of the GPU's memory. Phones end a tab that takes more than some 400 MB in all. */
const MODELS_MB = { phone: 96, other: 128 };
/** The shorter side of a screen that is a phone's. */
const PHONE_PX = 600;
const KEY_ZOOM = 1.4;
const TILT_DEG_PER_PX = 0.25;
const STEP_SPAN_M = 45;

export class StageClient implements MapView {
  private readonly supervisor: Supervisor<ToStage, FromStage>;
  private readonly told = new Told();
  private readonly keys = new HeldKeys();
  private canvas: HTMLCanvasElement | undefined;
  private folder = "";
  private models: readonly ModelFile[] = [];
  private standing: Standing | undefined;
  /** It was told of the venue: commands make sense. */
  private ready = false;
  private size = { widthPx: 1, heightPx: 1 };
  private driving: Drive = REST;
  private hoverAt: Pixel | undefined;
  private hoverFrame: number | undefined;
  /** Where the camera last came to rest: a new stage begins there. */
  private rested: { pose: Pose; mode: CameraMode } | undefined;
  /** What to look at as soon as the stage can. */
  private awaited: Focus | undefined;

  constructor(
    private readonly parent: HTMLElement,
    private readonly listener: StageListener,
  ) {
    this.supervisor = new Supervisor<ToStage, FromStage>("stage-worker.js", PATIENCE, {
      started: () => this.begin(),
      told: (message) => this.hear(message),
      failed: (message, gaveUp) => {
        this.ready = false;
        listener.failed(message, gaveUp);
      },
    });
  }

  static get supported(): boolean {
    return typeof OffscreenCanvas === "function" && "transferControlToOffscreen" in HTMLCanvasElement.prototype;
  }

  /** Lets the worker fetch and compile its program while the venue is still on its way. */
  prepare(): void {
    this.supervisor.retry();
  }

  start(folder: string, models: readonly ModelFile[]): void {
    this.folder = folder;
    this.models = models;
    if (this.supervisor.running) this.furnish();
    else this.supervisor.retry();
  }

  stop(): void {
    this.supervisor.stop();
    this.canvas?.remove();
    this.canvas = undefined;
    this.ready = false;
  }

  loadAgain(file: string): void {
    this.send({ type: "load_again", file });
  }

  show(standing: Standing): void {
    this.standing = standing;
    if (!this.ready) return;
    for (const command of this.told.news(standingCommands(standing))) this.send(command);
  }

  resize(widthPx: number, heightPx: number): void {
    this.size = { widthPx, heightPx };
    this.send({ type: "resize", width_px: widthPx, height_px: heightPx, pixel_ratio: this.pixelRatio });
  }

  lookAt(focus: Focus): boolean {
    if (!this.ready) {
      this.awaited = focus;
      return true;
    }
    const target = this.target(focus);
    if (target) this.send({ type: "look_at", target });
    return target !== undefined;
  }

  zoom(factor: number): void {
    this.zoomed(freeMiddle(this.screen), factor);
  }

  pickMiddle(): void {
    this.tapped(freeMiddle(this.screen));
  }

  private get screen(): Screen {
    return { ...this.size, insets: this.standing?.insets ?? NO_INSETS };
  }

  walk(on: boolean): void {
    if (on) this.send({ type: "walk", pose: null });
    else this.send({ type: "look_at", target: { kind: "overview" } });
  }

  follow(): void {
    this.send({ type: "follow_route" });
  }

  pace(factor: number): void {
    this.send({ type: "pace_follow", factor });
  }

  turn(headingDeg: number, tiltDeg: number): void {
    this.send({ type: "turn", heading_deg: headingDeg, tilt_deg: tiltDeg });
  }

  drive(drive: Drive): void {
    if (JSON.stringify(drive) === JSON.stringify(this.driving)) return;
    this.driving = drive;
    this.send(drive);
  }

  keyDown(event: KeyboardEvent): boolean {
    if (this.keys.press(event)) this.drive(this.keys.drive);
    else if (event.key === "+" || event.key === "=") this.zoom(KEY_ZOOM);
    else if (event.key === "-") this.zoom(1 / KEY_ZOOM);
    else return false;
    return true;
  }

  keyUp(event: KeyboardEvent): void {
    this.keys.release(event);
    this.drive(this.keys.drive);
  }

  /** The keyboard is elsewhere now. */
  letGo(): void {
    this.keys.releaseAll();
    this.drive(REST);
  }

  touched(): void {}

  dragged(from: Pixel, to: Pixel, orbit: boolean): void {
    this.send({ type: "drag", from: [...from], to: [...to], kind: orbit ? "orbit" : "pan" });
  }

  pinched({ from, to, factor, turnDeg }: Pinch): void {
    this.dragged(from, to, false);
    this.zoomed(to, factor);
    // The ground turns with the fingers, so the camera turns the other way.
    this.turn(-turnDeg, 0);
  }

  tilted(downPx: number): void {
    this.turn(0, downPx * TILT_DEG_PER_PX);
  }

  zoomed(at: Pixel, factor: number): void {
    this.send({ type: "zoom", at: [...at], factor });
  }

  tapped(at: Pixel): void {
    this.send({ type: "pick", at: [...at], peek: false });
  }

  held(at: Pixel): void {
    this.send({ type: "pick", at: [...at], peek: true });
  }

  /** Once a frame is enough. */
  hovered(at: Pixel | undefined): void {
    this.hoverAt = at;
    this.hoverFrame ??= requestAnimationFrame(() => {
      this.hoverFrame = undefined;
      this.send({ type: "hover", at: this.hoverAt ? [...this.hoverAt] : null });
    });
  }

  released(): void {}

  private get pixelRatio(): number {
    return Math.min(MAX_PIXEL_RATIO, devicePixelRatio) * mapScale();
  }

  private send(command: StageCommand): void {
    if (this.ready) this.supervisor.say({ kind: "command", command });
  }

  /** A canvas gives itself to a worker only once: each stage gets a new one. */
  private begin(): void {
    this.canvas?.remove();
    this.canvas = document.createElement("canvas");
    this.canvas.className = "stage";
    this.parent.append(this.canvas);
    this.told.forget();
    const canvas = this.canvas.transferControlToOffscreen();
    this.supervisor.say({ kind: "start", canvas, ...this.size, pixelRatio: this.pixelRatio }, [canvas]);
    if (this.folder) this.furnish();
  }

  private hear(message: FromStage): void {
    switch (message.kind) {
      case "unsupported":
        this.stop();
        return this.listener.unsupported();
      case "progress":
        return this.listener.progress(message.loaded);
      case "model_failed":
        return this.listener.modelFailed(message.file, message.message);
      case "event":
        return this.happened(message.event);
    }
  }

  /** Tells a new stage all that it needs; the worker keeps it until the program runs. */
  private furnish(): void {
    this.ready = true;
    this.driving = REST;
    this.resize(this.size.widthPx, this.size.heightPx);
    if (this.standing) this.show(this.standing);
    this.supervisor.say({
      kind: "load",
      folder: this.folder,
      files: this.models.map(({ file, far }) => far?.file ?? file),
    });
    const memory_mb = Math.min(screen.width, screen.height) < PHONE_PX ? MODELS_MB.phone : MODELS_MB.other;
    this.send({ type: "show_models", models: [...this.models], memory_mb });
    if (this.rested?.mode === "walk") this.send({ type: "walk", pose: this.rested.pose });
    else if (this.rested) this.send({ type: "look_at", target: { kind: "pose", pose: this.rested.pose } });
    else if (this.awaited) this.lookAt(this.awaited);
    this.awaited = undefined;
  }

  private happened(event: StageEvent): void {
    switch (event.type) {
      case "first_frame":
        this.supervisor.settle();
        reached("stage-first-frame");
        return this.listener.firstFrame();
      case "models_wanted":
        if (event.files.length === 0) reached("stage-complete");
        break;
      case "camera_rested":
        this.rested = { pose: event.pose, mode: event.mode };
    }
    this.listener.event(event);
  }

  private target(focus: Focus): Target | undefined {
    switch (focus.kind) {
      case "overview":
      case "route":
        return { kind: focus.kind };
      case "place":
        return this.placeTarget(focus);
      case "camera":
        return { kind: "pose", pose: toPose(focus.camera, 0) };
      case "step":
        return this.stepTarget(focus.point);
    }
  }

  /** Stands and halls are framed by the stage; of all else it knows only what models have that came already, and the guide where it is. */
  private placeTarget({ place, bounds }: Extract<Focus, { kind: "place" }>): Target {
    const { scene, level } = this.standing ?? {};
    if (!bounds || scene?.labels.some((label) => label.place === place)) return { kind: "place", place };
    const view = fit(bounds, this.screen);
    const span = spanOf(view, this.screen);
    return { kind: "pose", pose: poseTowards(view.x, view.y, this.floorM(level), span) };
  }

  /** Looks along the route from behind the step's point. */
  private stepTarget(index: number): Target | undefined {
    const { route = [] } = this.standing ?? {};
    const point = route[index];
    if (!point) return undefined;
    const ahead = route.slice(index + 1).find(({ x, y }) => Math.hypot(x - point.x, y - point.y) > 1) ?? point;
    const headingDeg = (Math.atan2(ahead.x - point.x, ahead.y - point.y) * 180) / Math.PI;
    return { kind: "pose", pose: poseTowards(point.x, point.y, this.floorM(point.level), STEP_SPAN_M, headingDeg) };
  }

  private floorM(level: string | undefined): number {
    return this.standing?.scene.levels.find(({ id }) => id === level)?.elevation_m ?? 0;
  }
}
