// What the page has to say beside what was asked: one line each, over the list, never over the map.

import { type TemplateResult, html, nothing } from "lit";
import { formatSince } from "../format.ts";
import { type News, news } from "../news.ts";
import { atVenue, nowAt } from "../programme.ts";
import { type ModelFault, type State, summaryOf } from "../state.ts";
import { type Strings, say } from "../strings/index.ts";
import type { Actions } from "./actions.ts";
import type { Part } from "./parts.ts";

export function notices(state: State, strings: Strings, actions: Actions): TemplateResult {
  return html`<div class="notices" role="status">
    ${networkNotice(state, strings)} ${newerNotice(state, strings, actions)}
    ${news(state, strings).map((each) => newsNotice(each, strings, actions))} ${guideNotice(state, strings, actions)}
    ${stageNotice(state, strings, actions)} ${savedNotice(state, strings, actions)}
    ${takenNotice(state, strings, actions)}
    ${state.stage.status === "loading" ? nothing : state.modelFaults.map((fault) => modelNotice(fault, state, strings, actions))}
  </div>`;
}

function notice(text: string, actions: Part = nothing): TemplateResult {
  return html`<div class="notice">
    <p>${text}</p>
    ${actions}
  </div>`;
}

/** How old what is closed may be before one is told. */
const STALE_MS = 600_000;

function networkNotice(state: State, { offlineNow, asOf }: Strings): Part {
  const { online, venue, live, language } = state;
  if (venue.status !== "open") return nothing;
  const stale = live && live.at < Date.now() - (online ? STALE_MS : 0);
  const then = stale ? atVenue(new Date(live.at), state) : undefined;
  const told = [online ? "" : offlineNow, then ? asOf(formatSince(then, nowAt(state) ?? "", language)) : ""];
  return told.some(Boolean) ? notice(told.filter(Boolean).join(" ")) : nothing;
}

/** A screen for anyone takes it by itself. */
function newerNotice({ newer, address }: State, strings: Strings, actions: Actions): Part {
  if (!newer || address.kiosk) return nothing;
  return notice(
    strings.newer,
    html`<button class="secondary" type="button" @click=${() => actions.reload()}>${strings.problems.reload}</button>`,
  );
}

function newsNotice({ text, place }: News, strings: Strings, actions: Actions): TemplateResult {
  return notice(
    text,
    html`${
        place
          ? html`<button class="secondary" type="button" @click=${() => actions.choose(place, "session")}>
              ${strings.kinds.session}
            </button>`
          : nothing
      } <button class="quiet" type="button" @click=${() => actions.markRead(text)}>${strings.dismiss}</button>`,
  );
}

function guideNotice({ guide }: State, { problems, retry }: Strings, actions: Actions): Part {
  switch (guide) {
    case "running":
      return nothing;
    case "restarting":
      return notice(problems.guideRestarting);
    case "down":
      return notice(
        `${problems.guideDown} ${problems.guideDownNext}`,
        html`<button class="secondary" type="button" @click=${() => actions.retryVenue()}>${retry}</button>`,
      );
  }
}

function stageNotice({ stage, venue, address }: State, strings: Strings, actions: Actions): Part {
  // Without a venue there is nothing to see in 3D: one trouble at a time.
  if (venue.status !== "open") return nothing;
  const again = (label: string) =>
    html`<button class="secondary" type="button" @click=${() => actions.retryStage()}>${label}</button>`;
  switch (stage.status) {
    case "off":
    case "ready":
      return nothing;
    case "offered":
      return notice(strings.saved3d, again(strings.load3d));
    case "loading":
      return html`<label class="progress"
        >${strings.loading3d}<progress max="1" value=${stage.fraction}></progress
      ></label>`;
    case "restarting":
      return notice(strings.restarting3d);
    case "bare":
      return notice(strings.bare3d, again(strings.retry));
    case "gave_up":
      return notice(strings.gaveUp3d, again(strings.retry));
    case "unsupported":
      return address.view === "3d" ? notice(strings.unsupported3d) : nothing;
  }
}

function savedNotice({ savedTrouble }: State, strings: Strings, actions: Actions): Part {
  if (!savedTrouble) return nothing;
  return notice(
    strings.savedTroubles[savedTrouble],
    html`<button class="quiet" type="button" @click=${() => actions.dismissSavedTrouble()}>${strings.dismiss}</button>`,
  );
}

function takenNotice({ taken }: State, { handover, undo }: Strings, actions: Actions): Part {
  if (!taken) return nothing;
  return notice(
    taken.replaced ? handover.replaced : handover.added,
    html`<button class="secondary" type="button" id="return-plan" @click=${() => actions.returnPlan()}>
      ${undo}
    </button>`,
  );
}

function modelNotice({ file, fault }: ModelFault, state: State, strings: Strings, actions: Actions): TemplateResult {
  const summary = summaryOf(state);
  const units = summary?.models.find((model) => model.file === file)?.units ?? [];
  const named = summary?.units.filter(({ id }) => units.includes(id)) ?? [];
  const name = named.map((unit) => say(unit.name, state.language)).join(", ") || file;
  const dismiss = html`<button class="quiet" type="button" @click=${() => actions.dismissFault(file)}>
    ${strings.dismiss}
  </button>`;
  if (fault.kind === "unknown_booths") return notice(strings.unknownBooths(name, fault.count), dismiss);
  return notice(
    strings.brokenModel(name),
    html`<small lang="en">${fault.message}</small>
      <button class="secondary" type="button" @click=${() => actions.retryModel(file)}>${strings.retry}</button>
      ${dismiss}`,
  );
}
