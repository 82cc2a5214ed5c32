// The exhibitor's view: a stand, what is built on it, and what the venue's rules say of that.

import { type TemplateResult, html, nothing, render } from "lit";
import type { BoothId } from "../bindings/BoothId.ts";
import type { KitRow } from "../bindings/KitRow.ts";
import type { Design } from "../bindings/Design.ts";
import type { Part } from "../bindings/Part.ts";
import type { PartId } from "../bindings/PartId.ts";
import type { PartKind } from "../bindings/PartKind.ts";
import type { PlacementCommand } from "../bindings/PlacementCommand.ts";
import type { Point } from "../bindings/Point.ts";
import { ICONS, icon } from "../icons.ts";
import type { Language } from "../strings/languages.ts";
import { Axes, type Box } from "./axes.ts";
import { Checking } from "./checking.ts";
import { DeskClient } from "./client.ts";
import { drawing } from "./drawing.ts";
import { Exchange } from "./exchange.ts";
import { expectFile } from "./given.ts";
import { bounds } from "./ground.ts";
import { Hand } from "./hand.ts";
import { Insight } from "./insight.ts";
import { Keeper, textOf } from "./keeping.ts";
import { historyKey, partKey } from "./keys.ts";
import { findings, partList, shelf } from "./lists.ts";
import { Models } from "./models.ts";
import { type Notice, notices } from "./notices.ts";
import type { FromDesk, Ground } from "./messages.ts";
import type { Slots } from "./extras/slots.ts";
import type { Tape } from "./extras/tape.ts";
import type { Shown, View } from "./shown.ts";
import { seen } from "./seen.ts";
import { Space, views } from "./space.ts";
import { frameOf } from "./shapes.ts";
import { Sketch } from "./sketch.ts";
import { tools } from "./tools.ts";
import { Turn } from "./turn.ts";
import { WORDS, type Words } from "./words.ts";

/** What it needs to know, and whom it tells. */
interface PlacingHost {
  readonly venue: string | undefined;
  readonly stand: BoothId;
  readonly language: Language;
  /** Of the link that led here. */
  readonly hash: string;
  /** From where the stand is looked at. */
  readonly look: string | undefined;
  looked(look: string | undefined): void;
  /** The person is done: the stand's card is next. */
  closed(): void;
  /** Another stand was meant. */
  open(stand: BoothId): void;
}

/** What is new is so far from anything else. */
const APART_M = 0.1;

export class Placing implements View {
  readonly models: Models;
  readonly words: Words;
  private readonly dialog = document.createElement("dialog");
  private readonly desk: DeskClient;
  private readonly resized = new ResizeObserver(() => this.measure());
  keeper: Keeper | undefined;
  private kept: boolean | undefined;
  private ground: Ground | undefined;
  axes: Axes | undefined;
  around: readonly Box[] = [];
  sketch: Sketch | undefined;
  private readonly insight: Insight;
  private heat = false;
  private turn: Turn | undefined;
  mine = true;
  private swept = false;
  kit: readonly KitRow[] = [];
  private readonly checking: Checking;
  private chosen: Shown["chosen"] = {};
  private picked: ReadonlySet<PartId> = new Set();
  scale = 40;
  private notice: Notice | undefined;
  private readonly exchange = new Exchange(this);
  slots: Slots | undefined;
  readonly hand = new Hand(this);
  /** Nothing until they arrive, and `null` if they do not. */
  private extras: typeof import("./extras/index.ts") | null | undefined;
  private tape: Tape | undefined;
  private readonly space: Space;
  /** The browser lays paper out. */
  private printing = false;
  private readonly over = new AbortController();

