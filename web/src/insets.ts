// What of the map the panels cover, measured from what is on the page.

import type { Insets } from "./map/view.ts";

const MARGIN_PX = 12;
/** A pin stands over what it marks. */
const PIN_PX = 20;

/** In CSS pixels from the map's edges. */
export function coveredBy(map: HTMLElement, side: HTMLElement, controls: HTMLElement): Insets {
  const box = map.getBoundingClientRect();
  const insets: Insets = { top: MARGIN_PX + PIN_PX, right: 0, bottom: MARGIN_PX, left: MARGIN_PX };
  const covers = (selector: string) => side.querySelector(selector)?.getBoundingClientRect();
  const buttons = controls.getBoundingClientRect();
  insets.right += Math.max(0, box.right - buttons.left);
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
