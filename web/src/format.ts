// Numbers and times in the page's language.

import { LOCALES, type Language } from "./strings/languages.ts";

/**
 * One of `make`'s for each language: to make a formatter takes longer than to use it a hundred times.
 * @__NO_SIDE_EFFECTS__
 */
function kept<Formatter>(make: (locale: string) => Formatter): (language: Language) => Formatter {
  const made = new Map<Language, Formatter>();
  return (language) => {
    const formatter = made.get(language) ?? make(LOCALES[language]);
    made.set(language, formatter);
    return formatter;
  };
}

/* @__NO_SIDE_EFFECTS__ */
const numbers = (options?: Intl.NumberFormatOptions) => kept((locale) => new Intl.NumberFormat(locale, options));
/* @__NO_SIDE_EFFECTS__ */
const times = (options: Intl.DateTimeFormatOptions) =>
  kept((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }));

const plain = numbers();
const metres = numbers({ style: "unit", unit: "meter", maximumFractionDigits: 0 });
const kilometres = numbers({ style: "unit", unit: "kilometer", maximumFractionDigits: 1 });
const minutes = numbers({ style: "unit", unit: "minute", unitDisplay: "long" });
const seconds = numbers({ style: "unit", unit: "second", unitDisplay: "long" });
const speed = numbers({ style: "unit", unit: "kilometer-per-hour", maximumFractionDigits: 1 });
const day = times({ weekday: "long", day: "numeric", month: "long" });
const shortDay = times({ weekday: "short", day: "numeric", month: "short" });
const clock = times({ hour: "2-digit", minute: "2-digit" });
const regions = kept((locale) => new Intl.DisplayNames([locale], { type: "region" }));

export function formatNumber(value: number, language: Language): string {
  return plain(language).format(value);
}

/** Metres to what a person can pace out: by one below 10 m, by five below 100 m, by ten below 1 km. */
export function formatDistance(value: number, language: Language): string {
  const step = value < 10 ? 1 : value < 100 ? 5 : 10;
  const rounded = Math.max(1, Math.round(value / step) * step);
  return rounded < 1000 ? metres(language).format(rounded) : kilometres(language).format(rounded / 1000);
}

/** Walking time, rounded up to whole minutes once it takes more than half of one. */
export function formatDuration(value: number, language: Language): string {
  return value > 30
    ? minutes(language).format(Math.ceil(value / 60))
    : seconds(language).format(Math.max(5, Math.ceil(value / 5) * 5));
}

export function formatSpeed(metresPerSecond: number, language: Language): string {
  return speed(language).format(metresPerSecond * 3.6);
}

export function formatArea(squareMetres: number, language: Language): string {
  return `${formatNumber(Math.round(squareMetres), language)} m²`;
}

/** Venue time such as `2026-09-24T10:00`, read as if it were UTC: it is shown as it stands, wherever the reader is. */
const asVenueTime = (time: string) => new Date(`${time}Z`);

export function formatDay(time: string, language: Language): string {
  return day(language).format(asVenueTime(time));
}

/** The same in a few letters, for a narrow choice. */
export function formatShortDay(time: string, language: Language): string {
  return shortDay(language).format(asVenueTime(time));
}

export function formatClock(time: string, language: Language): string {
  return clock(language).format(asVenueTime(time));
}

/** The clock, and the day too unless it is today's. */
export function formatSince(time: string, today: string, language: Language): string {
  const clock = formatClock(time, language);
  return time.slice(0, 10) === today.slice(0, 10) ? clock : `${formatShortDay(time, language)} ${clock}`;
}

export function formatTimes(start: string, end: string, language: Language): string {
  return `${formatClock(start, language)}–${formatClock(end, language)}`;
}

/** A country's name from its ISO 3166 code; whatever else it is, as it stands. */
export function formatCountry(country: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return regions(language).of(country) ?? country;
}
