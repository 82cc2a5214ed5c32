// A short hash over the contents and names of files and folders, to see whether anything changed.
// `node scripts/fingerprint.mjs PATH…` prints it; a path that does not exist counts as empty.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Every file at or below `path`, in a stable order.
 * @param {string} path
 * @returns {string[]}
 */
export function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/**
 * @param {string[]} paths files or folders, relative to the working directory
 * @param {string} [extra] what else decides the outcome, such as the profile
 */
export function fingerprint(paths, extra = "") {
  const hash = createHash("sha256").update(extra);
  for (const file of paths.flatMap(filesBelow)) {
    const bytes = readFileSync(file);
    hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex").slice(0, 16);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  console.log(fingerprint(process.argv.slice(2), process.env.FAIRWAY_PROFILE));
}
