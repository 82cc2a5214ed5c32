import { html, nothing } from "lit";
import type { SessionLine } from "../bindings/SessionLine.ts";
import { formatDay, formatTimes } from "../format.ts";
import { runsBy } from "../runs.ts";
import type { State } from "../state.ts";
import { type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { keepButton } from "./keep.ts";
import type { Part } from "./parts.ts";

/** For one that is not as planned. */
export function changeBadge({ change }: SessionLine, strings: Strings): Part {
  if (!change) return nothing;
  return html`<b class="turn changed">${change.cancelled ? strings.cancelled : strings.moved}</b>`;
}

/** Sessions by day; `here` is the room whose name need not be said. */
export function sessions(
  lines: readonly SessionLine[],
  here: string | null,
  state: State,
  strings: Strings,
  actions: Actions,
): Part {
  if (lines.length === 0) return nothing;
  const { language } = state;
  const days = runsBy(lines, ({ start }) => start.slice(0, 10));
  return html`<section>
    <h3>${strings.sessions}</h3>
    ${days.map(
      ({ key: day, items }) =>
        html`<h4>${formatDay(`${day}T00:00`, language)}</h4>
          <ul class="rows sessions">
            ${items.map((line) => {
              const { id, title, room, room_name, start, end } = line;
              return html`<li class="kept">
                <button class="row" type="button" @click=${() => actions.choose(id, "session")}>
                  <time datetime=${start}>${formatTimes(start, end, language)}</time>
                  <span class="text"
                    >${changeBadge(line, strings)}<bdi>${say(title, language)}</bdi>${
                      room === here ? nothing : html`<small>${say(room_name, language)}</small>`
                    }${line.change?.reason ? html`<small>${say(line.change.reason, language)}</small>` : nothing}</span
                  >
                </button>
                ${id === state.address.place ? nothing : keepButton(id, say(title, language), state, strings, actions)}
              </li>`;
            })}
          </ul>`,
    )}
    <p class="note">${strings.venueTime}</p>
  </section>`;
}
