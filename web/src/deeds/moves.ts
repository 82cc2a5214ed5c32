// How a deed changes what the address holds.

import type { App } from "../app.ts";
import type { Spot } from "../spot.ts";
import type { End } from "../state.ts";
import type { Address } from "../url.ts";

export const NOTHING_CHOSEN = { place: undefined, hall: undefined, q: undefined, from: undefined, to: undefined };

export type Moves = ReturnType<typeof makeMoves>;

export function makeMoves(app: App) {
  const { store, history, maps } = app;
  const state = () => store.state;

  /** A selection: a new entry of the history, the map looks there, and the sheet makes room for both. */
  function select(patch: Partial<Address>): void {
    open({ level: undefined, ...patch });
    maps.lookAt("chosen");
  }

  /** The same, but the map stays as it is. */
  function open(patch: Partial<Address>): void {
    history.push({ panel: undefined, plan: undefined, ...patch });
    store.set({
      overlay: undefined,
      editing: undefined,
      arranging: undefined,
      active: undefined,
      step: undefined,
      sheet: "half",
      dropped: undefined,
      taken: undefined,
    });
    app.focusTitle();
  }

  /** A way begins where the person is, if that is known. */
  function setEnd(end: End, spot: Spot): void {
    if (end === "start") return select({ start: spot, panel: "day" });
    if (end === "at") return select({ ...NOTHING_CHOSEN, at: spot, panel: "here" });
    const other = end === "from" ? "to" : "from";
    const { at, from } = state().address;
    select({ [end]: spot, ...(end === "to" && !from && at !== spot ? { from: at } : {}) });
    if (!state().address[other]) store.set({ editing: { end: other, text: "" }, sheet: "full" });
  }

  return { select, open, setEnd };
}
