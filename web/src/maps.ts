// The two maps over each other, the plan and the stage: one is shown, one takes gestures and keys.

import type { Point } from "./bindings/Point.ts";
import type { Pose } from "./bindings/Pose.ts";
import type { Scene } from "./bindings/Scene.ts";
import { coveredBy } from "./insets.ts";
import { toPlan } from "./map/camera.ts";
import { mapScale } from "./map/scale.ts";
import { listenForGestures } from "./map/gestures.ts";
import type { Focus, MapView } from "./map/view.ts";
import { MiniPlan } from "./plan/mini-plan.ts";
import { PlanView } from "./plan/plan-view.ts";
import { captionsOf, chosenCard, focusOf, hereOf, pinOf, placesOf, shownRoute, shownVisits } from "./selection.ts";
import { StageClient, type StageListener } from "./stage/client.ts";
import { type State, shownLevel } from "./state.ts";
import { stringsOf } from "./strings/index.ts";
import type { Camera } from "./url.ts";

/** Where the maps are, and what covers parts of them. */
export interface MapFrame {
  map: HTMLElement;
  plan: HTMLCanvasElement;
  miniPlan: HTMLButtonElement;
  side: HTMLElement;
  halls: HTMLElement;
  controls: HTMLElement;
}

export interface MapsHost {
  /** The person uses the map. */
  touched(): void;
  pickedOnPlan(level: string, point: Point, peek: boolean): void;
  hoveredOnPlan(level: string, point: Point | undefined): void;
  /** The person left the map so. */
  lookedAt(camera: Camera): void;
  stage: StageListener;
}

/** Asks for less motion. */
export const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

export class Maps {
  readonly plan: PlanView;
  readonly stage: StageClient;
  private state: State | undefined;
  private readonly mini: MiniPlan;
  private soonest: number | undefined;
  /** What to look at as soon as it is known where it is: something given, or what is chosen. */
  private pending: Focus | "chosen" | undefined = "chosen";
  /** Which map was given something to look at. */
  private aimed: MapView | undefined;
  /** What was looked at last, until the person looks elsewhere: again, where the map gets another size. */
  private aim: Focus | "chosen" | undefined;
  /** It has, and panels have not come to rest since. */
  private settling = false;

  constructor(
    private readonly frame: MapFrame,
    private readonly host: MapsHost,
  ) {
    this.plan = new PlanView(
      frame.plan,
      {
        picked: (level, point, peek) => host.pickedOnPlan(level, point, peek),
        hovered: (level, point) => host.hoveredOnPlan(level, point),
        rested: (camera) => host.lookedAt(camera),
      },
      () => reducedMotion.matches,
    );
    this.mini = new MiniPlan(frame.miniPlan, this.plan);
    this.stage = new StageClient(frame.map, host.stage);
    this.listen();
  }

  get active(): MapView {
    return this.state?.showing === "stage" ? this.stage : this.plan;
  }

  show(state: State): void {
    this.state = state;
    this.soon();
  }

  /** With the next frame: what the panels cover is measured when the page is laid out anyway, and not in the middle of what changes it. */
  private soon(): void {
    this.soonest ??= requestAnimationFrame(() => {
      this.soonest = undefined;
      this.showNow();
    });
  }

  private showNow(): void {
    const { state } = this;
    if (!state) return;
    const { map, side, halls, controls } = this.frame;
    const { answers, language, dark, visitors } = state;
    const at = hereOf(state);
    const shared = {
      language,
      dark,
      route: shownRoute(state),
      here: at && { at, heading: state.heading },
      insets: coveredBy(map, side, halls, controls),
    };
    const card = chosenCard(state);
    const selected = card ? placesOf(card) : [];
    const level = shownLevel(state);
    if (answers.plan?.type === "plan_drawn" && level) {
      this.plan.show({
        ...shared,
        plan: answers.plan.plan,
        level,
        selected,
        pin: pinOf(state),
        visits: shownVisits(state),
        captions: captionsOf(state),
      });
    }
    if (answers.scene?.type === "scene_described") {
      const { scene } = answers.scene;
      const top = stageLevel(scene, level);
      const motion = { reducedMotion: reducedMotion.matches, visitors };
      this.stage.show({ ...shared, ...motion, scene, level: top, selected: selected[0] });
    }
    this.mini.show(poseAmongStands(state), stringsOf(language).showHereOnPlan);
    map.classList.toggle("shows-stage", state.showing === "stage");
    map.classList.toggle("hovering", state.hovering);
    if (this.aimed !== this.active) this.pending ??= state.address.camera ? this.asCamera(state) : "chosen";
    this.takeAim();
  }

