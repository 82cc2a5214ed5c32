// The way to what only a kiosk needs.

import type { Kiosk, KioskHost } from "./kiosk/index.ts";

/** Nothing if it does not arrive: the page is one like any other then. */
export async function loadKiosk(host: KioskHost): Promise<Kiosk | undefined> {
  const styles = document.createElement("link");
  Object.assign(styles, { rel: "stylesheet", href: `kiosk.css?v=${__BUILD__}` });
  document.head.append(styles);
  const program = await import("./kiosk/index.ts").catch(() => undefined);
  return program && new program.Kiosk(host);
}
