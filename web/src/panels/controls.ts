// Buttons on the map, at the right thumb.

import { type TemplateResult, html, nothing } from "lit";
import type { LevelSummary } from "../bindings/LevelSummary.ts";
import { formatNumber } from "../format.ts";
import { ICONS, icon } from "../icons.ts";
import { type Drive, REST } from "../stage/keyboard.ts";
import { type State, shownLevel, summaryOf } from "../state.ts";
import { type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import type { Part } from "./parts.ts";

const ZOOM = 1.6;
const TURN_DEG = 30;
const TILT_DEG = 10;

export function controls(state: State, strings: Strings, actions: Actions): TemplateResult {
  const stage = state.showing === "stage";
  const walking = stage && state.camera.mode !== "fly";
  return html`${viewSwitch(state, strings, actions)} ${levels(state, strings, actions)}
    <div class="group">
      ${button(strings.zoomIn, ICONS.plus, () => actions.zoom(ZOOM))}
      ${button(strings.zoomOut, ICONS.minus, () => actions.zoom(1 / ZOOM))}
    </div>
    ${stage && !walking ? orbit(state, strings, actions) : nothing}
    <div class="group">
      ${button(strings.wholeVenue, ICONS.home, () => actions.showAll())}
      ${
        stage
          ? button(walking ? strings.stopWalking : strings.walk, ICONS.walk, () => actions.walk(!walking), walking)
          : nothing
      }
    </div>
    ${state.camera.mode === "follow" ? followPad(state, strings, actions) : walking ? walkPad(strings, actions) : nothing}`;
}

function button(label: string, path: string, action: () => void, pressed?: boolean): TemplateResult {
  return html`<button
    type="button"
    aria-label=${label}
    title=${label}
    aria-pressed=${pressed ?? nothing}
    @click=${action}
  >
    ${icon(path)}
  </button>`;
}

function viewSwitch({ showing, stage }: State, strings: Strings, actions: Actions): Part {
  if (stage.status === "unsupported") return nothing;
  const flat = showing === "plan";
  const label = flat ? strings.show3d : strings.show2d;
  return html`<div class="group">
    <button
      type="button"
      class="view-switch"
      aria-label=${label}
      title=${label}
      @click=${() => actions.setView(flat ? "3d" : "2d")}
    >
      ${flat ? strings.stage3d : strings.plan2d}
    </button>
  </div>`;
}

function levels(state: State, strings: Strings, actions: Actions): Part {
  const list = summaryOf(state)?.levels ?? [];
  if (list.length < 2) return nothing;
  const shown = shownLevel(state);
  return html`<div class="group levels" role="group" aria-label=${strings.level}>
    ${list.toReversed().map((level) => {
      const name = say(level.name, state.language);
      const short = shortName(level, name);
      // What is read out holds what is seen, so that a person who speaks to the page can say it.
      const label = name.includes(short) ? name : `${short}: ${name}`;
      return html`<button
        type="button"
        aria-label=${label}
        title=${name}
        aria-pressed=${level.id === shown}
        @click=${() => actions.setLevel(level.id)}
      >
        ${short}
      </button>`;
    })}
  </div>`;
}

/** Longest name that fits on a button. */
const SHORT = 3;

function shortName({ ordinal }: LevelSummary, name: string): string {
  return name.length <= SHORT ? name : String(ordinal);
}

/** The compass; behind it, what turns and tilts the view. */
function orbit({ camera }: State, strings: Strings, actions: Actions): TemplateResult {
  return html`<details class="group pad-toggle">
    <summary aria-label=${strings.turnAndTilt} title=${strings.turnAndTilt}>
      <svg class="icon compass" viewBox="0 0 24 24" aria-hidden="true">
        <g transform="rotate(${-camera.headingDeg} 12 12)">
          <path class="north" d="M12 2.5 15.5 12h-7L12 2.5Z" />
          <path d="M12 21.5 8.5 12h7L12 21.5Z" />
        </g>
      </svg>
    </summary>
    <div class="pad">
      ${button(strings.turnLeft, ICONS.turnLeft, () => actions.turn(-TURN_DEG, 0))}
      ${button(strings.tiltUp, ICONS.chevronUp, () => actions.turn(0, -TILT_DEG))}
      ${button(strings.turnRight, ICONS.turnRight, () => actions.turn(TURN_DEG, 0))}
      ${button(strings.north, ICONS.compass, () => actions.northUp())}
      ${button(strings.tiltDown, ICONS.chevronDown, () => actions.turn(0, TILT_DEG))}
    </div>
  </details>`;
}

function walkPad(strings: Strings, actions: Actions): TemplateResult {
  return html`<div class="walk-pad" role="group" aria-label=${strings.walk}>
    ${hold(strings.turnLeft, ICONS.turnLeft, { turn: -1 }, actions)}
    ${hold(strings.forward, ICONS.up, { forward: 1 }, actions)}
    ${hold(strings.turnRight, ICONS.turnRight, { turn: 1 }, actions)}
    ${hold(strings.stepLeft, ICONS.left, { right: -1 }, actions)}
    ${hold(strings.backward, ICONS.down, { forward: -1 }, actions)}
    ${hold(strings.stepRight, ICONS.right, { right: 1 }, actions)}
  </div>`;
}

const PACES = [1, 2, 4];

/** The walk that follows the route: on and off, and how fast. */
function followPad({ pace, language }: State, strings: Strings, actions: Actions): TemplateResult {
  const { factor, paused } = pace;
  return html`<div class="follow-pad" role="group" aria-label=${strings.followRoute}>
    ${button(paused ? strings.resume : strings.pause, paused ? ICONS.play : ICONS.pause, () =>
      actions.pace({ factor, paused: !paused }),
    )}
    ${PACES.map(
      (each) =>
        html`<button
          type="button"
          aria-label=${strings.timesFaster(formatNumber(each, language))}
          aria-pressed=${each === factor}
          @click=${() => actions.pace({ factor: each, paused: false })}
        >
          ${each}×
        </button>`,
    )}
  </div>`;
}

/** Drives as long as it is held. */
function hold(label: string, path: string, drive: Partial<Drive>, actions: Actions): TemplateResult {
  const go = () => actions.drive({ ...REST, ...drive });
  const stop = () => actions.drive(REST);
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
