// The way to what only a kiosk needs.

import type { Kiosk, KioskHost } from "./kiosk/index.ts";
import { loadStyles } from "./styles.ts";

/** Nothing if it does not arrive: the page is one like any other then. */
export async function loadKiosk(host: KioskHost): Promise<Kiosk | undefined> {
  loadStyles("kiosk");
  const program = await import("./kiosk/index.ts").catch(() => undefined);
  return program && new program.Kiosk(host);
}
