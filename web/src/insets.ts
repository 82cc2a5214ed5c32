// What of the map the panels cover, measured from what is on the page.

import { mapScale } from "./map/scale.ts";
import type { Insets } from "./map/view.ts";

const MARGIN_PX = 12;
/** A pin stands over what it marks. */
const PIN_PX = 32;

/** In the map's pixels from its edges. */
export function coveredBy(map: HTMLElement, side: HTMLElement, halls: HTMLElement, controls: HTMLElement): Insets {
  const box = map.getBoundingClientRect();
  const covered: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  const covers = (selector: string) => side.querySelector(selector)?.getBoundingClientRect();
  const buttons = controls.getBoundingClientRect();
  const inRow = buttons.width > buttons.height;
  if (!inRow && buttons.width > 0) covered.right = Math.max(0, box.right - buttons.left);
  const below = (bar: DOMRect | undefined) => (bar && bar.height > 0 ? Math.max(0, bar.bottom - box.top) : 0);
  covered.top = below(halls.getBoundingClientRect());
  const panel = covers(".panel");
  if (panel && panel.top > box.top + box.height * 0.1 && panel.width > box.width * 0.9) {
    covered.bottom = Math.max(0, box.bottom - (inRow ? buttons.top : panel.top));
    covered.top = Math.max(covered.top, below(covers(".top")));
  } else if (panel && panel.right > box.left) {
    covered.left = panel.right - box.left;
  }
  const scale = mapScale();
  return {
    top: covered.top / scale + MARGIN_PX + PIN_PX,
    right: covered.right / scale,
    bottom: covered.bottom / scale + MARGIN_PX,
    left: covered.left / scale + MARGIN_PX,
  };
}
