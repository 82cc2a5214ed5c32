// What is said of arranging parts.

import type { Language } from "../../strings/languages.ts";
import type { Alignment } from "./arrange.ts";

interface Words {
  arrange: string;
  how: string;
  align: Record<Alignment, string>;
  distribute: readonly [across: string, along: string];
}

export const WORDS: Record<Language, Words> = {
  en: {
    arrange: "Align",
    how: "Choose two or more here, or with Shift in the drawing. What is locked stays, and the others go to it.",
    align: { left: "Left", center: "Centre", right: "Right", top: "Top", middle: "Middle", bottom: "Bottom" },
    distribute: ["Same gaps across", "Same gaps up and down"],
  },
  "zh-Hans": {
    arrange: "对齐",
    how: "在此选择两个或更多部件，或在图中按住 Shift 键选择。已锁定的部件不动，其他部件与其对齐。",
    align: { left: "左对齐", center: "左右居中", right: "右对齐", top: "上对齐", middle: "上下居中", bottom: "下对齐" },
    distribute: ["横向等距", "纵向等距"],
  },
};
