// The person's own order of a day: dragged by the numbers, or moved by buttons. The guide says what comes of it.

import { type TemplateResult, html, nothing } from "lit";
import type { PlaceId } from "../bindings/PlaceId.ts";
import { type PlannedStop, linesOf, orderOf, outcomeOf } from "../day.ts";
import { formatTimes } from "../format.ts";
import { ICONS, icon } from "../icons.ts";
import type { State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";

/** So near to an edge of the list one drags on beyond it, so far in each frame. */
const EDGE_PX = 40;
const SCROLL_PX = 6;

export function arrangement(state: State, strings: Strings, actions: Actions): TemplateResult {
  const order = orderOf(state);
  return html`<p class="facts">${strings.arrange.hint}</p>
    <ol class="visits" aria-label=${strings.dayOrder}>
      ${order.map((stop, index) => row(stop, index, order.length, state, strings, actions))}
    </ol>`;
}

function row(
  { place }: PlannedStop,
  index: number,
  count: number,
  state: State,
  { arrange }: Strings,
  actions: Actions,
): TemplateResult {
  const hit = linesOf(state).get(place);
  const title = hit?.title ?? place;
  const outcome = outcomeOf(state);
  const visit = outcome?.kind === "planned" ? outcome.plan.visits.find((each) => each.place === place) : undefined;
  const button = (to: number, id: string, path: string, name: string) =>
    html`<button
      class="tool"
      type="button"
      id="${id}-${index}"
      aria-label=${name}
      ?disabled=${to < 0 || to >= count}
      @click=${() => actions.moveStop(place, to)}
    >
      ${icon(path)}
    </button>`;
  return html`<li class="visit ${state.arranging?.held === place ? "held" : ""}">
    <span class="lead grip" @pointerdown=${(event: PointerEvent) => drag(event, place, index, actions)}>
      <b>${index + 1}</b>
    </span>
    <span class="text">
      ${visit ? html`<time>${formatTimes(visit.start, visit.end, state.language)}</time>` : nothing}<bdi>${title}</bdi>
      ${hit?.subtitle ? html`<small>${hit.subtitle}</small>` : nothing}
    </span>
    ${button(index - 1, "up", ICONS.up, arrange.up(title))}
    ${button(index + 1, "down", ICONS.down, arrange.down(title))}
  </li>`;
}

/** The stop goes where the finger is; near an edge of what is seen of it, the list goes on. */
function drag(down: PointerEvent, place: PlaceId, index: number, actions: Actions): void {
  const grip = down.currentTarget as HTMLElement;
  const list = grip.closest("ol");
  const seen = grip.closest(".panel-content");
  if (!list || !seen || down.button !== 0) return;
  down.preventDefault();
  grip.setPointerCapture(down.pointerId);
  actions.holdStop(place);
  const done = new AbortController();
  const { signal } = done;
  let at = index;
  let y = down.clientY;
  const follow = () => {
    const under = [...list.children].findIndex((each) => y < each.getBoundingClientRect().bottom);
    const to = under < 0 ? list.children.length - 1 : under;
    if (to !== at) actions.moveStop(place, (at = to));
  };
  const scroll = () => {
    if (signal.aborted) return;
    const { top, bottom } = seen.getBoundingClientRect();
    const before = seen.scrollTop;
    seen.scrollTop += y < top + EDGE_PX ? -SCROLL_PX : y > bottom - EDGE_PX ? SCROLL_PX : 0;
    if (seen.scrollTop !== before) follow();
    requestAnimationFrame(scroll);
  };
  requestAnimationFrame(scroll);
  const moved = (event: PointerEvent) => {
    y = event.clientY;
    follow();
  };
  grip.addEventListener("pointermove", moved, { signal });
  const end = () => {
    done.abort();
    actions.holdStop(undefined);
  };
  grip.addEventListener("pointerup", end, { signal });
  grip.addEventListener("pointercancel", end, { signal });
}
