// Reads how many tests ran out of what the test programs say.

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/** @param {Counts[]} all */
export function sum(all) {
  return all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * `cargo test` ends each test program with a line "test result: ok. 3 passed; 0 failed; 1 ignored; …".
 * @param {string} output
 * @returns {Counts}
 */
export function cargoCounts(output) {
  const lines = output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/gm);
  return sum([...lines].map(([, passed, failed, skipped]) => counts(passed, failed, skipped)));
}

/**
 * Node's test runner ends its TAP report with "# pass 3", "# fail 0", "# cancelled 0", "# skipped 1", "# todo 0".
 * @param {string} tap
 * @returns {Counts}
 */
export function tapCounts(tap) {
  /** @param {string} word */
  const line = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(tap)?.[1] ?? 0);
  return { passed: line("pass"), failed: line("fail") + line("cancelled"), skipped: line("skipped") + line("todo") };
}

/**
 * Playwright's JSON report.
 * @param {string} json
 * @returns {Counts}
 */
export function playwrightCounts(json) {
  const { expected, flaky, unexpected, skipped } = JSON.parse(json).stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/**
 * @param {(string | undefined)[]} numbers
 * @returns {Counts}
 */
function counts(...numbers) {
  const [passed = 0, failed = 0, skipped = 0] = numbers.map(Number);
  return { passed, failed, skipped };
}
