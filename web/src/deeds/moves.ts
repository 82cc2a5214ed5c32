// How a deed changes what the address holds.

import type { App } from "../app.ts";
import type { PlaceId } from "../bindings/PlaceId.ts";
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

  function setEnd(end: End, place: PlaceId): void {
    if (end === "start") return select({ start: place, panel: "day" });
    const other = end === "from" ? "to" : "from";
    select({ [end]: place });
    if (!state().address[other]) store.set({ editing: { end: other, text: "" }, sheet: "full" });
  }

  return { select, open, setEnd };
}
