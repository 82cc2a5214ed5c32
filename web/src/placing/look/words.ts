// What only the view in 3D says.

import type { Language } from "../../strings/languages.ts";
import type { Standpoint } from "./standpoints.ts";

export interface Words {
  sight: string;
  keys: string;
  from: string;
  standpoints: Record<Standpoint, string>;
  neighbours: string;
  opening: string;
  unsupported: string;
  failed: string;
  again: string;
  forward: string;
  back: string;
  turnLeft: string;
  turnRight: string;
}

const en: Words = {
  sight: "The stand in 3D",
  keys: "A part that is chosen is moved by the arrow keys, with Shift by 1 m, turned by R and removed by Delete. Otherwise arrow keys and W, A, S, D move the view, + and − bring it nearer and farther.",
  from: "Seen from",
  standpoints: { "3d": "All round", aisle: "From the aisle", neighbour: "As a neighbour", above: "From above" },
  neighbours: "Neighbours",
  opening: "The hall is being loaded …",
  unsupported: "This browser cannot show the stand in 3D.",
  failed: "The view in 3D has stopped. Your design is kept.",
  again: "Try again",
  forward: "Walk forwards",
  back: "Walk backwards",
  turnLeft: "Look left",
  turnRight: "Look right",
};

const zhHans: Words = {
  sight: "展位三维视图",
  keys: "选中构件后：方向键移动，加 Shift 移动 1 米；R 键旋转，Delete 键删除。未选中时，方向键及 W、A、S、D 键移动视角，+、− 键缩放。",
  from: "视角",
  standpoints: { "3d": "环绕", aisle: "从通道看", neighbour: "从邻位看", above: "俯视" },
  neighbours: "相邻展位",
  opening: "正在加载展馆…",
  unsupported: "此浏览器无法显示三维视图。",
  failed: "三维视图已停止。您的设计已保留。",
  again: "重试",
  forward: "向前走",
  back: "向后走",
  turnLeft: "向左看",
  turnRight: "向右看",
};

export const WORDS: Record<Language, Words> = { en, "zh-Hans": zhHans };
