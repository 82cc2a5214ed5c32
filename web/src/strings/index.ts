// The page's own words. Texts of the venue come from the guide as `LocalText`.

import type { LocalText } from "../bindings/LocalText.ts";
import { en } from "./en.ts";
import type { Strings } from "./strings.ts";
import { zhHans } from "./zh-Hans.ts";

export type { Strings } from "./strings.ts";

const CATALOGUES = { en, "zh-Hans": zhHans } satisfies Record<string, Strings>;

export type Language = keyof typeof CATALOGUES;

/** In the order in which they are offered. */
export const LANGUAGES = /* @__PURE__ */ Object.keys(CATALOGUES) as readonly Language[];

export function stringsOf(language: Language): Strings {
  return CATALOGUES[language];
}

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
