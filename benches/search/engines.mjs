// Each engine in the configuration that its documentation advises for names with errors of typing, and for Chinese.
import uFuzzy from "@leeoniya/ufuzzy";
import { Charset, Document } from "flexsearch";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { readFileSync } from "node:fs";

import init, { Guide } from "../../dist/guide.js";

/** @typedef {import("./records.mjs").ExhibitorRecord} ExhibitorRecord */
/** @typedef {(text: string) => string[]} Search the ids of what was found, best first */

const HAN = /\p{Script=Han}+/gu;

/** Words, and of Chinese ones each character and each two of them. @param {string} text */
function pieces(text) {
  const words = text.split(/[\s\p{P}]+/u).filter(Boolean);
  return words.flatMap((word) => {
    const latin = word.replace(HAN, " ").split(" ").filter(Boolean);
    const runs = word.match(HAN) ?? [];
    return [
      ...latin,
      ...runs.flatMap((run) =>
        [...run].flatMap((letter, i, all) => [letter, ...(all[i + 1] ? [letter + all[i + 1]] : [])]),
      ),
    ];
  });
}

/** The same of what is typed: two characters say more than each of them. @param {string} text */
function typedPieces(text) {
  const all = pieces(text);
  const hasPairs = all.some((piece) => /^\p{Script=Han}{2}$/u.test(piece));
  return hasPairs ? all.filter((piece) => !/^\p{Script=Han}$/u.test(piece)) : all;
}

/**
 * @param {{ fair: Buffer, records: ExhibitorRecord[], simplify: (text: string) => string, limit: number }} from
 * @returns {{ name: string, start: () => Search }[]}
 */
export function engines({ fair, records, simplify, limit }) {
  const documents = records.map(({ syllables, ...record }) => ({
    ...record,
    booths: record.booths.join(" "),
    spaced: syllables.join(" "),
  }));
  const fields = ["en", "zh", "booths", "pinyin", "spaced", "initials"];
  return [
    {
      name: "Fairway",
      start: () => {
        const guide = new Guide();
        const opened = JSON.parse(guide.open(fair));
        if (opened.type !== "venue_opened") throw new Error(JSON.stringify(opened));
        return (query) => {
          const event = JSON.parse(
            guide.handle(JSON.stringify({ search: { query, language: "en", limit, near: null } })),
          );
          return event.hits.map((/** @type {{ place: string }} */ { place }) => place);
        };
      },
    },
    {
      name: "minisearch",
      start: () => {
        const index = new MiniSearch({
          fields,
          tokenize: pieces,
          searchOptions: { prefix: true, fuzzy: 0.2, combineWith: "AND", tokenize: typedPieces },
        });
        index.addAll(documents);
        return (text) =>
          index
            .search(simplify(text))
            .slice(0, limit)
            .map(({ id }) => id);
      },
    },
    {
      name: "flexsearch",
      start: () => {
        const latin = { tokenize: "tolerant", encoder: Charset.LatinBalance };
        const index = new Document({
          document: {
            id: "id",
            index: fields.map((field) => ({
              field,
              ...(field === "zh" ? { tokenize: "forward", encoder: Charset.CJK } : latin),
            })),
          },
        });
        for (const document of documents) index.add(document);
        return (text) =>
          index.search(simplify(text), { limit, suggest: true, merge: true }).map(({ id }) => String(id));
      },
    },
    {
      name: "uFuzzy",
      start: () => {
        const haystack = documents.map((document) => fields.map((field) => document[field]).join(" "));
        const engine = new uFuzzy({ alpha: "a-z㐀-鿿", intraMode: 1 });
        return (text) => {
          const [found, info, order] = engine.search(haystack, simplify(text), 1);
          const best = info && order ? order.map((i) => info.idx[i]) : (found ?? []);
          return best.slice(0, limit).map((i) => records[i ?? 0]?.id ?? "");
        };
      },
    },
    {
      name: "fuse.js",
      start: () => {
        const engine = new Fuse(documents, { keys: fields, threshold: 0.3, ignoreLocation: true });
        return (text) => engine.search(simplify(text), { limit }).map(({ item }) => item.id);
      },
    },
  ];
}

await init({ module_or_path: readFileSync("dist/guide_bg.wasm") });