  constructor(private readonly host: PlacingHost) {
    this.words = WORDS[host.language];
    this.dialog.className = "placing";
    this.dialog.setAttribute("aria-labelledby", "placing-title");
    this.dialog.addEventListener("cancel", (event) => {
      // Who chooses no file after all stays here.
      if (event.target !== this.dialog) return;
      event.preventDefault();
      if (this.space.from || !this.tape?.leave()) this.close();
    });
    this.dialog.addEventListener("keydown", (event) => historyKey(event, this.sketch));
    document.body.append(this.dialog);
    this.desk = new DeskClient(host.venue, host.stand, {
      opened: (message) => void this.opened(message),
      unreachable: (details) => this.tell({ title: this.words.unreachable, text: details, deed: this.again() }),
      failed: (gaveUp) => {
        if (gaveUp) this.tell({ title: this.words.failed, deed: this.again() });
      },
    });
    const ask = (command: PlacementCommand) => this.desk.ask(command);
    this.models = new Models(ask);
    this.insight = new Insight(host.venue, this);
    this.checking = new Checking(this, ask);
    this.space = new Space({
      venue: host.venue,
      stand: host.stand,
      language: host.language,
      look: host.look,
      looked: (look) => host.looked(look),
      missing: () => this.tell({ title: this.words.spaceMissing }),
      hold: (part, at) => this.hand.hold(part, at),
      carry: (to) => this.hand.carry(to),
      drop: () => this.hand.drop(),
      choose: (part) => (part === undefined ? this.chooseNothing() : this.choosePart(part)),
      key: (event, part) => this.key(event, part),
      show: () => {
        this.show();
        this.measure();
      },
    });
    for (const type of ["dragover", "dragleave", "drop"] as const) {
      this.dialog.addEventListener(type, (event) => this.dropped(event));
    }
    for (const type of ["beforeprint", "afterprint"] as const) {
      addEventListener(type, () => this.print(type === "beforeprint"), { signal: this.over.signal });
    }
    this.desk.start();
    this.show();
    this.dialog.showModal();
    this.resized.observe(this.dialog);
  }

  /** Ends it; whether the address has changed is the page's matter. */
  end(): void {
    this.keeper?.flush();
    this.insight.stop();
    this.turn?.stop();
    this.desk.stop();
    this.space.stop();
    this.resized.disconnect();
    this.over.abort();
    this.dialog.close();
    this.dialog.remove();
  }

  choosePart(part: PartId): void {
    if (this.chosen.part === part) return;
    this.chosen = { part };
    this.show();
  }

  chooseNothing(): void {
    if (this.chosen.part === undefined && this.chosen.finding === undefined) return;
    this.chosen = {};
    this.show();
  }

  chooseFinding(finding: number): void {
    const again = this.chosen.finding === finding;
    const part = this.checking.designed?.report.findings[finding]?.parts[0];
    this.chosen = again ? {} : { finding, part };
    this.show();
    if (!again) this.find(`[data-finding="${finding}"]`)?.scrollIntoView({ block: "nearest" });
  }

  key(event: KeyboardEvent, part: Part): void {
    partKey(event, part, this);
  }

  toNumbers(): void {
    this.find(".fields input:enabled")?.focus();
  }

  add(kind: PartKind): void {
    this.place((sketch, at) => sketch.add(kind, at));
  }

  chooseFiles(): void {
    expectFile();
    this.find("input[type=file]")?.click();
  }

  toggleHeat(): void {
    this.heat = !this.heat;
    this.show();
    this.measure();
  }

  get stand(): BoothId {
    return this.host.stand;
  }

  get language(): Language {
    return this.host.language;
  }

  get design(): Design | undefined {
    return this.sketch?.design;
  }

  /** Puts something new where nothing else is. */
  place(add: (sketch: Sketch, at: Point) => PartId): void {
    const { sketch, axes } = this;
    if (!sketch || !axes) return;
    const [left, low, right, high] = bounds(axes.footprint);
    let [x, y] = axes.snapped([(left + right) / 2, (low + high) / 2], [0, 0], 0);
    const taken = ([a, b]: Point) => Math.hypot(a - x, b - y) < APART_M;
    while (sketch.design.parts.some(({ at }) => taken(at))) [x, y] = [x + 0.5, y - 0.5];
    const id = add(sketch, [x, y]);
    this.choosePart(id);
    this.find(`[data-part="${CSS.escape(id)}"]`)?.focus();
  }

  tell(notice: Notice | undefined): void {
    this.notice = notice;
    this.show();
  }

  select(part: PartId): void {
    this.chosen = this.chosen.part === part && this.chosen.finding === undefined ? {} : { part };
    this.show();
  }

