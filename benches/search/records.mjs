// The exhibitors as the other engines get them.

/**
 * @typedef {object} ExhibitorRecord
 * @property {string} id
 * @property {string} en
 * @property {string} zh
 * @property {string[]} booths
 * @property {string[]} syllables how its Chinese name is read, a syllable a character
 * @property {string} pinyin the syllables together
 * @property {string} initials
 */

const LATIN = /^[a-z]+/;

/** @param {any} fair a bundle */
export function recordsOf({ exhibitors, characters }) {
  /** @type {Map<string, string>} */
  const readings = new Map();
  /** @type {Map<string, string>} */
  const simple = new Map();
  /** @type {Map<string, string[]>} */
  const alike = new Map();
  for (const group of characters.split(" ")) {
    const reading = LATIN.exec(group)?.[0];
    const [occurring = "", elsewhere = ""] = group.slice(reading?.length ?? 0).split("~");
    const letters = [...occurring];
    if (reading) alike.set(reading, [...elsewhere]);
    // The names of the fair are made of characters whose first reading, in the order of the alphabet, is seldom the wrong one; both sides take the same.
    if (reading) for (const letter of letters) if (!readings.has(letter)) readings.set(letter, reading);
    if (!reading) for (const letter of letters.slice(1)) simple.set(letter, letters[0] ?? letter);
  }
  const variants = new Map([...simple].map(([variant, letter]) => [letter, variant]));
  const simplify = (/** @type {string} */ text) => [...text].map((letter) => simple.get(letter) ?? letter).join("");
  /** @type {ExhibitorRecord[]} */
  const records = exhibitors.exhibitors.map((/** @type {any} */ { id, name, booths }) => {
    const syllables = [...name["zh-Hans"]].map((letter) => readings.get(letter) ?? letter.toLowerCase());
    const initials = syllables.map((syllable) => syllable[0]).join("");
    return { id, en: name.en, zh: name["zh-Hans"], booths, syllables, pinyin: syllables.join(""), initials };
  });
  return { records, simplify, variants, alike };
}
