// The 2D plan: draws itself when something changed, and answers gestures and keys.

import type { Bounds } from "../bindings/Bounds.ts";
import type { Plan } from "../bindings/Plan.ts";
import type { LocalText } from "../bindings/LocalText.ts";
import type { PlaceId } from "../bindings/PlaceId.ts";
import type { Point } from "../bindings/Point.ts";
import type { RoutePoint } from "../bindings/RoutePoint.ts";
import type { Pinch, Pixel } from "../map/gestures.ts";
import type { Focus, Insets, MapView } from "../map/view.ts";
import { mapScale } from "../map/scale.ts";
import type { Language } from "../strings/index.ts";
import type { Camera } from "../url.ts";
import { type DrawnLevel, type Picture, drawGround, drawSigns, prepare } from "./draw.ts";
import { DARK, LIGHT } from "./palette.ts";
import { Measure } from "./type.ts";
import {
  NO_INSETS,
  type Screen,
  type Viewport,
  between,
  boundsOf,
  fit,
  freeMiddle,
  keepInside,
  pan,
  spanOf,
  toVenue,
  withSpan,
  zoomAbout,
} from "./viewport.ts";

/** What the plan shows, beside where it looks. */
export interface PlanScene {
  plan: Plan;
  level: string;
  language: Language;
  dark: boolean;
  selected: readonly PlaceId[];
  pin: Point | undefined;
  here: Picture["here"];
  route: readonly RoutePoint[];
  /** Stops on the way, which get numbers in their order. */
  visits: readonly RoutePoint[];
  insets: Insets;
  /** What is written under a hall's numeral. */
  captions: ReadonlyMap<PlaceId, LocalText>;
}

export interface PlanHost {
  /** `peek`: the plan is to stay where it is. */
  picked(level: string, point: Point, peek: boolean): void;
  hovered(level: string, point: Point | undefined): void;
  rested(camera: Camera): void;
}

const KEY_PAN_PX = 90;
const KEY_ZOOM = 1.4;
const MOVE_MS = 600;
const ZOOM_MS = 200;
const MAX_PIXEL_RATIO = 2;
/** Around a point of the route. */
const STEP_SPAN_M = 60;
const PAN_KEYS: Record<string, Pixel> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** On the way from one view to another. */
interface Move {
  from: Viewport;
  to: Viewport;
  durationMs: number;
  start?: number;
  /** The person asked for it, so where it ends is worth keeping. */
  meant: boolean;
}

