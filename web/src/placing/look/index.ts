// A stand's design in its hall, in 3D: a stage of its own, what a person does over it, and from where it is seen. A bundle of its own.

import { type TemplateResult, html, nothing, render } from "lit";
import type { BoothId } from "../../bindings/BoothId.ts";
import type { Design } from "../../bindings/Design.ts";
import type { DesignMark } from "../../bindings/DesignMark.ts";
import type { PartId } from "../../bindings/PartId.ts";
import type { Point } from "../../bindings/Point.ts";
import type { StageCommand } from "../../bindings/StageCommand.ts";
import type { StageEvent } from "../../bindings/StageEvent.ts";
import { ICONS, icon } from "../../icons.ts";
import { hold } from "../../panels/hold.ts";
import { type GestureListener, type Pinch, type Pixel, listenForGestures } from "../../map/gestures.ts";
import { type Drive, HeldKeys, REST } from "../../stage/keyboard.ts";
import { Told } from "../../stage/standing.ts";
import type { Language } from "../../strings/languages.ts";
import { Supervisor } from "../../supervisor.ts";
import type { Ground } from "../messages.ts";
import type { KeptModel } from "../store.ts";
import type { FromLook, ToLook } from "./messages.ts";
import { STANDPOINTS, type Standpoint, standAt } from "./standpoints.ts";
import { WORDS, type Words } from "./words.ts";

export interface LookHost {
  readonly venue: string | undefined;
  readonly stand: BoothId;
  readonly ground: Ground;
  readonly language: Language;
  /** Whether the finger takes the part with it; if not, the view turns. */
  grasped(part: PartId, at: Point): boolean;
  moved(to: Point): void;
  dropped(): void;
  tapped(part: PartId | undefined): void;
  /** Whether the key does something with what is chosen. */
  key(event: KeyboardEvent): boolean;
  /** The person wants to see it from there. */
  chosen(standpoint: Standpoint): void;
  pictured(file: Blob): void;
}

/** What is to be seen. */
export interface Seen {
  readonly design: Design;
  /** No finger moves anything. */
  readonly atRest: boolean;
  readonly part: PartId | undefined;
  readonly marks: DesignMark[];
  readonly models: readonly KeptModel[];
  readonly dark: boolean;
  readonly from: Standpoint;
}

type Status = "opening" | "seen" | "unsupported" | "failed";

const PATIENCE = { restarts: 2, startingS: 90, runningS: 5 };
const MAX_PIXEL_RATIO = 2;
const KEY_ZOOM = 1.4;
const TILT_DEG_PER_PX = 0.25;
const NEIGHBOURS = "M3 20h18M4 20V10l4-3 4 3v10M12 20V8l4-3 4 3v12";
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

export { STANDPOINTS };
export { pictureOf } from "./picture.ts";

export class Look implements GestureListener {
  private readonly words: Words;
  private readonly sight = document.createElement("div");
  private readonly bar = document.createElement("div");
  private readonly supervisor: Supervisor<ToLook, FromLook>;
  private readonly told = new Told();
  private readonly keys = new HeldKeys();
  private readonly over = new AbortController();
  private readonly resized = new ResizeObserver(() => this.resize());
  private readonly known = new Set<string>();
  private status: Status = "opening";
  private pictureWanted = false;
  private seen: Seen | undefined;
  private neighbours = true;
  private walks = false;
  private floorM: number | undefined;
  /** From where it was last looked at. */
  private stood: Standpoint | undefined;
  private driving: Drive = REST;
  /** Whether the finger came down on one. */
  private onPart = false;
  /** What the finger has: not known yet, a part, or the view. What it did meanwhile. */
  private hand: { has: "unknown" | "part" | "view"; drag?: [from: Pixel, to: Pixel, orbit: boolean] } | undefined;

  constructor(
    private readonly parent: HTMLElement,
    private readonly host: LookHost,
  ) {
    this.words = WORDS[host.language];
    this.sight.className = "sight";
    this.sight.tabIndex = 0;
    this.sight.setAttribute("role", "application");
    this.sight.setAttribute("aria-label", this.words.sight);
    this.sight.setAttribute("aria-description", this.words.keys);
    this.bar.className = "standpoints";
    parent.append(this.sight, this.bar);
    this.supervisor = new Supervisor<ToLook, FromLook>("look-worker.js", PATIENCE, {
      started: () => this.begin(),
      told: (message) => this.hear(message),
      failed: (_message, gaveUp) => {
        this.floorM = undefined;
        this.become(gaveUp ? "failed" : "opening");
      },
    });
    const { signal } = this.over;
    // Before the gestures hear of it: whether a part is under the finger takes a moment.
    this.sight.addEventListener("pointerdown", (event) => this.touch(event), { signal });
    listenForGestures(this.sight, this, signal);
    this.sight.addEventListener("keydown", (event) => this.keyDown(event), { signal });
    this.sight.addEventListener("keyup", (event) => this.keyUp(event), { signal });
    this.sight.addEventListener("blur", () => this.drive(REST), { signal });
    reducedMotion.addEventListener("change", () => this.tellAll(), { signal });
    this.resized.observe(this.sight);
    if (typeof OffscreenCanvas === "function") this.supervisor.retry();
    else this.status = "unsupported";
    this.draw();
  }

