// Part of Trunk's post_build hook: tells the service worker which files make up this release, and writes the manifest that the
// page is installed by.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { version } from "../web/version.mjs";

/** Where Workbox looks for them. */
const PLACE = "self.__WB_MANIFEST";
/**
 * Not everyone wants the stage, which the service worker keeps for those who do, or to design a stand; the element is for other pages; what is
 * compressed is what hosts send for the file beside it.
 */
const NOT_AHEAD =
  /^(extras.*|look.*|placement.*|placing.*|stage.*|workshop.*|sw\.js|fairway-navigator\.js|404\.html|icon-(180|192|512).*\.png|.*\.(br|gz))$/;
/** A name that carries a hash of what is in the file. */
const HASHED = /-[0-9a-f]{8,16}\.\w+$/;
const PROGRAM = /\.(css|js|wasm)$/;

/**
 * The files of a release, each with its hash: what is not as it was built is not taken.
 * @param {string} folder a built site
 * @param {string} release
 */
export function precacheList(folder, release) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_AHEAD.test(entry.name) && !entry.name.startsWith("."))
    .map(({ name }) => name);
  return names.sort().map((name) => {
    const integrity = `sha256-${createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("base64")}`;
    if (HASHED.test(name)) return { url: name, revision: null, integrity };
    if (PROGRAM.test(name)) return { url: `${name}?v=${release}`, revision: null, integrity };
    return { url: name === "index.html" ? "./" : name, revision: integrity, integrity };
  });
}

/**
 * @param {{ venues: { name: Record<string, string> }[] } | undefined} index what `fairway build` writes beside the venues
 */
export function webManifest(index) {
  const [only, ...others] = index?.venues ?? [];
  const name = others.length === 0 ? Object.values(only?.name ?? {})[0] : undefined;
  /** @param {string} size @param {string} [purpose] */
  const icon = (size, purpose) => ({
    src: `icon-${size}${purpose ? `-${purpose}` : ""}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    ...(purpose && { purpose }),
  });
  return {
    name: name ?? "Fairway",
    short_name: "Fairway",
    id: "./",
    start_url: "./",
    scope: "./",
    display: "standalone",
    background_color: "#e9ebe6",
    theme_color: "#fcfbf9",
    icons: [icon("192"), icon("512"), icon("512", "maskable")],
  };
}

function main() {
  const folder = process.env.TRUNK_STAGING_DIR;
  if (!folder) throw new Error("TRUNK_STAGING_DIR is not set: this is a hook of Trunk");
  const index = join(folder, "venues/index.json");
  const manifest = webManifest(existsSync(index) ? JSON.parse(readFileSync(index, "utf8")) : undefined);
  writeFileSync(join(folder, "site.webmanifest"), JSON.stringify(manifest));

  const worker = join(folder, "sw.js");
  const parts = readFileSync(worker, "utf8").split(PLACE);
  if (parts.length !== 2) throw new Error(`sw.js names ${PLACE} ${parts.length - 1} times: once is expected`);
  writeFileSync(worker, parts.join(JSON.stringify(precacheList(folder, version))));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();