export class PlanView implements MapView {
  private readonly context: CanvasRenderingContext2D;
  private readonly measure: Measure;
  /** The first picture's signs come a frame later: measuring them all takes as long again, and the page would stand still for both. */
  private signs: number | undefined;
  private scene: PlanScene | undefined;
  /** The scene but for the plan itself, as it was drawn last. */
  private looks = "";
  /** Counts the changes of what is shown. */
  private edition = 0;
  private levels = new Map<string, DrawnLevel>();
  private view: Viewport | undefined;
  private screen: Screen = { widthPx: 0, heightPx: 0, insets: NO_INSETS };
  private hoveredPlace: PlaceId | undefined;
  private move: Move | undefined;
  private frame: number | undefined;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly host: PlanHost,
    /** Whether movements are to be spared. */
    private readonly still: () => boolean,
  ) {
    // Not opaque: before the plan is known the page shows through, and not black.
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this browser gives no 2D canvas");
    this.context = context;
    this.measure = new Measure(context);
    canvas.ownerDocument.addEventListener("focusin", () => this.invalidate());
    canvas.ownerDocument.addEventListener("focusout", () => this.invalidate());
  }

  show(scene: PlanScene): void {
    const before = this.scene;
    this.scene = scene;
    this.screen = { ...this.screen, insets: scene.insets };
    // The page settles often, a loading bar is enough for it: what looks the same is not drawn again.
    const looks = JSON.stringify({ ...scene, plan: undefined, captions: [...scene.captions] });
    if (before?.plan === scene.plan && looks === this.looks) return;
    this.looks = looks;
    this.edition += 1;
    if (before?.plan !== scene.plan || before.dark !== scene.dark) {
      const palette = scene.dark ? DARK : LIGHT;
      this.levels = new Map(scene.plan.levels.map((level) => [level.id, prepare(level, palette)]));
    }
    this.invalidate();
  }

  hover(place: PlaceId | undefined): void {
    if (this.hoveredPlace === place) return;
    this.hoveredPlace = place;
    this.invalidate();
  }

  /** The way that is up, in degrees clockwise from the venue's. */
  turnTo(headingDeg: number): void {
    this.screen = { ...this.screen, up: (headingDeg * Math.PI) / 180 };
    this.invalidate();
  }

  resize(widthPx: number, heightPx: number): void {
    this.screen = { ...this.screen, widthPx, heightPx };
    this.invalidate();
  }

  lookAt(focus: Focus): boolean {
    const target = this.target(focus);
    if (target) this.moveTo(target);
    return target !== undefined;
  }

  zoom(factor: number): void {
    if (!this.scene) return;
    const view = this.move?.to ?? this.view;
    if (!view) return;
    this.moveTo(zoomAbout(view, this.screen, freeMiddle(this.screen), factor, this.scene.plan.bounds), ZOOM_MS, true);
  }

  pickMiddle(): void {
    this.tapped(freeMiddle(this.screen));
  }

  keyDown(event: KeyboardEvent): boolean {
    const direction = PAN_KEYS[event.key];
    if (direction && this.view) {
      const from: Pixel = [0, 0];
      this.moved(pan(this.view, this.screen, from, [direction[0] * KEY_PAN_PX, direction[1] * KEY_PAN_PX]));
    } else if (event.key === "+" || event.key === "=") this.zoom(KEY_ZOOM);
    else if (event.key === "-") this.zoom(1 / KEY_ZOOM);
    else return false;
    return true;
  }

  keyUp(): void {}

  touched(): void {
    this.move = undefined;
  }

  dragged(from: Pixel, to: Pixel): void {
    if (this.view) this.moved(pan(this.view, this.screen, from, to));
  }

  pinched({ from, to, factor }: Pinch): void {
    if (!this.view || !this.scene) return;
    this.moved(zoomAbout(pan(this.view, this.screen, from, to), this.screen, to, factor, this.scene.plan.bounds));
  }

  /** The plan lies flat: two fingers moving together move it. */
  tilted(downPx: number): void {
    this.dragged([0, 0], [0, downPx]);
  }

  zoomed(at: Pixel, factor: number): void {
    if (this.view && this.scene) this.moved(zoomAbout(this.view, this.screen, at, factor, this.scene.plan.bounds));
  }

  tapped(at: Pixel): void {
    this.pick(at, false);
  }

  held(at: Pixel): void {
    this.pick(at, true);
  }

  private pick(at: Pixel, peek: boolean): void {
    if (this.view && this.scene) this.host.picked(this.scene.level, toVenue(this.view, this.screen, at), peek);
  }

  hovered(at: Pixel | undefined): void {
    if (!this.view || !this.scene) return;
    this.host.hovered(this.scene.level, at && toVenue(this.view, this.screen, at));
  }

  released(): void {}

  private target(focus: Focus): Viewport | undefined {
    if (!this.scene || this.screen.widthPx === 0) return undefined;
    const { plan, route } = this.scene;
    switch (focus.kind) {
      case "overview":
        return fit(plan.bounds, this.screen);
      case "place": {
        const bounds = focus.bounds ?? this.boundsOfPlace(focus.place);
        return bounds && fit(bounds, this.screen);
      }
      case "route": {
        const bounds = boundsOf(route.map(({ x, y }): Point => [x, y]));
        return bounds && fit(bounds, this.screen);
      }
      case "step": {
        const point = route[focus.point];
        return point && withSpan(point.x, point.y, STEP_SPAN_M, this.screen);
      }
      case "camera":
        return focus.camera.kind === "plan"
          ? withSpan(focus.camera.x, focus.camera.y, focus.camera.span, this.screen)
          : fit(plan.bounds, this.screen);
    }
  }

  private boundsOfPlace(place: PlaceId): Bounds | undefined {
    const shapes = this.scene?.plan.levels.flatMap((level) => level.shapes) ?? [];
    return boundsOf(shapes.filter((shape) => shape.place === place).flatMap(({ polygon }) => polygon));
  }

  private jump(view: Viewport): void {
    if (!this.scene) return;
    this.move = undefined;
    this.view = keepInside(view, this.scene.plan.bounds);
    this.invalidate();
  }

  /** The person moved it. */
  private moved(view: Viewport): void {
    this.jump(view);
    this.rest();
  }

  private moveTo(view: Viewport, durationMs = MOVE_MS, meant = false): void {
    if (!this.view || this.still()) return meant ? this.moved(view) : this.jump(view);
    this.move = { from: this.view, to: view, durationMs, meant };
    this.invalidate();
  }

  private rest(): void {
    if (!this.view || this.move) return;
    const { x, y } = this.view;
    this.host.rested({ kind: "plan", x, y, span: spanOf(this.view, this.screen) });
  }

  private invalidate(): void {
    this.frame ??= requestAnimationFrame((now) => {
      this.frame = undefined;
      this.advance(now);
      this.paint();
    });
  }

  private advance(now: number): void {
    if (!this.move) return;
    const { from, to, durationMs, meant } = this.move;
    const t = Math.min(1, (now - (this.move.start ??= now)) / durationMs);
    this.view = between(from, to, t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);
    if (t < 1) {
      this.invalidate();
    } else {
      this.move = undefined;
      if (meant) this.rest();
    }
  }

  private paint(): void {
    const { scene, screen } = this;
    if (!scene || screen.widthPx === 0) return;
    this.view ??= fit(scene.plan.bounds, screen);
    const picture = this.picture(this.view, screen);
    if (!picture) return;
    fitCanvas(this.canvas, screen, picture.pixelRatio);
    drawGround(this.context, picture);
    const finish = () => drawSigns(this.context, picture, this.measure);
    if (this.signs !== undefined) {
      cancelAnimationFrame(this.signs);
      finish();
    } else {
      this.signs = requestAnimationFrame(finish);
    }
  }

  /** What a picture from elsewhere than the plan's own view shows, and which edition of it that is. */
  seenFrom(view: Viewport, screen: Screen): { picture: Picture; edition: number } | undefined {
    const picture = this.picture(view, screen);
    return picture && { picture: { ...picture, crosshair: false }, edition: this.edition };
  }

  /** A picture of all of it, for where it cannot draw itself; sizes are the page's. */
  portrait(widthPx: number, heightPx: number): HTMLCanvasElement | undefined {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    const scale = mapScale();
    const screen: Screen = {
      ...this.screen,
      widthPx: widthPx / scale,
      heightPx: heightPx / scale,
      insets: { top: 8, right: 8, bottom: 8, left: 8 },
    };
    const picture = this.scene && this.picture(fit(this.scene.plan.bounds, screen), screen);
    if (!context || !picture) return undefined;
    fitCanvas(canvas, screen, picture.pixelRatio);
    drawGround(context, picture);
    drawSigns(context, picture, new Measure(context));
    return canvas;
  }

  private picture(view: Viewport, screen: Screen): Picture | undefined {
    const { scene } = this;
    const level = scene && (this.levels.get(scene.level) ?? [...this.levels.values()][0]);
    if (!level) return undefined;
    const index = scene.plan.levels.indexOf(level.plan);
    const below = index > 0 ? this.levels.get(scene.plan.levels[index - 1]?.id ?? "") : undefined;
    return {
      view,
      screen,
      pixelRatio: Math.min(MAX_PIXEL_RATIO, devicePixelRatio) * mapScale(),
      palette: scene.dark ? DARK : LIGHT,
      language: scene.language,
      level,
      below,
      selected: scene.selected,
      pin: scene.pin,
      here: scene.here,
      hovered: this.hoveredPlace,
      route: scene.route,
      visits: scene.visits,
      captions: scene.captions,
      crosshair: this.canvas.parentElement?.matches(":focus-visible") ?? false,
    };
  }
}

/** Gives the canvas as many pixels as the screen shows of it. */
export function fitCanvas(canvas: HTMLCanvasElement, { widthPx, heightPx }: Screen, pixelRatio: number): void {
  const [width, height] = [Math.round(widthPx * pixelRatio), Math.round(heightPx * pixelRatio)];
  if (canvas.width === width && canvas.height === height) return;
  canvas.width = width;
  canvas.height = height;
}
