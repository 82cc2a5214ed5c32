// Venues to measure with: the demo's as it is built, and larger ones, which are made beside cargo's builds when they are missing.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const FAIRS = join(process.env.CARGO_TARGET_DIR ?? join(import.meta.dirname, "../../target"), "frames");

/** The folder of a built venue. @param {string} fair `demo`, or how many booths it has */
export function builtVenue(fair) {
  if (fair === "demo") {
    const { venues } = JSON.parse(readFileSync("dist/venues/index.json", "utf8"));
    return join("dist/venues", venues[0].id);
  }
  const [files, built] = [join(FAIRS, fair, "files"), join(FAIRS, fair, "built")];
  const fairway = (/** @type {string[]} */ ...parts) =>
    execFileSync("cargo", ["run", "--release", "--quiet", "--", ...parts], { stdio: ["ignore", "ignore", "inherit"] });
  if (!existsSync(built)) {
    fairway("demo", "--booths", fair, "--seed", "1", "--out", files);
    fairway("build", files, "--out", built);
  }
  const [name] = readdirSync(built, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return join(built, name.name);
}
