// A moment of the fair: one of its days, and a time.

import { type TemplateResult, html } from "lit";
import { formatShortDay } from "../format.ts";
import { type State, summaryOf } from "../state.ts";
import type { Strings } from "../strings/index.ts";

/** `time` is in venue time: `2026-09-24T10:00`. */
export function moment(time: string, state: State, strings: Strings, choose: (time: string) => void): TemplateResult {
  const days = summaryOf(state)?.days ?? [];
  const [date = "", clock = ""] = time.split("T");
  const dates = days.map(({ open }) => open.slice(0, 10));
  if (!dates.includes(date)) dates.push(date);
  return html`<div class="moment">
    <select
      aria-label=${strings.dayDate}
      @change=${(event: Event) => choose(`${(event.target as HTMLSelectElement).value}T${clock}`)}
    >
      ${dates.map(
        (each) =>
          html`<option value=${each} ?selected=${each === date}>
            ${formatShortDay(`${each}T00:00`, state.language)}
          </option>`,
      )}
    </select>
    <input
      type="time"
      required
      step="300"
      aria-label=${strings.dayTime}
      .value=${clock}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLInputElement;
        if (value) choose(`${date}T${value.slice(0, 5)}`);
      }}
    />
  </div>`;
}
