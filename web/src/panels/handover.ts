// The way to the panels of a plan that goes to another device, or came from one; they are loaded when they are asked for.

import { type TemplateResult, html } from "lit";
import { ICONS, icon } from "../icons.ts";
import type { State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { panelTitle, problem } from "./parts.ts";

/** Whether one of them is open. */
export function isHandingOver({ address }: State): boolean {
  return address.plan !== undefined || address.panel === "handover";
}

export function handing(state: State, strings: Strings, actions: Actions): TemplateResult {
  const { later, address } = state;
  if (later === undefined) return html`<p class="facts" role="status">${strings.handover.loading}</p>`;
  if (later === "failed") return missing(state, strings, actions);
  return address.plan ? later.offerPanel(state, strings, actions) : later.handoverPanel(state, strings, actions);
}

function missing({ address }: State, { handover, problems, close }: Strings, actions: Actions): TemplateResult {
  return html`<header class="panel-head">${panelTitle(handover.open)}</header>
    ${problem(
      handover.failed,
      handover.failedNext,
      html`<div class="actions">
        <button class="secondary" type="button" @click=${() => actions.reload()}>${problems.reload}</button>
        <button class="quiet" type="button" @click=${() => (address.plan ? actions.refusePlan() : actions.back())}>
          ${close}
        </button>
      </div>`,
    )}`;
}

export function handoverButton({ handover }: Strings, actions: Actions): TemplateResult {
  return html`<button class="secondary" type="button" @click=${() => actions.openHandover()}>
    ${icon(ICONS.devices)} ${handover.open}
  </button>`;
}
