// Part of Trunk's post_build hook: what rustc leaves to shrink in the wasm files that visitors download, by Binaryen.
import binaryen from "binaryen";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What makes the compressed file smaller. Of the usual sets, `-Oz` makes the file itself smallest, and brotli's of it larger. */
const PASSES = [
  "dce",
  "duplicate-function-elimination",
  "merge-blocks",
  "remove-unused-brs",
  "rse",
  "coalesce-locals",
  "vacuum",
  "reorder-locals",
  "strip-debug",
  "strip-producers",
];

/**
 * The module in fewer bytes, without what only debuggers read.
 * @param {Uint8Array} bytes
 */
export function shrinkWasm(bytes) {
  const module = binaryen.readBinary(bytes);
  module.runPasses(PASSES);
  const shrunk = module.emitBinary();
  module.dispose();
  return shrunk;
}

function main() {
  const { TRUNK_STAGING_DIR: folder, FAIRWAY_PROFILE: profile = "web" } = process.env;
  if (!folder) throw new Error("TRUNK_STAGING_DIR is not set: this is a hook of Trunk");
  if (profile !== "web") return; // names make the stack traces of daily work readable
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".wasm"))) {
    const path = join(folder, name);
    writeFileSync(path, shrinkWasm(readFileSync(path)));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();
