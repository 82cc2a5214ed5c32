// `node scripts/compress.mjs DIR` writes FILE.br and FILE.gz beside every compressible file of a built site.
// Results are kept by content in the cache, so that an unchanged file costs a copy.
import { createHash } from "node:crypto";
import { constants, copyFile, mkdir, readdir, readFile, stat, unlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import { filesBelow } from "./fingerprint.mjs";

const COMPRESSIBLE = /\.(css|csv|glb|html|js|json|svg|txt|wasm|webmanifest)$/;
/** Organisers replace it on the host: a packed copy beside it would be served instead. */
const CHANGES_ON_THE_HOST = /\blive\.json$/;
const UNUSED_AFTER_DAYS = 30;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/**
 * @typedef {object} Options
 * @property {string} cache folder of the results kept
 * @property {boolean} [quick] compress lightly: for daily builds
 */

/**
 * @param {boolean} quick
 * @returns {{ extension: string, level: number, compress: (bytes: Buffer) => Promise<Buffer> }[]}
 */
function encodings(quick) {
  const quality = quick ? 4 : 11;
  const level = quick ? 1 : 9;
  return [
    {
      extension: ".br",
      level: quality,
      compress: (bytes) =>
        brotli(bytes, {
          params: {
            [zlib.BROTLI_PARAM_QUALITY]: quality,
            [zlib.BROTLI_PARAM_LGWIN]: zlib.BROTLI_MAX_WINDOW_BITS,
            [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        }),
    },
    { extension: ".gz", level, compress: (bytes) => deflate(bytes, { level }) },
  ];
}

/**
 * Compresses one file in each encoding; true when something had to be computed.
 * @param {string} file
 * @param {Options} options
 */
async function compressFile(file, { cache, quick = false }) {
  const bytes = await readFile(file);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const computed = await Promise.all(
    encodings(quick).map(async ({ extension, level, compress }) => {
      const kept = join(cache, `${digest}-${level}${extension}`);
      const now = new Date();
      const found = await utimes(kept, now, now).then(
        () => true,
        () => false,
      );
      if (!found) await writeFile(kept, await compress(bytes));
      await copyFile(kept, file + extension, constants.COPYFILE_FICLONE);
      return !found;
    }),
  );
  return computed.some(Boolean);
}

/** @param {string} cache */
async function forgetUnused(cache) {
  const oldest = Date.now() - UNUSED_AFTER_DAYS * 24 * 3600 * 1000;
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    if ((await stat(path)).mtimeMs < oldest) await unlink(path);
  }
}

/**
 * @param {string} folder
 * @param {Options} options
 * @returns {Promise<{ files: number, computed: number }>} how many files there are, and how many were not in the cache
 */
export async function compressSite(folder, options) {
  await mkdir(options.cache, { recursive: true });
  const files = filesBelow(folder).filter((file) => COMPRESSIBLE.test(file) && !CHANGES_ON_THE_HOST.test(file));
  const computed = await Promise.all(files.map((file) => compressFile(file, options)));
  await forgetUnused(options.cache);
  return { files: files.length, computed: computed.filter(Boolean).length };
}

async function main() {
  const { FAIRWAY_CACHE, FAIRWAY_PROFILE = "web" } = process.env;
  const folder = process.argv[2];
  if (!folder || !FAIRWAY_CACHE) throw new Error("usage: FAIRWAY_CACHE=… node scripts/compress.mjs DIR");
  const options = { cache: join(FAIRWAY_CACHE, "compressed"), quick: FAIRWAY_PROFILE !== "web" };
  console.log(`Compressing ${folder}/ with brotli and gzip`);
  const { files, computed } = await compressSite(folder, options);
  console.log(`${files} files, ${computed} of them new`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
