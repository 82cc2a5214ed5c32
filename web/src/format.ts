// Numbers and times in the page's language.

import { LOCALES, type Language } from "./strings/languages.ts";

export function formatNumber(value: number, language: Language): string {
  return value.toLocaleString(LOCALES[language]);
}

/** Metres to what a person can pace out: by one below 10 m, by five below 100 m, by ten below 1 km. */
export function formatDistance(metres: number, language: Language): string {
  const step = metres < 10 ? 1 : metres < 100 ? 5 : 10;
  const rounded = Math.max(1, Math.round(metres / step) * step);
  const kilometres = rounded >= 1000;
  return (kilometres ? rounded / 1000 : rounded).toLocaleString(LOCALES[language], {
    style: "unit",
    unit: kilometres ? "kilometer" : "meter",
    maximumFractionDigits: kilometres ? 1 : 0,
  });
}

/** Walking time, rounded up to whole minutes once it takes more than half of one. */
export function formatDuration(seconds: number, language: Language): string {
  const minutes = seconds > 30;
  const value = minutes ? Math.ceil(seconds / 60) : Math.max(5, Math.ceil(seconds / 5) * 5);
  return value.toLocaleString(LOCALES[language], {
    style: "unit",
    unit: minutes ? "minute" : "second",
    unitDisplay: "long",
  });
}

export function formatSpeed(metresPerSecond: number, language: Language): string {
  const format = { style: "unit", unit: "kilometer-per-hour", maximumFractionDigits: 1 } as const;
  return (metresPerSecond * 3.6).toLocaleString(LOCALES[language], format);
}

export function formatArea(squareMetres: number, language: Language): string {
  return `${formatNumber(Math.round(squareMetres), language)} m²`;
}

/** Venue time such as `2026-09-24T10:00`, read as if it were UTC: it is shown as it stands, wherever the reader is. */
const asVenueTime = (time: string) => new Date(`${time}Z`);

export function formatDay(time: string, language: Language): string {
  return asVenueTime(time).toLocaleDateString(LOCALES[language], {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
}

/** The same in a few letters, for a narrow choice. */
export function formatShortDay(time: string, language: Language): string {
  const format = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" } as const;
  return asVenueTime(time).toLocaleDateString(LOCALES[language], format);
}

export function formatClock(time: string, language: Language): string {
  const format = { hour: "2-digit", minute: "2-digit", timeZone: "UTC" } as const;
  return asVenueTime(time).toLocaleTimeString(LOCALES[language], format);
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
  return new Intl.DisplayNames([LOCALES[language]], { type: "region" }).of(country) ?? country;
}
