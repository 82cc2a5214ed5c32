// What wasm-bindgen writes beside the bundles, as far as the workers use it.
interface ProgramOptions {
  module_or_path: string | URL | Request | Response | Promise<Response>;
}

declare module "*/guide.js" {
  export default function init(options: ProgramOptions): Promise<unknown>;
  export class Guide {
    constructor();
    /** Returns a `GuideEvent` as JSON. */
    open(bundle: Uint8Array): string;
    /** Takes the bytes of a `live.json`, returns a `GuideEvent` as JSON. */
    set_live(live: Uint8Array): string;
    /** Takes a `GuideCommand`, returns a `GuideEvent`, as JSON. */
    handle(command: string): string;
  }
}

declare module "*/placement.js" {
  export default function init(options: ProgramOptions): Promise<unknown>;
  export class Placement {
    constructor();
    /** Returns a `PlacementEvent` as JSON. */
    open(bundle: Uint8Array): string;
    practise(): void;
    /** Takes a `PlacementCommand`, returns a `PlacementEvent`, as JSON. */
    handle(command: string): string;
  }
}

declare module "*/workshop.js" {
  export default function init(options: ProgramOptions): Promise<unknown>;
  export function practise(): void;
  /** A file that somebody gave. */
  export class Given {
    constructor(name: string, bytes: Uint8Array);
    /** Returns a `FileEvent` as JSON. */
    event(): string;
    file(number: number): Uint8Array<ArrayBuffer>;
  }
  export class Packing {
    constructor();
    add(name: string, file: Uint8Array): void;
    finish(design: string): Uint8Array<ArrayBuffer>;
  }
}

declare module "*/stage.js" {
  export default function init(options: ProgramOptions): Promise<unknown>;
  export class Stage {
    /** Sizes in CSS pixels. */
    constructor(context: WebGL2RenderingContext, widthPx: number, heightPx: number, pixelRatio: number);
    /** Of the model that is added next: four bytes a texel, row by row. */
    add_picture(number: number, width: number, texels: Uint8Array): void;
    add_model(file: string, bytes: Uint8Array): void;
    /** A model that somebody made for a stand, as the desk wrote it. */
    add_own_model(name: string, glb: Uint8Array): void;
    /** Takes a `StageCommand` as JSON, in UTF-8. */
    handle(command: Uint8Array): void;
    /** What it holds on the GPU. */
    gpu_bytes(): number;
    /** Whether another frame is wanted. */
    frame(nowMs: number): boolean;
    /** What happened since the last call: a list of `StageEvent` as JSON. */
    take_events(): string;
  }
}
