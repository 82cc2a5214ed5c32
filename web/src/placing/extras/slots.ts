// From one design of a stand to another, and to what one was before.

import type { Design } from "../../bindings/Design.ts";
import { type Keeper, textOf } from "../keeping.ts";
import type { Notice } from "../notices.ts";
import { type Shared, offerIn } from "./parcel.ts";
import type { Words } from "../words.ts";

interface SlotsHost {
  readonly stand: string;
  readonly words: Words;
  readonly keeper: Keeper | undefined;
  readonly design: Design | undefined;
  /** Whether this tab edits. */
  readonly mine: boolean;
  tell(notice: Notice | undefined): void;
  show(): void;
  /** Another design is on the desk from now on. */
  lay(text: string): Promise<void>;
  /** The design becomes that, as a step that can be undone. */
  take(text: string): Promise<void>;
}

export class Slots {
  /** The design in a link, until it changes. */
  shared: Shared | undefined;

  constructor(private readonly host: SlotsHost) {}

  open(slot: string): void {
    const keeper = this.hand();
    keeper?.turnTo(slot);
    if (keeper) void this.host.lay(keeper.read() ?? this.blank());
  }

  begin(copied: boolean): void {
    const { design, words } = this.host;
    const keeper = this.hand();
    if (!keeper || !design) return;
    keeper.turnTo(keeper.free());
    const name = words.design(keeper.open);
    void this.host.lay(copied ? JSON.stringify({ ...design, name }) : this.blank());
  }

  remove(): void {
    const { design, words } = this.host;
    const keeper = this.hand();
    if (!keeper || !design) return;
    keeper.flush();
    const gone = keeper.open;
    const next = keeper.slots().find(({ id }) => id !== gone);
    if (!next) return;
    this.open(next.id);
    keeper.forget(gone);
    const act = () => this.put(gone, textOf(design));
    this.host.tell({ title: words.deleted, deed: { text: words.undelete, act } });
  }

  restore(text: string): void {
    const keeper = this.hand();
    if (!keeper) return;
    keeper.flush();
    keeper.remember(text);
    void this.host.take(text);
  }

  share(shared: Shared): void {
    this.shared = shared;
    this.host.show();
  }

  /** The link has an earlier design. */
  forget(): void {
    this.shared = undefined;
  }

  /** What a link brings becomes a design of its own: nothing is written over. */
  async offer(hash: string): Promise<void> {
    const { words, keeper } = this.host;
    const text = await offerIn(hash);
    if (text === undefined || !keeper) return;
    if (text === false) return this.host.tell({ title: words.unreadableOffer });
    const act = () => this.put(keeper.free(), text);
    this.host.tell({ title: words.offered, deed: { text: words.takeOffer, act } });
  }

  private put(slot: string, text: string): void {
    this.host.tell(undefined);
    const keeper = this.hand();
    keeper?.turnTo(slot);
    if (keeper) void this.host.lay(text);
  }

  /** Nothing while another tab edits. */
  private hand(): Keeper | undefined {
    return this.host.mine ? this.host.keeper : undefined;
  }

  private blank(): string {
    const design: Design = { format: this.host.design?.format ?? "", stand: this.host.stand, parts: [] };
    return JSON.stringify(design);
  }
}
