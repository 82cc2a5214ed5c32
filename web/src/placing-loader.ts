// The way to what only exhibitors need, who design a stand.

import type { App } from "./app.ts";
import { stringsOf } from "./strings/index.ts";
import { loadStyles } from "./styles.ts";

/** What a link brings: the page tidies its address soon. */
const { hash } = location;

/** If it does not arrive, the page is the visitors', and says so. */
export async function loadPlacing(app: App, stand: string): Promise<void> {
  loadStyles("placing");
  const program = await import("./placing/index.ts").catch(() => undefined);
  if (program) return program.openPlacing(app, stand, hash);
  app.toast(stringsOf(app.store.state.language).problems.offlineNext);
}
