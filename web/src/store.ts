import type { State } from "./state.ts";

/** The one state. Changes made together are followed by one settling. */
export class Store {
  private scheduled = false;

  constructor(
    private current: State,
    private readonly changed: () => void,
  ) {}

  get state(): State {
    return this.current;
  }

  set(patch: Partial<State>): void {
    this.current = { ...this.current, ...patch };
    if (this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      this.changed();
    });
  }
}
