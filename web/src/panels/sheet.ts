// On narrow screens the panel is a sheet of three heights, dragged by its handle or stepped by it.

import { type TemplateResult, html } from "lit";
import { ICONS, icon } from "../icons.ts";
import type { SheetHeight, State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";

const HEIGHTS: readonly SheetHeight[] = ["low", "half", "full"];
const DRAG_SLACK_PX = 6;

export function sheetHandle({ sheet }: State, strings: Strings, actions: Actions): TemplateResult {
  const grows = sheet !== "full";
  const next = HEIGHTS[(HEIGHTS.indexOf(sheet) + 1) % HEIGHTS.length] ?? "half";
  return html`<button
    class="handle"
    type="button"
    aria-label=${grows ? strings.sheetTaller : strings.sheetLower}
    @pointerdown=${(event: PointerEvent) => drag(event, actions)}
    @click=${() => actions.setSheet(next)}
  >
    ${icon(grows ? ICONS.chevronUp : ICONS.chevronDown)}
  </button>`;
}

/** Follows the finger, then settles at the nearest height. */
function drag(down: PointerEvent, actions: Actions): void {
  const handle = down.currentTarget as HTMLElement;
  const sheet = handle.closest<HTMLElement>(".panel");
  if (!sheet) return;
  const startHeight = sheet.offsetHeight;
  let dragged = false;
  const heightAt = (event: PointerEvent) => startHeight + down.clientY - event.clientY;
  const done = new AbortController();
  const { signal } = done;
  handle.setPointerCapture(down.pointerId);
  handle.addEventListener(
    "pointermove",
    (event) => {
      if (!dragged && Math.abs(event.clientY - down.clientY) < DRAG_SLACK_PX) return;
      dragged = true;
      sheet.classList.add("dragged");
      sheet.style.setProperty("--dragged-height", `${heightAt(event)}px`);
    },
    { signal },
  );
  const end = (event: PointerEvent) => {
    done.abort();
    sheet.classList.remove("dragged");
    if (!dragged) return;
    // The click that follows a drag is not meant.
    handle.addEventListener("click", (click) => click.stopImmediatePropagation(), { once: true, capture: true });
    setTimeout(() => handle.blur());
    actions.setSheet(nearest(heightAt(event) / innerHeight));
  };
  handle.addEventListener("pointerup", end, { signal });
  handle.addEventListener("pointercancel", end, { signal });
}

/** Shares of the screen's height, as in the style sheet. */
const SHARES: Record<SheetHeight, number> = { low: 0.14, half: 0.46, full: 0.92 };

function nearest(share: number): SheetHeight {
  return HEIGHTS.toSorted((a, b) => Math.abs(SHARES[a] - share) - Math.abs(SHARES[b] - share))[0] ?? "half";
}