  pick(part: PartId): void {
    const picked = new Set(this.picked);
    if (!picked.delete(part)) picked.add(part);
    this.picked = picked;
    this.show();
  }

  remove(part: Part): void {
    if (part.locked) return;
    this.sketch?.remove(part.id);
    this.chosen = {};
    this.show();
    this.find("#placing-undo")?.focus();
  }

  private async opened({ event, ground }: Extract<FromDesk, { kind: "opened" }>): Promise<void> {
    const { words } = this;
    const { stand } = this.host;
    if (this.sketch) {
      this.notice = undefined;
      await this.models.tellAgain();
      return this.checking.check();
    }
    if (event.type !== "venue_opened") {
      const text = event.type === "venue_refused" ? event.details : undefined;
      return this.tell({ title: words.unreachable, text, deed: this.again() });
    }
    const listed = await this.desk.ask("list_kit");
    const started = await this.desk.ask({ start_design: { stand } });
    if (started?.type === "stand_unknown") {
      const { meant } = started;
      const deed = meant === null ? undefined : { text: words.meant(meant), act: () => this.host.open(meant) };
      return this.tell({ title: words.unknown(stand), deed });
    }
    // A desk that died over it is followed by another.
    if (!ground || listed?.type !== "kit_listed" || started?.type !== "designed") return;
    this.kit = listed.kit;
    this.ground = ground;
    const axes = new Axes(ground.footprint);
    this.axes = axes;
    this.around = [...ground.stands, ...ground.fixtures].map(({ footprint }) => axes.box(footprint));
    this.keeper = new Keeper(
      ground.venue,
      stand,
      (kept) => {
        this.kept = kept;
        this.show();
      },
      (text) => void this.lay(text),
    );
    this.turn = new Turn(this.keeper.lock, (mine) => this.turned(mine));
    await this.keeper.recover();
    const before = this.keeper.read();
    const found = before === undefined ? started : await this.desk.ask({ read_design: { text: before } });
    const ours = found?.type === "designed" && found.design.stand === stand;
    if (before !== undefined && !ours) {
      this.keeper.setAside(before);
      this.notice = { title: words.unreadable };
    }
    const { design } = ours ? found : started;
    await this.models.fetch(design);
    this.sketch = new Sketch(design, () => this.changed());
    if (before !== undefined && ours) this.kept = true;
    this.turn.start();
    this.show();
    this.measure();
    void this.loadExtras();
    void this.checking.check();
  }

  private async loadExtras(): Promise<void> {
    this.extras = undefined;
    this.show();
    this.extras = await import("./extras/index.ts").catch(() => null);
    if (this.extras) {
      this.tape = new this.extras.Tape(this);
      this.slots = new this.extras.Slots(this);
      void this.slots.offer(this.host.hash);
    }
    this.show();
  }

  lay(text: string): Promise<void> {
    return this.checking.lay(text);
  }

  take(text: string): Promise<void> {
    return this.checking.take(text);
  }

  private turned(mine: boolean): void {
    this.mine = mine;
    // Before anything is done here that could be undone.
    if (mine && !this.swept) void this.models.dropUnused();
    this.swept ||= mine;
    if (this.sketch) this.sketch.frozen = !mine;
    // What the other tab did last.
    const text = mine ? this.keeper?.read() : undefined;
    if (text !== undefined && this.design && text !== textOf(this.design)) void this.lay(text);
    this.show();
  }

  private changed(): void {
    const { sketch } = this;
    if (!sketch) return;
    this.slots?.forget();
    if (this.mine) this.keeper?.keep(sketch.design);
    if (this.chosen.finding !== undefined) this.chosen = { part: this.chosen.part };
    this.show();
    void this.checking.check();
  }

  checked(): void {
    this.insight.later(() => this.hand.holds);
  }

  private dropped(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dialog.toggleAttribute("data-dropping", event.type === "dragover");
    expectFile();
    if (event.type === "drop") void this.exchange.give([...event.dataTransfer.files]);
  }

  private close(): void {
    this.end();
    this.host.closed();
  }

  private again(): Notice["deed"] {
    return {
      text: this.words.again,
      act: () => {
        this.notice = undefined;
        this.desk.start();
        this.show();
      },
    };
  }

