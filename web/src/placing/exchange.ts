// Files in and out: designs, own models, and both in one.

import type { Design } from "../bindings/Design.ts";
import type { PartId } from "../bindings/PartId.ts";
import type { Point } from "../bindings/Point.ts";
import type { ReadModel } from "../bindings/ReadModel.ts";
import { type Language, say } from "../strings/languages.ts";
import { textOf } from "./keeping.ts";
import type { Models } from "./models.ts";
import type { Notice } from "./notices.ts";
import { type Sketch, round } from "./sketch.ts";
import type { Words } from "./words.ts";
import { pack, readGiven } from "./given.ts";

const LARGEST_FILE = 100 * 2 ** 20;

interface ExchangeHost {
  readonly stand: string;
  readonly language: Language;
  readonly words: Words;
  readonly models: Models;
  readonly design: Design | undefined;
  /** Whether this tab edits. */
  readonly mine: boolean;
  tell(notice: Notice | undefined): void;
  show(): void;
  /** Puts something new on the stand. */
  place(add: (sketch: Sketch, at: Point) => PartId): void;
  /** A file's text becomes the design, or is refused. */
  take(text: string): Promise<void>;
}

export class Exchange {
  /** The name of the file that is being read. */
  reading: string | undefined;

  constructor(private readonly host: ExchangeHost) {}

  async give(files: Iterable<File>): Promise<void> {
    if (!this.host.mine) return;
    for (const file of files) {
      if (this.reading) return;
      this.reading = file.name;
      this.host.tell(undefined);
      const notice = await this.read(file);
      this.reading = undefined;
      if (notice) return this.host.tell(notice);
      this.host.show();
    }
  }

  async exportFile(): Promise<void> {
    const { design, models, stand, words } = this.host;
    if (!design) return;
    const text = textOf(design);
    const own = models.of(design);
    const name = `design-${stand}`;
    if (own.length === 0) return download(new Blob([text], { type: "application/json" }), `${name}.json`);
    const file = await pack(text, own);
    if (file) download(new Blob([file], { type: "application/zip" }), `${name}.fairway.zip`);
    else this.host.tell({ title: words.packing, deed: this.deed() });
  }

  /** A button that exports. */
  deed(): Notice["deed"] {
    return { text: this.host.words.exportFile, act: () => void this.exportFile() };
  }

  /** What is to be said of it. */
  private async read(file: File): Promise<Notice | undefined> {
    const { words, language, models } = this.host;
    const refused = (text: string): Notice => ({ title: words.refused, text });
    if (file.size > LARGEST_FILE) return refused(words.tooBig);
    const given = await readGiven(file.name, await file.arrayBuffer());
    if (!given) return refused(words.tooMuch);
    const { event, files } = given;
    if (event.type === "file_refused") {
      const { message, mend, place } = event.refusal;
      return refused([say(message, language), place && `(${place})`, say(mend, language)].filter(Boolean).join(" "));
    }
    const own = event.models.map(({ keep_as: name, hull }, n) => ({ name, hull, file: files[n] ?? new Uint8Array() }));
    // They are shown before they are on the disk.
    const kept = Promise.all(own.map((model) => models.keep(model)));
    await Promise.all(own.map((model) => models.know(model)));
    const { design } = event;
    const notices = design === null ? event.models.map((model) => this.placeModel(model)) : [];
    if (design !== null) await this.host.take(renamed(design, event.models));
    return (await kept).includes(false) ? { title: words.modelNotKept, deed: this.deed() } : notices.find(Boolean);
  }

  private placeModel({ name, keep_as, hull, taken_as }: ReadModel): Notice | undefined {
    const { words } = this.host;
    const size = hull.size_m.map((metres) => Math.max(0.001, round(metres))) as typeof hull.size_m;
    this.host.place((sketch, at) => sketch.addModel(keep_as, name, size, at));
    if (!taken_as) return undefined;
    const [width = "", depth = "", height = ""] = size.map(String);
    return { title: words.size(width, depth, height), text: words.takenAs[taken_as] };
  }
}

/** A design names its models as the device keeps them. */
function renamed(text: string, models: readonly ReadModel[]): string {
  const names = new Map(models.map(({ name, keep_as }) => [name, keep_as]));
  if (models.every(({ name, keep_as }) => name === keep_as)) return text;
  try {
    const design = JSON.parse(text) as Design;
    const parts = design.parts.map((part) =>
      part.model ? { ...part, model: names.get(part.model) ?? part.model } : part,
    );
    return JSON.stringify({ ...design, parts });
  } catch {
    return text; // the desk says what is wrong with it
  }
}

export function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
