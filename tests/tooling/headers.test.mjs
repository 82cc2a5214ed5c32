// The headers are stated once, in web/headers.json; what repeats them must agree.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const { always, caching } = JSON.parse(readFileSync("web/headers.json", "utf8"));
/** @type {string} */
const policy = always["Content-Security-Policy"];

test("the policy allows wasm and nothing inline", () => {
  assert.match(policy, /^default-src 'none'/);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*/);
});

test("index.html carries the policy for hosts without headers", () => {
  const html = readFileSync("index.html", "utf8");
  const content = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
  assert.equal(content, policy.replace(/; frame-ancestors [^;]+$/, "")); // a <meta> cannot say frame-ancestors
});

test("docs/hosting.md gives each header as it is", () => {
  const guide = readFileSync("docs/hosting.md", "utf8");
  for (const value of [...Object.values(always), ...Object.values(caching)]) assert.ok(guide.includes(value), value);
});
