// Checks every .glb under a folder with the Khronos validator: `node scripts/validate-models.mjs DIR`.
// Fails on any error or warning, and if there is no model at all.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { createRequire } from "node:module";

const validator = createRequire(import.meta.url)("gltf-validator");

/** Numbers of the validator's severities. */
const SEVERITIES = ["errors", "warnings", "infos", "hints"];

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node scripts/validate-models.mjs DIR");
  process.exit(2);
}

const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".glb")).sort();
if (names.length === 0) {
  console.error(`There is no .glb in ${folder}`);
  process.exit(1);
}

let bad = 0;
for (const name of names) {
  const bytes = new Uint8Array(await readFile(join(folder, name)));
  const report = await validator.validateBytes(bytes, { maxIssues: 20 });
  const { numErrors, numWarnings, numInfos, numHints, messages } = report.issues;
  const triangles = report.info.totalTriangleCount.toLocaleString("en");
  console.log(
    `${name}: ${numErrors} errors, ${numWarnings} warnings, ${numInfos} infos, ${numHints} hints; ${triangles} triangles`,
  );
  for (const { severity, code, message, pointer } of messages) {
    console.log(`  ${SEVERITIES[severity]}: ${code} at ${pointer ?? "the file"}: ${message}`);
  }
  bad += numErrors + numWarnings;
}
if (bad > 0) {
  console.error(`${bad} errors and warnings`);
  process.exit(1);
}
