// Where the person is, and which way they face.

import type { App } from "../app.ts";
import type { Actions } from "../panels/actions.ts";
import { summaryOf } from "../state.ts";
import { type Moves, NOTHING_CHOSEN } from "./moves.ts";

/** Smaller turns are the hand's. */
const LEAST_TURN_DEG = 4;

export function locating(app: App, { select }: Moves) {
  const { store } = app;
  let facing: AbortController | undefined;

  function stopFacing(): void {
    facing?.abort();
    facing = undefined;
    store.set({ heading: undefined });
  }

  return {
    openHere() {
      select({ ...NOTHING_CHOSEN, panel: "here" });
      if (!store.state.address.at) store.set({ editing: { end: "at", text: "" }, sheet: "full" });
    },
    forgetHere() {
      stopFacing();
      select({ at: undefined, panel: "here" });
    },
    async face(on) {
      stopFacing();
      const later = on ? await app.later.load() : undefined;
      if (!later) return;
      facing = new AbortController();
      const bearing = summaryOf(store.state)?.bearing_deg ?? 0;
      const turned = (compass: number) => {
        const heading = compass - bearing;
        const before = store.state.heading;
        if (before === undefined || Math.abs(heading - before) >= LEAST_TURN_DEG) store.set({ heading });
      };
      await later.watchHeading(turned, facing.signal);
    },
  } satisfies Partial<Actions>;
}