  stop(): void {
    this.over.abort();
    this.resized.disconnect();
    this.supervisor.stop();
    this.parent.replaceChildren();
  }

  show(seen: Seen): void {
    this.seen = seen;
    this.tellAll();
    this.stand();
    this.draw();
  }

  /** Of what is seen now, or will be first. */
  takePicture(): void {
    this.pictureWanted = this.status === "opening";
    if (this.status === "seen") this.supervisor.say({ kind: "picture" });
  }

  touched(): void {}

  dragged(from: Pixel, to: Pixel, orbit: boolean): void {
    const { hand } = this;
    if (hand?.has === "part") return this.send({ type: "reach", at: [...to] });
    if (hand?.has === "unknown") {
      hand.drag = [hand.drag?.[0] ?? from, to, orbit];
      return;
    }
    // From above one moves over the ground; round a stand one turns.
    const pans = orbit === (this.stood !== "above");
    this.send({ type: "drag", from: [...from], to: [...to], kind: pans ? "pan" : "orbit" });
  }

  pinched({ from, to, factor, turnDeg }: Pinch): void {
    this.letGo();
    this.send({ type: "drag", from: [...from], to: [...to], kind: "pan" });
    this.zoomed(to, factor);
    this.send({ type: "turn", heading_deg: -turnDeg, tilt_deg: 0 });
  }

  tilted(downPx: number): void {
    this.letGo();
    this.send({ type: "turn", heading_deg: 0, tilt_deg: downPx * TILT_DEG_PER_PX });
  }

  zoomed(at: Pixel, factor: number): void {
    this.send({ type: "zoom", at: [...at], factor });
  }

  tapped(): void {
    if (!this.onPart) this.host.tapped(undefined);
  }

  held(): void {}

  hovered(): void {}

  released(): void {
    this.letGo();
  }

  private letGo(): void {
    if (this.hand?.has === "part") this.host.dropped();
    this.hand = undefined;
  }

  private touch(event: PointerEvent): void {
    if (this.hand) return this.letGo();
    if (event.button !== 0 || event.ctrlKey || event.shiftKey) return;
    const box = this.sight.getBoundingClientRect();
    this.hand = { has: "unknown" };
    this.send({ type: "grasp", at: [event.clientX - box.left, event.clientY - box.top] });
  }

  private grasped({ part, point }: Extract<StageEvent, { type: "grasped" }>): void {
    this.onPart = part !== null;
    if (part !== null) this.host.tapped(part);
    const { hand } = this;
    if (!hand) return;
    hand.has = part !== null && this.host.grasped(part, point) ? "part" : "view";
    if (hand.drag) this.dragged(...hand.drag);
  }

  private keyDown(event: KeyboardEvent): void {
    if (this.host.key(event)) return;
    const { width, height } = this.sight.getBoundingClientRect();
    if (this.keys.press(event)) this.drive(this.keys.drive);
    else if (event.key === "+" || event.key === "=") this.zoomed([width / 2, height / 2], KEY_ZOOM);
    else if (event.key === "-") this.zoomed([width / 2, height / 2], 1 / KEY_ZOOM);
    else return;
    event.preventDefault();
  }

  private keyUp(event: KeyboardEvent): void {
    this.keys.release(event);
    this.drive(this.keys.drive);
  }

  private drive(drive: Drive): void {
    if (drive === REST) this.keys.releaseAll();
    if (JSON.stringify(drive) === JSON.stringify(this.driving)) return;
    this.driving = drive;
    this.send(drive);
  }

  private send(command: StageCommand): void {
    if (this.floorM !== undefined) this.supervisor.say({ kind: "command", command });
  }

  /** A canvas gives itself to a worker only once: each gets a new one. */
  private begin(): void {
    const { venue, stand } = this.host;
    this.told.forget();
    this.known.clear();
    this.stood = undefined;
    this.hand = undefined;
    this.driving = REST;
    const element = document.createElement("canvas");
    this.sight.replaceChildren(element);
    const canvas = element.transferControlToOffscreen();
    const { width, height } = this.sight.getBoundingClientRect();
    const size = { widthPx: Math.max(1, width), heightPx: Math.max(1, height), pixelRatio: pixelRatio() };
    this.supervisor.say({ kind: "start", canvas, ...size }, [canvas]);
    this.supervisor.say({ kind: "visit", venue, stand });
    this.become("opening");
  }

