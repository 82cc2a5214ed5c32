// What only a kiosk says.

import type { Language } from "../strings/languages.ts";

export interface Words {
  bar: string;
  startOver: string;
  stepFree: string;
  contrast: string;
  lower: string;
  touch: string;
  stillThere: string;
  forgets(seconds: number): string;
  goOn: string;
  takeAlong: string;
  code: string;
  unknown(id: string): string;
  unknownNext(ids: string[]): string;
  keyboard: string;
  space: string;
  backspace: string;
  letters: string;
  numbers: string;
  hide: string;
  candidates: string;
  onNow: string;
  now: string;
  next: string;
  mending: string;
  health: string;
  healthCode: string;
  close: string;
}

const en: Words = {
  bar: "This screen",
  startOver: "Start over",
  stepFree: "Step-free ways",
  contrast: "High contrast",
  lower: "Lower the controls",
  touch: "Touch to begin",
  stillThere: "Are you still there?",
  forgets: (seconds) => `In ${seconds} ${seconds === 1 ? "second" : "seconds"} this screen forgets what you did here.`,
  goOn: "Go on",
  takeAlong: "Take it along: scan with your phone",
  code: "QR code of this page",
  unknown: (id) => `This venue has no kiosk “${id}”.`,
  unknownNext: (ids) =>
    ids.length > 0 ? `It has ${ids.join(", ")}. Open one of these.` : "Its layout.json names none: add one there.",
  keyboard: "Keyboard",
  space: "Space",
  backspace: "Delete",
  letters: "ABC",
  numbers: "123",
  hide: "Hide the keyboard",
  candidates: "Words that fit",
  onNow: "On now and next",
  now: "Now",
  next: "Next",
  mending: "This screen is being mended. It comes back by itself.",
  health: "How this screen does",
  healthCode: "Code:",
  close: "Close",
};

const zhHans: Words = {
  bar: "本屏",
  startOver: "重新开始",
  stepFree: "无障碍路线",
  contrast: "高对比度",
  lower: "降低操作区",
  touch: "触摸屏幕开始",
  stillThere: "您还在吗？",
  forgets: (seconds) => `${seconds} 秒后，本屏将清除您的操作。`,
  goOn: "继续使用",
  takeAlong: "手机扫码带走",
  code: "本页面的二维码",
  unknown: (id) => `本场馆没有导览屏“${id}”。`,
  unknownNext: (ids) =>
    ids.length > 0 ? `现有：${ids.join("、")}。请打开其中之一。` : "layout.json 中没有导览屏，请先添加。",
  keyboard: "键盘",
  space: "空格",
  backspace: "删除",
  letters: "ABC",
  numbers: "123",
  hide: "收起键盘",
  candidates: "候选词",
  onNow: "当前与接下来的会议",
  now: "正在进行",
  next: "接下来",
  mending: "本屏正在维护，稍后将自动恢复。",
  health: "本屏运行状况",
  healthCode: "口令：",
  close: "关闭",
};

export const WORDS: Record<Language, Words> = { en, "zh-Hans": zhHans };
