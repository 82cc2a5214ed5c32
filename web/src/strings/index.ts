// The page's own words. Texts of the venue come from the guide as `LocalText`.

import { en } from "./en.ts";
import type { Language } from "./languages.ts";
import type { Strings } from "./strings.ts";
import { zhHans } from "./zh-Hans.ts";

export * from "./languages.ts";
export type { Strings } from "./strings.ts";

const CATALOGUES: Record<Language, Strings> = { en, "zh-Hans": zhHans };

export function stringsOf(language: Language): Strings {
  return CATALOGUES[language];
}
