// What is said of arranging parts, of measuring, and on paper.

import type { FixtureKind } from "../../bindings/FixtureKind.ts";
import type { Language } from "../../strings/languages.ts";
import type { BoothKind } from "../messages.ts";
import type { Alignment } from "./arrange.ts";

interface Words {
  arrange: string;
  how: string;
  align: Record<Alignment, string>;
  distribute: readonly [across: string, along: string];
  measureKeys: string;
  firstPoint: string;
  clear: string;
  inAll(length: string): string;
  round(length: string): string;
  stand: string;
  several(count: number): string;
  covers(area: string): string;
  heights(from: string, to: string): string;
  drawnAt(scale: number): string;
  standKinds: Record<BoothKind, string>;
  sidesOpen(count: number): string;
  ceiling(hall: string): string;
  aisle(name: string, width: string): string;
  besideStand(id: string): string;
  openFloor: string;
  near: Partial<Record<FixtureKind, string>>;
  onStand: string;
  rules: string;
  atLeast(value: string): string;
  atMost(value: string): string;
}

export const WORDS: Record<Language, Words> = {
  en: {
    arrange: "Align",
    how: "Choose two or more here, or in the drawing with Shift or a long press. What is locked stays, and the others go to it.",
    align: { left: "Left", center: "Centre", right: "Right", top: "Top", middle: "Middle", bottom: "Bottom" },
    distribute: ["Same gaps across", "Same gaps up and down"],
    measureKeys:
      "Measure: arrow keys move the cross by 10 cm, with Shift by 1 m. S takes it to the nearest corner, Enter sets a point, Backspace takes one back, Escape ends it.",
    firstPoint: "Set the first point",
    clear: "Clear",
    inAll: (length) => `${length} in all`,
    round: (length) => `${length} round`,
    stand: "Stand",
    several: (count) => `${count} parts`,
    covers: (area) => `floor ${area}`,
    heights: (from, to) => `${from} to ${to} high`,
    drawnAt: (scale) => `drawn 1:${scale}`,
    standKinds: { shell_scheme: "shell scheme", raw_space: "raw space" },
    sidesOpen: (count) => (count === 1 ? "1 side open" : `${count} sides open`),
    ceiling: (hall) => `Ceiling, ${hall}`,
    aisle: (name, width) => `${name}, ${width} wide`,
    besideStand: (id) => `stand ${id}`,
    openFloor: "open floor",
    near: { column: "Nearest column", hydrant: "Nearest hydrant", shutter: "Nearest fire shutter" },
    onStand: "on the stand",
    rules: "Rules for this stand",
    atLeast: (value) => `at least ${value}`,
    atMost: (value) => `at most ${value}`,
  },
  "zh-Hans": {
    arrange: "对齐",
    how: "在此选择两个或更多部件，或在图中按住 Shift 键点选或长按选择。已锁定的部件不动，其他部件与其对齐。",
    align: { left: "左对齐", center: "左右居中", right: "右对齐", top: "上对齐", middle: "上下居中", bottom: "下对齐" },
    distribute: ["横向等距", "纵向等距"],
    measureKeys:
      "测量：方向键移动十字 10 厘米，加 Shift 移动 1 米；S 键移到最近的角点，Enter 键设点，Backspace 键撤回一点，Esc 键结束。",
    firstPoint: "请设第一点",
    clear: "清除",
    inAll: (length) => `共 ${length}`,
    round: (length) => `周长 ${length}`,
    stand: "展位",
    several: (count) => `${count} 个部件`,
    covers: (area) => `占地 ${area}`,
    heights: (from, to) => `高 ${from} 至 ${to}`,
    drawnAt: (scale) => `比例 1:${scale}`,
    standKinds: { shell_scheme: "标准展位", raw_space: "光地" },
    sidesOpen: (count) => `${count} 面开口`,
    ceiling: (hall) => `${hall}净高`,
    aisle: (name, width) => `${name}，宽 ${width}`,
    besideStand: (id) => `展位 ${id}`,
    openFloor: "空地",
    near: { column: "最近的立柱", hydrant: "最近的消火栓", shutter: "最近的防火卷帘" },
    onStand: "在展位内",
    rules: "适用于此展位的规定",
    atLeast: (value) => `不小于 ${value}`,
    atMost: (value) => `不大于 ${value}`,
  },
};
