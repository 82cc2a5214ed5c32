// A design on the device: what is there when the person comes back.

import type { Design } from "../bindings/Design.ts";

const SOON_MS = 250;

export class Keeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private due: Design | undefined;
  private readonly key: string;

  constructor(
    venue: string,
    stand: string,
    private readonly told: (kept: boolean) => void,
    /** Another tab kept that. */
    changed: (text: string) => void,
  ) {
    this.key = `fairway.design.${venue}.${stand}`;
    addEventListener("pagehide", () => this.flush());
    addEventListener("storage", ({ key, newValue }) => {
      if (key === this.key && newValue !== null) changed(newValue);
    });
  }

  /** What was kept; nothing if storage is denied. */
  read(): string | undefined {
    try {
      return localStorage.getItem(this.key) ?? undefined;
    } catch {
      return undefined;
    }
  }

  keep(design: Design): void {
    this.due = design;
    this.timer ??= setTimeout(() => this.flush(), SOON_MS);
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.due) this.told(this.write(this.key, textOf(this.due)));
    this.due = undefined;
  }

  /** What cannot be read is not written over. */
  setAside(text: string): void {
    this.write(`${this.key}.unreadable`, text);
  }

  private write(key: string, text: string): boolean {
    try {
      localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }
}

/** The design's file. */
export function textOf(design: Design): string {
  return `${JSON.stringify(design, undefined, 2)}\n`;
}
