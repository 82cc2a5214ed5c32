// What the desk says of the design, and of texts that are to become it.

import type { BoothId } from "../bindings/BoothId.ts";
import type { PlacementCommand } from "../bindings/PlacementCommand.ts";
import type { PlacementEvent } from "../bindings/PlacementEvent.ts";
import { textOf } from "./keeping.ts";
import type { Models } from "./models.ts";
import type { Notice } from "./notices.ts";
import type { Designed } from "./shown.ts";
import type { Sketch } from "./sketch.ts";
import type { Words } from "./words.ts";

interface CheckingHost {
  readonly stand: BoothId;
  readonly words: Words;
  readonly models: Models;
  readonly sketch: Sketch | undefined;
  chooseNothing(): void;
  tell(notice: Notice | undefined): void;
  show(): void;
  /** The desk has measured the newest design. */
  checked(): void;
}

export class Checking {
  /** The last answer. */
  designed: Designed | undefined;
  busy = false;
  private stale = false;

  constructor(
    private readonly host: CheckingHost,
    private readonly ask: (command: PlacementCommand) => Promise<PlacementEvent | undefined>,
  ) {}

  /** One question at a time: while one drags, only the newest design is worth an answer. */
  async check(): Promise<void> {
    const { host } = this;
    this.stale = true;
    if (this.busy) return;
    this.busy = true;
    while (this.stale && host.sketch) {
      this.stale = false;
      const { design } = host.sketch;
      const event = await this.read(JSON.stringify(design));
      if (event?.type === "designed") {
        this.designed = event;
        host.checked();
      } else if (event && this.designed && host.sketch.design === design) {
        host.tell(this.refusal(event));
        host.sketch.takeBack(this.designed.design);
      }
    }
    this.busy = false;
    host.show();
  }

  /** Another design, or the same as another tab has it. */
  async lay(text: string): Promise<void> {
    const { host } = this;
    const event = await this.read(text);
    if (!host.sketch || event?.type !== "designed") return host.tell(event && this.refusal(event));
    host.chooseNothing();
    await host.models.fetch(event.design);
    host.sketch.show(event.design);
  }

  /** A file's text becomes the design, or is refused and changes nothing. */
  async take(text: string): Promise<void> {
    const { host } = this;
    const { sketch, words } = host;
    if (!sketch) return;
    const event = await this.read(text);
    if (event?.type === "designed" && event.design.stand === host.stand) {
      host.chooseNothing();
      host.tell(undefined);
      if (textOf(event.design) !== textOf(sketch.design)) return sketch.set(event.design);
    } else if (!event) {
      host.tell({ title: words.failed });
    } else {
      const other = event.type === "designed" ? event.design.stand : event.type === "stand_unknown" && event.stand;
      host.tell(other ? { title: words.refused, text: words.otherStand(other, host.stand) } : this.refusal(event));
    }
    // The desk has the file's design now.
    void this.check();
  }

  private read(text: string): Promise<PlacementEvent | undefined> {
    return this.ask({ read_design: { text } });
  }

  private refusal(event: PlacementEvent): Notice {
    const { refused, newest } = this.host.words;
    if (event.type !== "design_refused") return { title: refused, text: newest };
    const { message, mend, pointer } = event;
    return { title: refused, text: [pointer, message, mend, newest].filter(Boolean).join(" ") };
  }
}
