// What of the map the panels cover, measured from what is on the page.

import type { Insets } from "./map/view.ts";

const MARGIN_PX = 12;
/** A pin stands over what it marks. */
const PIN_PX = 20;

/** In CSS pixels from the map's edges. */
export function coveredBy(map: HTMLElement, side: HTMLElement, halls: HTMLElement, controls: HTMLElement): Insets {
  const box = map.getBoundingClientRect();
  const insets: Insets = { top: MARGIN_PX + PIN_PX, right: 0, bottom: MARGIN_PX, left: MARGIN_PX };
  const covers = (selector: string) => side.querySelector(selector)?.getBoundingClientRect();
  const buttons = controls.getBoundingClientRect();
  const inRow = buttons.width > buttons.height;
  if (!inRow && buttons.width > 0) insets.right += Math.max(0, box.right - buttons.left);
  const below = (bar: DOMRect | undefined) => (bar && bar.height > 0 ? Math.max(0, bar.bottom - box.top) : 0);
  const row = below(halls.getBoundingClientRect());
  const panel = covers(".panel");
  if (panel && panel.top > box.top + box.height * 0.1 && panel.width > box.width * 0.9) {
    insets.bottom += Math.max(0, box.bottom - (inRow ? buttons.top : panel.top));
    insets.top += Math.max(row, below(covers(".top")));
  } else {
    insets.top += row;
    if (panel && panel.right > box.left) insets.left += panel.right - box.left;
  }
  return insets;
}
