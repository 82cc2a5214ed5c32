// What people type, made from the exhibitors with a seed, and the places that they may mean by it.

/** @typedef {import("./records.mjs").ExhibitorRecord} ExhibitorRecord */
/** @typedef {{ kind: string, text: string, answers: Set<string> }} Query */

const EACH = 20;
/** What more fit than fit on a page is no query of somebody who looks for one. */
const MOST_ANSWERS = 5;

/** mulberry32 @param {number} seed */
function random(seed) {
  return (/** @type {number} */ below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** One error of typing in a word, never in its first letter. @param {string} word @param {(below: number) => number} below */
function misspelt(word, below) {
  const at = 1 + below(word.length - 2);
  const letter = "abcdefghijklmnopqrstuvwxyz"[below(26)] ?? "e";
  const [before, here, after] = [word.slice(0, at), word[at] ?? "", word.slice(at + 1)];
  const swapped = before + (after[0] ?? "") + here + after.slice(1);
  return [before + after, before + letter + after, before + letter + here + after, swapped][below(4)] ?? word;
}

/**
 * @param {ExhibitorRecord[]} records @param {Map<string, string>} variants other forms of characters
 * @param {Map<string, string[]>} alike characters of no name, by how they are read
 */
export function queriesOf(records, variants, alike) {
  const below = random(7);
  /** @type {Query[]} */
  const queries = [];
  /**
   * @param {string} kind
   * @param {(record: ExhibitorRecord) => string | undefined} write what is typed for it
   * @param {(record: ExhibitorRecord) => string} [read] what of another one that must begin with, for that to be meant too
   */
  function add(kind, write, read) {
    for (let made = 0, tried = 0; made < EACH && tried < 5000; tried++) {
      const record = records[below(records.length)];
      const text = record && write(record);
      if (!text) continue;
      const meant = read ? records.filter((other) => read(other).startsWith(text.toLowerCase())) : [record];
      if (meant.length > MOST_ANSWERS) continue;
      queries.push({ kind, text, answers: new Set([record, ...meant].flatMap(({ id, booths }) => [id, ...booths])) });
      made++;
    }
  }
  const words = (/** @type {ExhibitorRecord} */ { en }) => en.replace(".", "").split(" ");
  const names = new Set(records.flatMap((record) => words(record).map((word) => word.toLowerCase())));
  const wrong = (/** @type {string} */ word) => {
    const typed = misspelt(word, below);
    // What is another name is no error.
    return typed === word || names.has(typed.toLowerCase()) ? undefined : typed;
  };
  const brandWrong = (/** @type {ExhibitorRecord} */ record) => {
    const [brand = "", ...rest] = words(record);
    const typed = brand.length > 4 ? wrong(brand) : undefined;
    return typed && [typed, ...rest].join(" ");
  };
  const tradeWrong = (/** @type {ExhibitorRecord} */ record) => {
    const [brand = "", trade = "", ...rest] = words(record);
    const typed = trade.length > 4 ? wrong(trade) : undefined;
    return typed && [brand, typed, ...rest].join(" ");
  };
  const [full, mixedOf] = [
    (/** @type {ExhibitorRecord} */ { pinyin }) => pinyin,
    (/** @type {number} */ whole) =>
      ({ syllables }) =>
        syllables.map((syllable, i) => (i < whole ? syllable : syllable[0])).join(""),
  ];

  add("name", ({ en }) => en);
  add(
    "beginning of a name",
    ({ en }) => en.slice(0, en.indexOf(" ") + 4),
    ({ en }) => en.toLowerCase(),
  );
  add("typo in the brand", brandWrong);
  add("typo in the trade", tradeWrong);
  add("words in another order", (record) => words(record).reverse().join(" "));
  add("no space", (record) => words(record).join("").toLowerCase());
  add("stand's number", ({ booths: [booth = ""] }) => {
    const [, hall, row, number] = /^(\d+)([A-Z]+)(\d+)$/.exec(booth) ?? [];
    return [
      `${hall}${row}${number}`.toLowerCase(),
      `${hall}-${row}-${number}`,
      `${hall} ${row} ${number}`,
      `${hall}${row} ${number}`,
    ][below(4)];
  });
  add("Chinese name", ({ zh }) => zh);
  add(
    "Chinese, beginning",
    ({ zh }) => (zh.length > 5 ? zh.slice(0, 5) : undefined),
    ({ zh }) => zh,
  );
  add("traditional characters", ({ zh }) => {
    const text = [...zh].map((letter) => variants.get(letter) ?? letter).join("");
    return text === zh ? undefined : text;
  });
  add("Chinese, misheard", ({ zh, syllables }) => {
    const at = below(2);
    const others = alike.get(syllables[at] ?? "") ?? [];
    const other = others[below(others.length)];
    return other && zh.slice(0, at) + other + zh.slice(at + 1);
  });
  add("pinyin", full, full);
  add("pinyin with spaces", ({ syllables }) => `${syllables.slice(0, 2).join("")} ${syllables.slice(2).join("")}`);
  add(
    "initials",
    ({ initials }) => (initials.length > 4 ? initials : undefined),
    ({ initials }) => initials,
  );
  add("pinyin, then initials", mixedOf(2), mixedOf(2));
  add("characters, then pinyin", ({ zh, syllables }) => zh.slice(0, 2) + syllables.slice(2).join(""));
  add("typo in pinyin", ({ syllables }) => {
    const typed = syllables.map((syllable, i) =>
      i === 2 && syllable.length > 3 ? misspelt(syllable, below) : syllable,
    );
    return typed.join("") === syllables.join("") ? undefined : typed.join("");
  });
  return queries;
}