  find<T extends HTMLElement>(selector: string): T | null {
    return this.dialog.querySelector<T>(selector);
  }

  /** Words and targets are as large on every drawing. */
  measure(): void {
    const box = this.find(".drawing")?.getBoundingClientRect();
    const shown = this.shown();
    if (!box?.width || !shown) return;
    const [, , width, height] = frameOf(shown);
    const scale = Math.min(box.width / width, box.height / height);
    if (Math.abs(scale - this.scale) < 0.01) return;
    this.scale = scale;
    this.show();
  }

  private shown(): Shown | undefined {
    const { ground, axes, sketch, keeper, checking } = this;
    if (!ground || !axes || !sketch || !keeper) return undefined;
    return {
      words: this.words,
      language: this.language,
      ground,
      axes,
      sketch,
      models: this.models,
      kit: this.kit,
      designed: checking.designed,
      chosen: this.chosen,
      picked: this.picked,
      scale: this.scale,
      checking: checking.busy,
      insight: this.insight,
      heat: this.heat,
      keeper,
      shared: this.slots?.shared,
      tape: this.tape,
    };
  }

  show(): void {
    const { words } = this;
    const shown = this.shown();
    render(
      html`<header>
          <div class="title">
            <h2 id="placing-title" tabindex="-1" autofocus>${words.title(this.host.stand)}</h2>
            <small role="status"
              >${this.exchange.reading ? words.reading(this.exchange.reading) : this.kept ? words.kept : nothing}</small
            >
          </div>
          ${shown ? tools(shown.sketch, this.exchange, () => this.chooseFiles(), words) : nothing}
          <button
            class="tool"
            type="button"
            aria-label=${words.close}
            title=${words.close}
            @click=${() => this.close()}
          >
            ${icon(ICONS.clear)}
          </button>
        </header>
        ${this.notices()}
        ${
          shown
            ? html`<div class="board" data-drop=${words.dropHere}>
                  ${this.space.from ? this.space.element : drawing(shown, this)}
                  ${views(this.space, shown, () => this.find(".drawing"))}
                  ${this.space.from ? nothing : this.tape?.told(shown)}
                </div>
                ${this.printing ? this.sheet(shown) : nothing}
                <div
                  class="lists"
                  @input=${({ target }: Event) => (target as HTMLElement).toggleAttribute("data-typed", true)}
                  @change=${({ target }: Event) => (target as HTMLElement).toggleAttribute("data-typed", false)}
                >
                  <p class="hint" id="placing-keys">${words.drawingKeys}</p>
                  <div class="about">${this.extras?.stand(shown)}</div>
                  ${shelf(shown, this)} ${findings(shown, this)} ${seen(shown, this)} ${partList(shown, this)}
                  ${this.extras?.arranging(shown, this)} ${this.extras?.designs(shown, this)}
                </div>`
            : this.notice
              ? nothing
              : html`<p class="hint opening">${words.opening}</p>`
        }`,
      this.dialog,
    );
    if (shown) this.space.show(shown, !this.hand.holds);
  }

  private print(printing: boolean): void {
    this.printing = printing;
    this.show();
  }

  /** Nothing of it is chosen on paper. */
  private sheet(shown: Shown): TemplateResult | undefined {
    const plain: Shown = { ...shown, chosen: {}, picked: new Set(), heat: false, tape: undefined };
    return this.extras?.sheet(plain, (scale) => drawing({ ...plain, scale }, this));
  }

  private notices(): TemplateResult {
    const { notice, words } = this;
    const list = notice ? [notice] : [];
    const takeOver = { text: words.takeOver, act: () => this.turn?.take() };
    const ask = { text: words.again, act: () => void this.loadExtras() };
    if (this.extras === null) list.push({ title: words.extrasMissing, text: words.extrasRest, deed: ask });
    if (!this.mine) list.unshift({ title: words.elsewhere, deed: takeOver });
    if (this.kept === false) list.unshift({ title: words.notKept, deed: this.exchange.deed() });
    return notices(list, words.dismiss, () => this.tell(undefined));
  }
}
