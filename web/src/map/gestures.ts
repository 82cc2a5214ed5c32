// Pointers, wheel and taps over the map, told as what the person means by them, in the map's pixels from its corner.

import { mapScale } from "./scale.ts";

export type Pixel = readonly [number, number];

export interface Pinch {
  /** The middle between the two fingers, before and now. */
  from: Pixel;
  to: Pixel;
  /** How far apart they are now, against before. */
  factor: number;
  /** How far they turned clockwise. */
  turnDeg: number;
}

export interface GestureListener {
  /** Any of the below is about to begin. */
  touched(): void;
  /** One finger or the left button; `orbit`: the right one, or with Ctrl or Shift. */
  dragged(from: Pixel, to: Pixel, orbit: boolean): void;
  pinched(pinch: Pinch): void;
  /** Two fingers side by side moved up or down together, by so many pixels. */
  tilted(downPx: number): void;
  /** Wheel, trackpad or double tap. */
  zoomed(at: Pixel, factor: number): void;
  /** Not before it is clear that it is no double tap. */
  tapped(at: Pixel): void;
  /** A finger rested there for long. */
  held(at: Pixel): void;
  /** A mouse hovers; `undefined` when it leaves. */
  hovered(at: Pixel | undefined): void;
  released(): void;
}

/** A finger rests less still than it seems. */
const TAP_SLACK_PX = 8;
const DOUBLE_TAP_MS = 300;
const DOUBLE_TAP_PX = 32;
const DOUBLE_TAP_ZOOM = 2;
const HOLD_MS = 500;
/** Two fingers have to move this far before it is clear what they mean. */
const PINCH_SLACK_PX = 10;
const WHEEL_ZOOM = 0.0015;
const TRACKPAD_PINCH_ZOOM = 0.01;
const WHEEL_LINE_PX = 16;

interface Finger {
  start: Pixel;
  now: Pixel;
}

type TwoFingers = "unclear" | "pinch" | "tilt";

/** Listens until the signal aborts. */
export function listenForGestures(element: HTMLElement, listener: GestureListener, signal: AbortSignal): void {
  const fingers = new Map<number, Finger>();
  let moved = false;
  let meaning: TwoFingers = "unclear";
  let tap: { at: Pixel; timer: ReturnType<typeof setTimeout> } | undefined;
  let holding: ReturnType<typeof setTimeout> | undefined;

  const pixel = (event: MouseEvent): Pixel => {
    const box = element.getBoundingClientRect();
    const scale = mapScale();
    return [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale];
  };

  function down(event: PointerEvent): void {
    if (event.pointerType === "mouse" && event.button === 1) return;
    if (fingers.size === 2) return;
    element.setPointerCapture(event.pointerId);
    const at = pixel(event);
    if (fingers.size === 0) moved = false;
    fingers.set(event.pointerId, { start: at, now: at });
    clearTimeout(holding);
    if (fingers.size === 1 && event.button === 0) holding = setTimeout(() => hold(at), HOLD_MS);
    if (fingers.size === 2) {
      moved = true;
      meaning = "unclear";
      for (const finger of fingers.values()) finger.start = finger.now;
    }
    listener.touched();
  }

  function hold(at: Pixel): void {
    if (moved) return;
    // What the finger does from here on is no tap.
    moved = true;
    listener.held(at);
  }

  function move(event: PointerEvent): void {
    const at = pixel(event);
    const finger = fingers.get(event.pointerId);
    if (!finger) {
      if (event.pointerType === "mouse") listener.hovered(at);
      return;
    }
    const [a, b] = [...fingers.values()];
    if (a && b) {
      moveTwo(a, b, finger, at);
    } else {
      if (!moved && distance(finger.start, at) < TAP_SLACK_PX) return;
      const orbit = event.ctrlKey || event.shiftKey || (event.buttons & 2) !== 0;
      listener.dragged(moved ? finger.now : finger.start, at, orbit);
      moved = true;
      finger.now = at;
    }
  }

  function moveTwo(a: Finger, b: Finger, moving: Finger, at: Pixel): void {
    const before: [Pixel, Pixel] = [a.now, b.now];
    moving.now = at;
    if (meaning === "unclear") {
      meaning = understand(a, b);
      return;
    }
    const from = middle(...before);
    const to = middle(a.now, b.now);
    if (meaning === "tilt") return listener.tilted(to[1] - from[1]);
    const factor = distance(a.now, b.now) / Math.max(1, distance(...before));
    listener.pinched({ from, to, factor, turnDeg: turned(before, [a.now, b.now]) });
  }

  function up(event: PointerEvent): void {
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    fingers.delete(event.pointerId);
    clearTimeout(holding);
    if (fingers.size > 0) return;
    listener.released();
    if (event.type === "pointercancel" || moved || event.button === 2) return;
    const at = finger.start;
    clearTimeout(tap?.timer);
    if (tap && distance(tap.at, at) < DOUBLE_TAP_PX) {
      tap = undefined;
      listener.zoomed(at, DOUBLE_TAP_ZOOM);
    } else {
      tap = { at, timer: setTimeout(() => tapOnce(at), DOUBLE_TAP_MS) };
    }
  }

  function tapOnce(at: Pixel): void {
    tap = undefined;
    listener.tapped(at);
  }

  function wheel(event: WheelEvent): void {
    event.preventDefault();
    listener.touched();
    const px = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * WHEEL_LINE_PX : event.deltaY;
    // Browsers tell a trackpad's pinch as a wheel with Ctrl.
    listener.zoomed(pixel(event), Math.exp(-px * (event.ctrlKey ? TRACKPAD_PINCH_ZOOM : WHEEL_ZOOM)));
  }

  element.addEventListener("pointerdown", down, { signal });
  element.addEventListener("pointermove", move, { signal });
  element.addEventListener("pointerup", up, { signal });
  element.addEventListener("pointercancel", up, { signal });
  element.addEventListener("pointerleave", () => listener.hovered(undefined), { signal });
  element.addEventListener("wheel", wheel, { signal, passive: false });
  element.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
}

function understand(a: Finger, b: Finger): TwoFingers {
  const [ax, ay] = [a.now[0] - a.start[0], a.now[1] - a.start[1]];
  const [bx, by] = [b.now[0] - b.start[0], b.now[1] - b.start[1]];
  const [near, far] = [Math.hypot(ax, ay), Math.hypot(bx, by)].sort((one, other) => one - other) as [number, number];
  // Fingers are told one by one: wait for the other, unless it plainly rests.
  if (far < PINCH_SLACK_PX || (near < PINCH_SLACK_PX / 3 && far < PINCH_SLACK_PX * 3)) return "unclear";
  const sideBySide = Math.abs(a.start[0] - b.start[0]) > Math.abs(a.start[1] - b.start[1]);
  const together = Math.sign(ay) === Math.sign(by) && Math.abs(ay) > Math.abs(ax) && Math.abs(by) > Math.abs(bx);
  return sideBySide && together ? "tilt" : "pinch";
}

export function distance(a: Pixel, b: Pixel): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function middle(a: Pixel, b: Pixel): Pixel {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function turned(before: readonly [Pixel, Pixel], now: readonly [Pixel, Pixel]): number {
  const angle = ([a, b]: readonly [Pixel, Pixel]) => Math.atan2(b[1] - a[1], b[0] - a[0]);
  const radians = angle(now) - angle(before);
  return (Math.atan2(Math.sin(radians), Math.cos(radians)) * 180) / Math.PI;
}
