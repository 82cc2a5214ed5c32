// The languages that the page speaks. Their words are in catalogues of their own.

import type { LocalText } from "../bindings/LocalText.ts";

export type Language = "en" | "zh-Hans";

/** In the order in which they are offered. */
export const LANGUAGES: readonly Language[] = ["en", "zh-Hans"];

/** What each calls itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", "zh-Hans": "简体中文" };

/** BCP 47, for Intl. */
export const LOCALES: Record<Language, string> = { en: "en-GB", "zh-Hans": "zh-CN" };

/** The first of a person's languages that the page speaks. Any Chinese is served by the simplified one. */
export function preferredLanguage(languages: readonly string[]): Language {
  for (const tag of languages) {
    const language = languageOf(tag);
    if (language) return language;
  }
  return "en";
}

/** The page's language for a tag such as "zh", "zh-CN" or "en-GB". */
export function languageOf(tag: string): Language | undefined {
  const [base] = tag.toLowerCase().split("-");
  if (base === "zh") return "zh-Hans";
  if (base === "en") return "en";
  return undefined;
}

/** A venue's text in the page's language, or in the next best that it has. */
export function say(text: LocalText, language: Language): string {
  return text[language] ?? text.en ?? Object.values(text)[0] ?? "";
}
