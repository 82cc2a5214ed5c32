// The way to what is loaded when it is asked for.

import { type TemplateResult, html } from "lit";
import type { Later } from "../later-loader.ts";
import type { State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { isHandingOver } from "./handover.ts";
import { panelTitle, problem } from "./parts.ts";

/** Whether something of it is open. */
export function needsLater(state: State): boolean {
  const { address, overlay } = state;
  return isHandingOver(state) || overlay !== undefined || address.panel !== undefined;
}

export function whenLoaded(
  state: State,
  strings: Strings,
  actions: Actions,
  panel: (later: Later) => TemplateResult,
): TemplateResult {
  const { later } = state;
  if (later === undefined) return html`<p class="facts" role="status">${strings.handover.loading}</p>`;
  return later === "failed" ? missing(state, strings, actions) : panel(later);
}

function missing(
  { address, overlay }: State,
  { appName, handover, problems, close }: Strings,
  actions: Actions,
): TemplateResult {
  const leave = () => {
    if (overlay) actions.open(undefined);
    else if (address.plan) actions.refusePlan();
    else actions.back();
  };
  return html`<header class="panel-head">${panelTitle(appName)}</header>
    ${problem(
      handover.failed,
      handover.failedNext,
      html`<div class="actions">
        <button class="secondary" type="button" @click=${() => actions.reload()}>${problems.reload}</button>
        <button class="quiet" type="button" @click=${leave}>${close}</button>
      </div>`,
    )}`;
}
