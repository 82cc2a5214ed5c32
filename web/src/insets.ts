// What of the map the panels cover, measured from what is on the page.

import type { Insets } from "./map/view.ts";

const MARGIN_PX = 16;

/** In CSS pixels from the map's edges. */
export function coveredBy(map: HTMLElement, side: HTMLElement): Insets {
  const box = map.getBoundingClientRect();
  const insets: Insets = { top: MARGIN_PX, right: MARGIN_PX, bottom: MARGIN_PX, left: MARGIN_PX };
  const covers = (selector: string) => side.querySelector(selector)?.getBoundingClientRect();
  const top = covers(".top");
  const panel = covers(".panel");
  if (panel && panel.top > box.top + box.height * 0.1 && panel.width > box.width * 0.9) {
    insets.bottom += Math.max(0, box.bottom - panel.top);
    if (top) insets.top += Math.max(0, top.bottom - box.top);
  } else if (panel && panel.right > box.left) {
    insets.left += panel.right - box.left;
  }
  return insets;
}
