// Type on the plan.

export interface Type {
  sizePx: number;
  weight: number;
}

const FAMILY = `system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`;
const LINE_HEIGHT = 1.25;

export const fontOf = ({ sizePx, weight }: Type) => `${weight} ${sizePx}px ${FAMILY}`;
export const lineHeight = ({ sizePx }: Type) => sizePx * LINE_HEIGHT;

/** Lines of text in one type. */
export interface Text {
  lines: readonly string[];
  type: Type;
}

export interface Size {
  width: number;
  height: number;
}

/** Measures text, and remembers. */
export class Measure {
  private readonly widths = new Map<string, number>();

  constructor(private readonly context: CanvasRenderingContext2D) {}

  size({ lines, type }: Text): Size {
    const width = Math.max(...lines.map((line) => this.width(line, type)));
    return { width, height: lines.length * lineHeight(type) };
  }

  private width(text: string, type: Type): number {
    const font = fontOf(type);
    const key = `${font}|${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.context.font = font;
      width = this.context.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }
}
