// What the panels of this folder say.

import type { Language } from "../strings/index.ts";

export interface Words {
  title: string;
  how: string;
  nothing: string;
  brings(stops: number, saved: number): string;
  withNotes: string;
  link: string;
  tooLong: string;
  share: string;
  offered: string;
  reading: string;
  unreadable: string;
  unreadableNext: string;
  newer: string;
  newerNext: string;
  otherVenue(venue: string): string;
  otherVenueNext: string;
  nothingOffered: string;
  /** `lacking`: how many of them the person does not have. */
  stops(count: number, lacking: number): string;
  saved(count: number, lacking: number): string;
  isNew: string;
  unknown(places: string[]): string;
  add: string;
  replace: string;
  refuse: string;
}

const counted = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

const en: Words = {
  title: "To another device",
  how: "Scan this with the other device’s camera, or open the link there. Nothing is stored on the way: the plan is in the link itself.",
  nothing: "There is nothing to hand over yet. Plan stops for your day or save something first.",
  brings: (stops, saved) =>
    [stops > 0 ? counted(stops, "stop", "stops") : "", saved > 0 ? `${saved} saved` : ""].filter(Boolean).join(" · "),
  withNotes: "With my notes",
  link: "Link",
  tooLong: "This is too much for a QR code. The link holds all of it.",
  share: "Share",
  offered: "A plan from another device",
  reading: "Reading the plan…",
  unreadable: "The plan in this link cannot be read.",
  unreadableNext: "The link may have been cut short. Make a new one on the other device. Nothing here is changed.",
  newer: "The plan in this link is of a newer kind than this page knows.",
  newerNext: "Reload the page to get its newest version, or make the link with the same version.",
  otherVenue: (venue) => `This plan is for another venue: “${venue}”.`,
  otherVenueNext: "Open it with that venue. Nothing here is changed.",
  nothingOffered: "This venue has nothing of what the plan holds.",
  stops: (number, lacking) => `${counted(number, "stop", "stops")}, ${lacking} new`,
  saved: (number, lacking) => `${number} saved, ${lacking} new`,
  isNew: "New",
  unknown: (places) => `Not at this venue, so left out: ${places.join(", ")}`,
  add: "Add to mine",
  replace: "Replace my day",
  refuse: "Do not take it",
};

const zhHans: Words = {
  title: "转到其他设备",
  how: "用另一台设备的相机扫描，或在那里打开链接。途中不存储任何内容：计划就在链接里。",
  nothing: "还没有可转交的内容。请先安排行程或收藏。",
  brings: (stops, saved) =>
    [stops > 0 ? `${stops} 站` : "", saved > 0 ? `${saved} 项收藏` : ""].filter(Boolean).join(" · "),
  withNotes: "包括我的备注",
  link: "链接",
  tooLong: "内容太多，二维码放不下。链接包含全部内容。",
  share: "分享",
  offered: "来自其他设备的计划",
  reading: "正在读取计划…",
  unreadable: "无法读取此链接中的计划。",
  unreadableNext: "链接可能不完整，请在另一台设备上重新生成。这里的内容没有改变。",
  newer: "此链接中的计划格式比本页面更新。",
  newerNext: "请刷新页面以获取最新版本，或用相同版本生成链接。",
  otherVenue: (venue) => `此计划属于另一个场馆：“${venue}”。`,
  otherVenueNext: "请在那个场馆中打开。这里的内容没有改变。",
  nothingOffered: "计划中的内容本场馆都没有。",
  stops: (number, lacking) => `${number} 站，其中 ${lacking} 站是新的`,
  saved: (number, lacking) => `${number} 项收藏，其中 ${lacking} 项是新的`,
  isNew: "新",
  unknown: (places) => `本场馆没有，已略去：${places.join("、")}`,
  add: "加入我的计划",
  replace: "替换我的行程",
  refuse: "不接受",
};

export const WORDS: Record<Language, Words> = { en, "zh-Hans": zhHans };
