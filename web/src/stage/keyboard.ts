// Keys that are held down, as a drive.

import type { StageCommand } from "../bindings/StageCommand.ts";

export type Drive = Extract<StageCommand, { type: "drive" }>;
type Axis = "forward" | "right" | "up" | "turn";

export const REST: Drive = { type: "drive", forward: 0, right: 0, up: 0, turn: 0, fast: false };

/** By the key's place, so that WASD lies where it does on any layout. */
const KEYS: Record<string, [Axis, 1 | -1]> = {
  KeyW: ["forward", 1],
  ArrowUp: ["forward", 1],
  KeyS: ["forward", -1],
  ArrowDown: ["forward", -1],
  KeyD: ["right", 1],
  ArrowRight: ["right", 1],
  KeyA: ["right", -1],
  ArrowLeft: ["right", -1],
  KeyE: ["turn", 1],
  KeyQ: ["turn", -1],
  PageUp: ["up", 1],
  PageDown: ["up", -1],
};

export class HeldKeys {
  private readonly held = new Set<string>();
  private fast = false;

  /** Whether the key drives. */
  press(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.code in KEYS)) return false;
    this.held.add(event.code);
    this.fast = event.shiftKey;
    return true;
  }

  release(event: KeyboardEvent): void {
    this.held.delete(event.code);
    this.fast = event.shiftKey;
  }

  releaseAll(): void {
    this.held.clear();
  }

  get drive(): Drive {
    const drive = { ...REST, fast: this.fast };
    for (const code of this.held) {
      const [axis, sign] = KEYS[code] ?? [];
      if (axis && sign) drive[axis] = Math.max(-1, Math.min(1, drive[axis] + sign));
    }
    return drive;
  }
}
