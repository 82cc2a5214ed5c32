// What happens when, on the venue's clock, and from there into the calendar of a person's own.
import { readFile } from "node:fs/promises";
import { instantOf, writeCalendar } from "../../web/src/calendar.ts";
import { expect, saveBefore, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

const NOW = new Date("2026-11-01T08:30:15.250Z");

function calendar(title: string): string {
  const session = {
    id: "s-1",
    title: { en: title },
    room: "room-1",
    room_name: { en: "Room 1; left, upstairs" },
    track: null,
    start: "2026-12-10T09:30",
    end: "2026-12-10T10:30",
  };
  const of = { venue: "fair", timeZone: "Asia/Shanghai", words: (text: Record<string, string>) => text.en ?? "" };
  return writeCalendar([session], { ...of, link: () => "https://fair.example/?place=s-1" }, NOW);
}

test.describe("a calendar file @desktop", () => {
  test("has a stable id, moments in UTC and escaped text", () => {
    const text = calendar("Lifts, stairs; and \\ ramps\nfor all");
    expect(text.split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Fairway//EN",
      "BEGIN:VEVENT",
      "UID:s-1@fair.fairway",
      "DTSTAMP:20261101T083015Z",
      "DTSTART:20261210T013000Z",
      "DTEND:20261210T023000Z",
      "SUMMARY:Lifts\\, stairs\\; and \\\\ ramps\\nfor all",
      "LOCATION:Room 1\\; left\\, upstairs",
      "URL:https://fair.example/?place=s-1",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  test("has lines of 75 bytes at most, cut between characters", () => {
    const title = "关于报关软件，采购商都在问什么🙂".repeat(9);
    const text = calendar(title);
    const lines = text.split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:${title}\r\n`);
    expect(text).not.toMatch(/[^\r]\n/);
  });

  test("knows summer time", () => {
    const at = (time: string) => instantOf(time, "Europe/Berlin").toISOString();
    expect(at("2026-03-29T01:59")).toBe("2026-03-29T00:59:00.000Z");
    expect(at("2026-03-29T03:00")).toBe("2026-03-29T01:00:00.000Z");
    expect(at("2026-10-25T02:30")).toBe("2026-10-25T00:30:00.000Z");
    expect(at("2026-10-25T03:00")).toBe("2026-10-25T02:00:00.000Z");
  });
});

test.describe("far from the venue", () => {
  test.use({ timezoneId: "America/New_York" });

  test("now and next are by the venue's clock, and the day is the venue's", async ({ page, request }) => {
    const { bundle } = await demoVenue(request);
    const days = [...new Set(bundle.programme.sessions.map(({ start }) => start.slice(0, 10)))].toSorted();
    const day = days[1] ?? "";
    const starts = [...new Set(bundle.programme.sessions.map(({ start }) => start))].toSorted();
    const [first = "", second = ""] = starts.filter((start) => start.startsWith(day));
    await page.clock.setFixedTime(new Date(instantOf(first, "Asia/Shanghai").getTime() + 60_000));
    await page.goto("./?view=2d&lang=en");
    await page.getByRole("button", { name: "Programme" }).click();
    const rows = page.getByRole("list", { name: "Programme" }).getByRole("listitem");
    await expect(rows.filter({ hasText: "Now" }).first()).toContainText(first.slice(11));
    await expect(rows.filter({ hasText: "Next" }).first()).toContainText(second.slice(11));
    await expect(rows).toHaveCount(bundle.programme.sessions.filter(({ start }) => start.startsWith(day)).length);
  });
});

const WORDS = {
  en: { locale: "en-GB", programme: "Programme", room: "Room", track: "Track", add: "Add to calendar" },
  "zh-Hans": { locale: "zh-CN", programme: "会议日程", room: "会议室", track: "主题", add: "加入日历" },
} as const;

for (const [language, words] of Object.entries(WORDS) as [keyof typeof WORDS, (typeof WORDS)[keyof typeof WORDS]][]) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: words.locale });

    test("by day, room and track, kept in the address; a session goes into the calendar", async ({ page, request }) => {
      const { id, bundle } = await demoVenue(request);
      const session = bundle.programme.sessions.findLast(({ track }) => track !== undefined);
      if (!session) throw new Error("no session has a track");
      const room = bundle.layout.units.find((unit) => unit.id === session.room);
      await page.goto(`./?view=2d&place=${session.room}`);
      await page.getByRole("button", { name: words.programme }).click();
      await expect(page.getByRole("combobox", { name: words.room, exact: true })).toHaveValue(session.room);
      const dates = [...new Set(bundle.programme.sessions.map(({ start }) => start.slice(0, 10)))].toSorted();
      const day = session.start.slice(0, 10);
      await page.locator(".filters label").nth(dates.indexOf(day)).click();
      const rows = page.getByRole("list", { name: words.programme }).getByRole("listitem");
      const fitting = bundle.programme.sessions.filter(
        ({ room, start }) => room === session.room && start.startsWith(day),
      );
      await expect(rows).toHaveCount(fitting.length);
      await expect(rows.first()).toContainText(room?.name[language] ?? "");
      await page.reload();
      await expect(rows).toHaveCount(fitting.length);
      await page.getByRole("combobox", { name: words.track }).selectOption({ index: 1 });
      await expect(page).toHaveURL(/track=/);
      await page.goBack();

      await page.goto(`./?view=2d&place=${session.id}`);
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: words.add }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe(`${id}.ics`);
      const text = await readFile(await download.path(), "utf8");
      expect(text).toContain(`UID:${session.id}@${id}.fairway\r\n`);
      expect(text.replaceAll("\r\n ", "")).toContain(`place=${session.id}`);
    });
  });
}

test("all saved sessions go into one file, and clashes are marked in the programme", async ({ page, request }) => {
  const { id, bundle } = await demoVenue(request);
  const [first, ...others] = bundle.programme.sessions;
  const second = others.find(({ start }) => start === first?.start);
  await saveBefore(page, id, [first?.id, second?.id]);
  await page.goto(`./?view=2d&lang=en&panel=programme&date=${first?.start.slice(0, 10)}`);
  await expect(page.getByText(`At the same time as ${second?.title.en}`)).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Add saved sessions to calendar" }).click();
  const text = await readFile(await (await downloading).path(), "utf8");
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});
