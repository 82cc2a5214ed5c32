// A button that drives as long as it is held, for those who have no arrow keys.

import { type TemplateResult, html } from "lit";
import { icon } from "../icons.ts";
import { type Drive, REST } from "../stage/keyboard.ts";

export function hold(label: string, path: string, drive: Partial<Drive>, act: (drive: Drive) => void): TemplateResult {
  const go = () => act({ ...REST, ...drive });
  const stop = () => act(REST);
  const isPress = ({ key }: KeyboardEvent) => key === "Enter" || key === " ";
  return html`<button
    type="button"
    aria-label=${label}
    title=${label}
    @pointerdown=${go}
    @pointerup=${stop}
    @pointerleave=${stop}
    @pointercancel=${stop}
    @blur=${stop}
    @contextmenu=${(event: Event) => event.preventDefault()}
    @keydown=${(event: KeyboardEvent) => isPress(event) && go()}
    @keyup=${stop}
  >
    ${icon(path)}
  </button>`;
}
