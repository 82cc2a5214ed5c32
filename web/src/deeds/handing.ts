// A plan goes to another device, and comes from one.

import type { App } from "../app.ts";
import { takableOf } from "../handover/offer.ts";
import { dayOf, joinedDay, joinedSaved, partedSaved } from "../handover/parcel.ts";
import type { Actions } from "../panels/actions.ts";
import { stringsOf } from "../strings/index.ts";
import { type Moves, NOTHING_CHOSEN } from "./moves.ts";

export function handing(app: App, { open }: Moves) {
  const { store, history, shelf } = app;
  const state = () => store.state;

  return {
    openHandover() {
      open({ ...NOTHING_CHOSEN, panel: "handover" });
      store.set({ sheet: "full" });
    },
    async printDay() {
      const outgoing = await app.courier.outgoing();
      app.paper.print(outgoing?.code);
    },
    handNotes: (withNotes) => store.set({ withNotes }),
    share(url) {
      const { handover } = stringsOf(state().language);
      navigator.share({ title: document.title, url }).catch((error: unknown) => {
        // Who closes the system's sheet has changed their mind.
        if (!(error instanceof DOMException && error.name === "AbortError")) app.toast(handover.notShared);
      });
    },
    takePlan(how) {
      const parcel = takableOf(state());
      if (!parcel) return;
      const { address, saved } = state();
      const before = { day: dayOf(address), saved };
      const day = how === "replace" ? parcel.day : joinedDay(before.day, parcel.day);
      shelf.change((list) => joinedSaved(list, parcel.saved));
      history.replace({ ...NOTHING_CHOSEN, ...day, plan: undefined, panel: day.stops ? "day" : "saved" });
      store.set({ taken: { parcel, before, replaced: how === "replace" }, dropped: undefined });
      app.maps.lookAt("chosen");
      app.afterRender(() => document.getElementById("return-plan")?.focus());
    },
    refusePlan() {
      history.replace({ plan: undefined });
      store.set({ sheet: "half" });
      app.focusTitle();
    },
    returnPlan() {
      const { taken } = state();
      if (!taken) return;
      const { parcel, before } = taken;
      shelf.change((list) => partedSaved(list, before.saved, parcel.saved));
      history.replace(before.day);
      store.set({ taken: undefined });
      app.focusTitle();
    },
  } satisfies Partial<Actions>;
}
