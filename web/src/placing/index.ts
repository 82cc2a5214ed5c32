// The exhibitor's own page, and its place in the address. A bundle of its own.

import type { App } from "../app.ts";
import type { BoothId } from "../bindings/BoothId.ts";
import { Placing } from "./placing.ts";

/** Opens the view over the page, and keeps it in step with the address. */
export function openPlacing(app: App, stand: BoothId, hash: string): void {
  const { store, history } = app;
  const { language, address } = store.state;
  const placing = new Placing({
    venue: address.venue,
    stand,
    language,
    hash,
    look: address.look,
    looked: (look) => history.replace({ look }),
    closed: () => {
      removeEventListener("popstate", left);
      app.focusTitle();
      history.replace({ design: undefined, look: undefined, place: stand });
      showHalls();
    },
    open: (meant) => {
      history.replace({ design: meant });
      location.reload();
    },
  });
  // The page's own stage has waited.
  const showHalls = () => {
    if (store.state.address.view !== "2d") app.stage.want();
  };
  // The browser's "back" leads out of it, and another design is another page.
  const left = () => {
    const design = new URLSearchParams(location.search).get("design");
    if (design === stand) return;
    if (design) return location.reload();
    removeEventListener("popstate", left);
    placing.end();
    showHalls();
  };
  addEventListener("popstate", left);
}
