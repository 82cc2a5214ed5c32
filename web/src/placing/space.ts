// The way to the view in 3D, which not everyone wants: it is loaded with the first look, and stays then.

import { type TemplateResult, html, nothing } from "lit";
import type { BoothId } from "../bindings/BoothId.ts";
import type { DesignMark } from "../bindings/DesignMark.ts";
import type { Part } from "../bindings/Part.ts";
import type { Point } from "../bindings/Point.ts";
import type { Language } from "../strings/languages.ts";
import { icon } from "../icons.ts";
import { download } from "./exchange.ts";
import type { Look, LookHost } from "./look/index.ts";
import type { Standpoint } from "./look/standpoints.ts";
import type { Designed, Shown } from "./shown.ts";

const RULER = "M3 15.5 15.5 3 21 8.5 8.5 21 3 15.5ZM6.5 12l2 2M9.5 9l3 3M12.5 6l2 2";
const PICTURE = "M4 8h4l1.5-3h5L16 8h4v11H4V8Zm8 2a3.5 3.5 0 1 0 .01 0";

export interface SpaceHost {
  readonly venue: string | undefined;
  readonly stand: BoothId;
  readonly language: Language;
  /** As the address has it. */
  readonly look: string | undefined;
  looked(look: string | undefined): void;
  /** It did not arrive. */
  missing(): void;
  /** Takes hold of a part; whether that is possible. */
  hold(part: Part, at: Point): boolean;
  carry(to: Point): void;
  drop(): void;
  choose(part: string | undefined): void;
  key(event: KeyboardEvent, part: Part): void;
  show(): void;
}

export class Space {
  /** What it is shown in. */
  readonly element = document.createElement("div");
  from: Standpoint | undefined;
  private look: Look | undefined;
  private loading: Promise<void> | undefined;
  private shown: Shown | undefined;

  constructor(private readonly host: SpaceHost) {
    this.element.className = "look";
    this.from = host.look as Standpoint | undefined;
  }

  see(from: Standpoint | undefined): void {
    this.from = from;
    this.host.looked(from);
    this.host.show();
  }

  stop(): void {
    this.look?.stop();
  }

  show(shown: Shown, atRest: boolean): void {
    this.shown = shown;
    const { sketch, models, designed, chosen } = shown;
    if (!this.from) return;
    if (!this.look) return void (this.loading ??= this.load());
    this.look.show({
      design: sketch.design,
      atRest,
      part: chosen.part,
      marks: marksOf(designed, chosen.finding),
      models: models.of(sketch.design),
      dark: document.documentElement.dataset.appearance === "dark",
      from: this.from,
    });
  }

  /** Of what is seen now. */
  async takePicture(drawing: Element | null): Promise<void> {
    if (this.from) {
      await this.loading;
      return this.look?.takePicture();
    }
    const program = await this.program();
    const file = drawing && (await program?.pictureOf(drawing as SVGSVGElement));
    if (file) this.keep(file);
  }

  private program() {
    return import("./look/index.ts").catch(() => this.host.missing());
  }

  private async load(): Promise<void> {
    const program = await this.program();
    this.loading = undefined;
    if (!program) return this.see(undefined);
    this.from = program.STANDPOINTS.find((each) => each === this.from) ?? "3d";
    this.look = new program.Look(this.element, this.over());
    this.host.show();
  }

  private over(): LookHost {
    const { host } = this;
    const { venue, stand, language } = host;
    const { ground, axes, sketch } = this.shown as Shown;
    return {
      venue,
      stand,
      language,
      ground,
      grasped: (id, at) => {
        const part = sketch.part(id);
        return part !== undefined && host.hold(part, axes.own(at));
      },
      moved: (to) => host.carry(axes.own(to)),
      dropped: () => host.drop(),
      tapped: (part) => host.choose(part),
      key: (event) => {
        const part = sketch.part(this.shown?.chosen.part);
        if (part) host.key(event, part);
        return event.defaultPrevented;
      },
      chosen: (from) => this.see(from),
      pictured: (file) => this.keep(file),
    };
  }

  private keep(file: Blob): void {
    download(file, `stand-${this.host.stand}.png`);
  }
}

/** Plan or 3D, what measures on the plan, and a picture of either. */
export function views(space: Space, shown: Shown, drawing: () => Element | null): TemplateResult {
  const { words, tape } = shown;
  const view = (text: string, seen: boolean, from?: "3d") =>
    html`<button type="button" aria-pressed=${seen} @click=${() => !seen && space.see(from)}>${text}</button>`;
  return html`<div class="views">
    <div class="either" role="group" aria-label=${words.view}>
      ${view(words.plan, !space.from)} ${view(words.space, !!space.from, "3d")}
    </div>
    ${
      tape && !space.from
        ? html`<button
            class="tool"
            type="button"
            id="placing-measure"
            aria-pressed=${tape.measuring}
            aria-label=${words.measure}
            title=${words.measure}
            @click=${() => tape.toggle(shown)}
          >
            ${icon(RULER)}
          </button>`
        : nothing
    }
    <button
      class="tool"
      type="button"
      aria-label=${words.picture}
      title=${words.picture}
      @click=${() => void space.takePicture(drawing())}
    >
      ${icon(PICTURE)}
    </button>
  </div>`;
}

function marksOf(designed: Designed | undefined, chosen: number | undefined): DesignMark[] {
  const found = designed?.report.findings ?? [];
  return found.map(({ mark: { borders, from_m, to_m }, severity }, index) => ({
    borders,
    from_m,
    to_m,
    severity,
    chosen: index === chosen,
  }));
}
