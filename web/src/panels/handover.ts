// The way to the panels of a plan that goes to another device, or came from one; which are loaded when they are asked for.

import { type TemplateResult, html } from "lit";
import { ICONS, icon } from "../icons.ts";
import type { State } from "../state.ts";
import type { Strings } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { whenLoaded } from "./later.ts";

/** Whether one of them is open. */
export function isHandingOver({ address }: State): boolean {
  return address.plan !== undefined || address.panel === "handover";
}

export function handing(state: State, strings: Strings, actions: Actions): TemplateResult {
  return whenLoaded(state, strings, actions, ({ offerPanel, handoverPanel }) =>
    state.address.plan ? offerPanel(state, strings, actions) : handoverPanel(state, strings, actions),
  );
}

export function handoverButton({ handover }: Strings, actions: Actions): TemplateResult {
  return html`<button class="secondary" type="button" @click=${() => actions.openHandover()}>
    ${icon(ICONS.devices)} ${handover.open}
  </button>`;
}
