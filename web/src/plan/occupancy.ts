// Which parts of the screen are taken.

/** In CSS pixels: `[left, top, right, bottom]`. */
export type Box = readonly [number, number, number, number];

const CELL_PX = 64;

/** Boxes by cell, so that asking does not look at every one. */
export class Occupancy {
  private readonly cells = new Map<string, Box[]>();

  isFree(box: Box): boolean {
    return this.cellsOf(box).every((cell) => !this.cells.get(cell)?.some((other) => overlap(box, other)));
  }

  take(box: Box): void {
    for (const cell of this.cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  private cellsOf([left, top, right, bottom]: Box): string[] {
    const keys: string[] = [];
    for (let x = Math.floor(left / CELL_PX); x <= right / CELL_PX; x++) {
      for (let y = Math.floor(top / CELL_PX); y <= bottom / CELL_PX; y++) keys.push(`${x},${y}`);
    }
    return keys;
  }
}

export function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** A box of that size about a point, with some air. */
export function boxAbout(x: number, y: number, width: number, height: number, air = 0): Box {
  return [x - width / 2 - air, y - height / 2 - air, x + width / 2 + air, y + height / 2 + air];
}