  /** Looks there with the next frame, or as soon as the guide has said where it is. */
  lookAt(focus: Focus | "chosen"): void {
    this.pending = focus;
    this.soon();
  }

  /** The person looks elsewhere: nothing leads the map any more. */
  letGo(): void {
    this.pending = this.aim = undefined;
  }

  private asCamera({ address }: State): Focus | "chosen" {
    return address.camera ? { kind: "camera", camera: address.camera } : "chosen";
  }

  private takeAim(): void {
    if (!this.state || !this.pending) return;
    const focus = this.pending === "chosen" ? focusOf(this.state) : this.pending;
    if (!focus) return;
    const { active } = this;
    const fit: Focus =
      focus.kind === "camera" && active === this.plan ? { kind: "camera", camera: toPlan(focus.camera) } : focus;
    if (!active.lookAt(fit)) return;
    this.aim = this.pending;
    this.pending = undefined;
    this.aimed = active;
  }

  private listen(): void {
    const { host } = this;
    const element = this.frame.map;
    const forward = {
      touched: () => {
        host.touched();
        this.active.touched();
      },
      dragged: (...drag: Parameters<MapView["dragged"]>) => this.active.dragged(...drag),
      pinched: (pinch: Parameters<MapView["pinched"]>[0]) => this.active.pinched(pinch),
      tilted: (downPx: number) => this.active.tilted(downPx),
      zoomed: (...zoom: Parameters<MapView["zoomed"]>) => this.active.zoomed(...zoom),
      tapped: (at: Parameters<MapView["tapped"]>[0]) => this.active.tapped(at),
      held: (at: Parameters<MapView["held"]>[0]) => this.active.held(at),
      hovered: (at: Parameters<MapView["hovered"]>[0]) => this.active.hovered(at),
      released: () => this.active.released(),
    };
    listenForGestures(element, forward, new AbortController().signal);
    element.addEventListener("keydown", (event) => this.keyDown(event));
    element.addEventListener("keyup", (event) => this.active.keyUp(event));
    element.addEventListener("blur", () => this.stage.letGo());

    const fit = () => {
      const { width, height } = element.getBoundingClientRect();
      const scale = mapScale();
      this.plan.resize(width / scale, height / scale);
      this.stage.resize(width / scale, height / scale);
      this.settling = true;
      this.pending ??= this.aim;
      this.showNow();
    };
    new ResizeObserver(fit).observe(element);
    // A panel that moves covers what it covers when it has come to rest.
    addEventListener("transitionend", ({ propertyName }) => {
      if (propertyName !== "height" && propertyName !== "bottom") return;
      if (this.settling) this.pending ??= this.aim;
      this.settling = false;
      this.soon();
    });
    watchPixelRatio(fit);
  }

  private keyDown(event: KeyboardEvent): void {
    // What is to come with the next frame is what the person means.
    this.showNow();
    const [isEnter, isHome] = [event.key === "Enter", event.key === "Home" || event.key === "0"];
    if (!isEnter && !isHome && !this.active.keyDown(event)) return;
    event.preventDefault();
    this.host.touched();
    if (isEnter) this.active.pickMiddle();
    if (isHome) this.lookAt({ kind: "overview" });
  }
}

/** Where the stage's camera is, unless it looks from so high that one sees oneself where that is. */
function poseAmongStands({ showing, camera: { mode, pose } }: State): Pose | undefined {
  if (showing !== "stage" || !pose) return undefined;
  return mode !== "fly" || pose.z < AMONG_STANDS_M ? pose : undefined;
}

const AMONG_STANDS_M = 25;

/** Zoomed, or moved to another screen, a window may keep its size in CSS pixels and yet have other pixels. */
function watchPixelRatio(changed: () => void): void {
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const again = () => {
    changed();
    watchPixelRatio(changed);
  };
  query.addEventListener("change", again, { once: true });
}

/** The stage shows all levels up to one; the highest needs no saying. */
function stageLevel(scene: Scene, level: string | undefined): string | undefined {
  const highest = scene.levels.reduce<Scene["levels"][number] | undefined>(
    (best, other) => (best && best.ordinal >= other.ordinal ? best : other),
    undefined,
  );
  return level === highest?.id ? undefined : level;
}
