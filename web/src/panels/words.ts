// What the panels say that are loaded when they are asked for.

import type { Language } from "../strings/index.ts";

export interface Words {
  here: {
    label: string;
    hint: string;
    tap: string;
    forget: string;
    face: string;
    faces: string;
  };
  stop: {
    more(place: string): string;
    next(place: string): string;
    spare(minutes: number): string;
    appointment: string;
    skip: string;
    takeUp: string;
    skipped: string;
    amHere: string;
    remove: string;
  };
}

function inHours(minutes: number, hour: string, minute: string): string {
  const hours = Math.floor(minutes / 60);
  return `${hours > 0 ? `${hours} ${hour} ` : ""}${minutes % 60} ${minute}`;
}

const en: Words = {
  here: {
    label: "I am at",
    hint: "Booth number, name, code",
    tap: "Or tap the map where you stand.",
    forget: "Forget it",
    face: "Show which way I face",
    faces: "The arrow on the map shows which way you face. Steel in the halls may mislead it.",
  },
  stop: {
    more: (place) => `More for ${place}`,
    next: (place) => `Next stop: ${place}`,
    spare: (minutes) => `${inHours(minutes, "h", "min")} to spare`,
    appointment: "Appointment at",
    skip: "Skip it",
    takeUp: "Take it up again",
    skipped: "Skipped",
    amHere: "I am here now",
    remove: "Remove",
  },
};

const zhHans: Words = {
  here: {
    label: "我在",
    hint: "展位号、名称、编号",
    tap: "也可以在地图上点选您所在的位置。",
    forget: "清除位置",
    face: "显示我面对的方向",
    faces: "地图上的箭头表示您面对的方向。馆内钢结构可能使其不准。",
  },
  stop: {
    more: (place) => `${place}的更多选项`,
    next: (place) => `下一站：${place}`,
    spare: (minutes) => `空闲 ${inHours(minutes, "小时", "分钟")}`,
    appointment: "约定时间",
    skip: "先跳过",
    takeUp: "恢复",
    skipped: "已跳过",
    amHere: "我现在在这里",
    remove: "移除",
  },
};

export const WORDS: Record<Language, Words> = { en, "zh-Hans": zhHans };
