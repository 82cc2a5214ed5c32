// What parts and values are called.

import type { Part } from "../bindings/Part.ts";
import type { RuleUnit } from "../bindings/RuleUnit.ts";
import { LOCALES, type Language, say } from "../strings/languages.ts";
import type { Ground } from "./messages.ts";
import type { Words } from "./words.ts";

/** Its own name, or what it is with its number. */
export function labelOf({ id, kind, name }: Part, words: Words): string {
  return name || `${words.kinds[kind]} ${id.startsWith(`${kind}-`) ? id.slice(kind.length + 1) : id}`;
}

/** An aisle or a door. */
export function nameOf(id: string, { names }: Ground, language: Language): string {
  const name = names[id];
  return name ? say(name, language) : id;
}

/** In what the desk says, parts and what is beside the stand have their ids. */
export function named(text: string, call: (id: string) => string): string {
  return text.replace(/[`“]([^`”]+)[`”]/g, (_, id: string) => `“${call(id)}”`);
}

export function quantity(value: number, unit: RuleUnit, language: Language): string {
  const share = unit === "share";
  const number = value.toLocaleString(LOCALES[language], {
    style: share ? "percent" : "decimal",
    maximumFractionDigits: share ? 1 : 2,
    // What is next to nothing has no sign.
    signDisplay: "negative",
  });
  if (share || unit === "number") return number;
  return `${number} ${unit.replace("m2", "m²")}`;
}
