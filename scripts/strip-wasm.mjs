// Trunk's post_build hook: takes the sections that only debuggers read out of the wasm files that visitors download.
// Cargo's own `strip` would also drop `target_features`, which wasm-bindgen needs; afterwards nothing does.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const UNUSED_AT_RUN_TIME = new Set(["name", "producers"]);
const HEADER_BYTES = 8;
const CUSTOM_SECTION = 0;

/**
 * Reads an unsigned LEB128 number.
 * @param {Uint8Array} bytes
 * @param {number} at
 * @returns {[value: number, next: number]}
 */
function readUnsigned(bytes, at) {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
  throw new Error(`malformed number before byte ${at}`);
}

/**
 * The module without its `name` and `producers` sections.
 * @param {Uint8Array} module
 */
export function stripWasm(module) {
  if (String.fromCharCode(...module.subarray(0, 4)) !== "\0asm") throw new Error("not a wasm module");
  const kept = [module.subarray(0, HEADER_BYTES)];
  for (let at = HEADER_BYTES; at < module.length;) {
    const [size, content] = readUnsigned(module, at + 1);
    const end = content + size;
    if (end > module.length) throw new Error(`the section at byte ${at} is cut off`);
    if (module[at] !== CUSTOM_SECTION || !UNUSED_AT_RUN_TIME.has(sectionName(module, content))) {
      kept.push(module.subarray(at, end));
    }
    at = end;
  }
  return Buffer.concat(kept);
}

/**
 * @param {Uint8Array} module
 * @param {number} at where a custom section's content starts
 */
function sectionName(module, at) {
  const [length, start] = readUnsigned(module, at);
  return new TextDecoder().decode(module.subarray(start, start + length));
}

function main() {
  const { TRUNK_STAGING_DIR: folder, FAIRWAY_PROFILE: profile = "web" } = process.env;
  if (!folder) throw new Error("TRUNK_STAGING_DIR is not set: this is a hook of Trunk");
  if (profile !== "web") return; // names make the stack traces of daily work readable
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".wasm"))) {
    const path = join(folder, name);
    writeFileSync(path, stripWasm(readFileSync(path)));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();
