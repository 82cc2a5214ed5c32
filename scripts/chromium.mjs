// Where Chromium is: FAIRWAY_CHROMIUM, or one that the system has. Run directly, prints the path.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const PLACES = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** How it is started where no GPU is: WebGL in software, and nothing asked of the network by itself. */
export const IN_SOFTWARE = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--disable-background-networking",
];

/** How it is started where there is a GPU: through Vulkan, which needs no display. */
export const ON_GPU = [
  "--no-sandbox",
  "--use-angle=vulkan",
  "--enable-features=Vulkan",
  "--disable-vulkan-surface",
  "--ignore-gpu-blocklist",
  "--disable-background-networking",
];

/** @param {string} path */
function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser to test with. Throws, saying what to do, when there is none. */
export function chromium(env = process.env) {
  const chosen = env.FAIRWAY_CHROMIUM;
  if (chosen) {
    if (executable(chosen)) return chosen;
    throw new Error(`FAIRWAY_CHROMIUM is ${chosen}, which cannot be run.`);
  }
  const folders = (env.PATH ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [...candidates, ...PLACES].find(executable);
  if (found) return found;
  throw new Error("No Chromium found: install it, or set FAIRWAY_CHROMIUM=/path/to/chrome.");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(chromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
