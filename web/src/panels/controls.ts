// Buttons on the map, at the right thumb.

import { type TemplateResult, html, nothing } from "lit";
import type { LevelSummary } from "../bindings/LevelSummary.ts";
import { formatNumber } from "../format.ts";
import { ICONS, icon } from "../icons.ts";
import type { Drive } from "../stage/keyboard.ts";
import { type State, shownLevel, summaryOf } from "../state.ts";
import { type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import { hold } from "./hold.ts";
import { type Part, spokenName } from "./parts.ts";

const ZOOM = 1.6;
const TURN_DEG = 30;
const TILT_DEG = 10;

export function controls(state: State, strings: Strings, actions: Actions): TemplateResult {
  const stage = state.showing === "stage";
  const walking = stage && state.camera.mode !== "fly";
  return html`${viewSwitch(state, strings, actions)} ${levels(state, strings, actions)}
  ${state.narrow ? viewPad(state, strings, actions) : viewButtons(state, strings, actions)}
  ${homeAndWalk(state, walking, strings, actions)}
  ${state.camera.mode === "follow" ? followPad(state, strings, actions) : walking ? walkPad(strings, actions) : nothing}`;
}

const turns = ({ showing, camera }: State) => showing === "stage" && camera.mode === "fly";

/** What moves the view, at hand. */
function viewButtons(state: State, strings: Strings, actions: Actions): TemplateResult {
  return html`<div class="group">${zoomButtons(strings, actions)}</div>
    ${turns(state) ? pad(strings.turnAndTilt, compass(state), turnButtons(strings, actions)) : nothing}`;
}

/** The same behind one button, where the map is small. */
function viewPad(state: State, strings: Strings, actions: Actions): TemplateResult {
  const [sign, turning] = turns(state) ? [compass(state), turnButtons(strings, actions)] : [icon(ICONS.zoom), nothing];
  return pad(strings.viewPad, sign, html`${turning} ${homeButton(strings, actions)} ${zoomButtons(strings, actions)}`);
}

function zoomButtons(strings: Strings, actions: Actions): TemplateResult {
  return html`${button(strings.zoomIn, ICONS.plus, () => actions.zoom(ZOOM))}
  ${button(strings.zoomOut, ICONS.minus, () => actions.zoom(1 / ZOOM))}`;
}

function homeButton(strings: Strings, actions: Actions): TemplateResult {
  return button(strings.wholeVenue, ICONS.home, () => actions.showAll());
}

function homeAndWalk(state: State, walking: boolean, strings: Strings, actions: Actions): Part {
  const home = state.narrow ? nothing : homeButton(strings, actions);
  const label = walking ? strings.stopWalking : strings.walk;
  const walk = state.showing === "stage" ? button(label, ICONS.walk, () => actions.walk(!walking), walking) : nothing;
  const here = button(strings.whereAmI, ICONS.from, () => actions.openHere(), state.address.panel === "here");
  return html`<div class="group">${home} ${here} ${walk}</div>`;
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
      return html`<button
        type="button"
        aria-label=${spokenName(short, name)}
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

function compass({ camera }: State): TemplateResult {
  return html`<svg class="icon compass" viewBox="0 0 24 24" aria-hidden="true">
    <g transform="rotate(${-(camera.pose?.heading_deg ?? 0)} 12 12)">
      <path class="north" d="M12 2.5 15.5 12h-7L12 2.5Z" />
      <path d="M12 21.5 8.5 12h7L12 21.5Z" />
    </g>
  </svg>`;
}

/** Buttons in rows of three, behind one. */
function pad(label: string, sign: TemplateResult, buttons: TemplateResult): TemplateResult {
  return html`<details class="group pad-toggle">
    <summary aria-label=${label} title=${label}>${sign}</summary>
    <div class="pad">${buttons}</div>
  </details>`;
}

function turnButtons(strings: Strings, actions: Actions): TemplateResult {
  return html`${button(strings.turnLeft, ICONS.turnLeft, () => actions.turn(-TURN_DEG, 0))}
  ${button(strings.tiltUp, ICONS.chevronUp, () => actions.turn(0, -TILT_DEG))}
  ${button(strings.turnRight, ICONS.turnRight, () => actions.turn(TURN_DEG, 0))}
  ${button(strings.north, ICONS.compass, () => actions.northUp())}
  ${button(strings.tiltDown, ICONS.chevronDown, () => actions.turn(0, TILT_DEG))}`;
}

function walkPad(strings: Strings, actions: Actions): TemplateResult {
  const drive = (drive: Drive) => actions.drive(drive);
  return html`<div class="walk-pad" role="group" aria-label=${strings.walk}>
    ${hold(strings.turnLeft, ICONS.turnLeft, { turn: -1 }, drive)}
    ${hold(strings.forward, ICONS.up, { forward: 1 }, drive)}
    ${hold(strings.turnRight, ICONS.turnRight, { turn: 1 }, drive)}
    ${hold(strings.stepLeft, ICONS.left, { right: -1 }, drive)}
    ${hold(strings.backward, ICONS.down, { forward: -1 }, drive)}
    ${hold(strings.stepRight, ICONS.right, { right: 1 }, drive)}
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