  private hear(message: FromLook): void {
    switch (message.kind) {
      case "unsupported":
        this.supervisor.stop();
        return this.become("unsupported");
      case "unreachable":
        this.supervisor.stop();
        return this.become("failed");
      case "arrived":
        this.floorM = message.floorM;
        this.resize();
        this.tellAll();
        return this.stand();
      case "picture":
        return this.host.pictured(message.file);
      case "event":
        return this.happened(message.event);
    }
  }

  private happened(event: StageEvent): void {
    switch (event.type) {
      case "first_frame":
        this.supervisor.settle();
        return this.become("seen");
      case "grasped":
        return this.grasped(event);
      case "reached":
        return this.hand?.has === "part" ? this.host.moved(event.point) : undefined;
      case "mode_changed":
        this.walks = event.mode === "walk";
        return this.draw();
      case "not_understood":
        return console.warn(`The stage did not understand: ${event.message}`);
    }
  }

  private tellAll(): void {
    const { seen } = this;
    if (!seen || this.floorM === undefined) return;
    for (const { name, file } of seen.models) {
      if (!this.known.has(name)) this.supervisor.say({ kind: "own_model", name, file });
      this.known.add(name);
    }
    const { design, atRest, part, marks, dark } = seen;
    const commands: StageCommand[] = [
      { type: "set_appearance", dark, reduced_motion: reducedMotion.matches, visitors: true },
      { type: "set_language", language: this.host.language },
      { type: "show_neighbours", shown: this.neighbours },
      { type: "show_design", design, at_rest: atRest },
      { type: "mark_design", part: part ?? null, marks },
    ];
    for (const command of this.told.news(commands)) this.send(command);
  }

  /** Goes where the person wants to stand, once. */
  private stand(): void {
    const { seen, floorM, host } = this;
    if (!seen || floorM === undefined || this.stood === seen.from) return;
    this.stood = seen.from;
    const { width, height } = this.sight.getBoundingClientRect();
    this.send(standAt(seen.from, host.stand, host.ground, floorM, width / Math.max(1, height)));
  }

  private resize(): void {
    const { width, height } = this.sight.getBoundingClientRect();
    if (width > 0) this.send({ type: "resize", width_px: width, height_px: height, pixel_ratio: pixelRatio() });
  }

  private become(status: Status): void {
    this.status = status;
    this.draw();
    if (this.pictureWanted) this.takePicture();
  }

  private draw(): void {
    const { words, status, seen } = this;
    const usable = status === "opening" || status === "seen";
    render(
      html`${usable ? nothing : this.trouble()}
      ${status === "opening" ? html`<p role="status">${words.opening}</p>` : nothing}
      ${usable && this.walks ? this.pad() : nothing}
      ${
        usable
          ? html`<div class="from" role="group" aria-label=${words.from}>
              ${STANDPOINTS.map(
                (each) =>
                  html`<button type="button" aria-pressed=${seen?.from === each} @click=${() => this.choose(each)}>
                    ${words.standpoints[each]}
                  </button>`,
              )}
              <button type="button" aria-pressed=${this.neighbours} @click=${() => this.toggleNeighbours()}>
                ${icon(NEIGHBOURS)} ${words.neighbours}
              </button>
            </div>`
          : nothing
      }`,
      this.bar,
    );
  }

  private trouble(): TemplateResult {
    const { words, status } = this;
    return html`<p role="alert">
      ${status === "failed" ? words.failed : words.unsupported}
      ${
        status === "failed"
          ? html`<button class="secondary" type="button" @click=${() => this.supervisor.retry()}>
              ${words.again}
            </button>`
          : nothing
      }
    </p>`;
  }

  /** Again from where one stands already, too: one may have walked on. */
  private choose(standpoint: Standpoint): void {
    this.stood = undefined;
    this.host.chosen(standpoint);
  }

  private toggleNeighbours(): void {
    this.neighbours = !this.neighbours;
    this.tellAll();
    this.draw();
  }

  /** For fingers, that have no arrow keys. */
  private pad(): TemplateResult {
    const { words } = this;
    const drive = (drive: Drive) => this.drive(drive);
    return html`<div class="paces">
      ${hold(words.turnLeft, ICONS.turnLeft, { turn: -1 }, drive)}
      ${hold(words.forward, ICONS.up, { forward: 1 }, drive)} ${hold(words.back, ICONS.down, { forward: -1 }, drive)}
      ${hold(words.turnRight, ICONS.turnRight, { turn: 1 }, drive)}
    </div>`;
  }
}

const pixelRatio = () => Math.min(MAX_PIXEL_RATIO, devicePixelRatio);
