// Runs every proof, whatever the one before said, and adds their counts up.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./child.mjs";
import { buildClient } from "./client-build.mjs";

const CHROMIUM = "/usr/bin/chromium";

/** Resolves with 0 when every step passed; with `count`, the last line is `N passed, N failed`. */
export async function prove(root, steps, { count }) {
  const failedSteps = new Set();
  const total = { passed: 0, failed: 0 };
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  const reports = mkdtempSync(join(tmpdir(), "sandtable-proofs-"));
  try {
    for (const step of steps) {
      console.log(`\n== ${step.name}`);
      const outcome = await take(root, step, failedSteps, join(reports, `${step.name}.json`));
      total.passed += outcome.passed;
      total.failed += outcome.failed;
      if (outcome.failed > 0) failedSteps.add(step.name);
      if (stopped) return 130;
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  if (failedSteps.size > 0) console.log(`\nFailed: ${[...failedSteps].join(", ")}.`);
  if (count) console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return failedSteps.size > 0 ? 1 : 0;
}

async function take(root, step, failedSteps, report) {
  for (const need of step.needs ?? []) {
    if (need === "chromium" ? !(await ensureChromium(root)) : failedSteps.has(need)) {
      console.log(`Left out: it needs ${need}.`);
      return { passed: 0, failed: 1 };
    }
  }
  if (step.build) return countOf(await buildClient(root));
  if (!step.vitest) return countOf(await run(root, step.command[0], step.command.slice(1)));
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run(root, "vitest", ["run", "--passWithNoTests", ...step.vitest, ...reporters]);
  return countReport(report, code);
}

/** A step that is no collection of tests counts only when it fails, as one failure. */
const countOf = (code) => ({ passed: 0, failed: code === 0 ? 0 : 1 });

/** A suite that could not even be loaded has no failed test to its name; it still counts as one. */
export function countReport(report, code) {
  if (!existsSync(report)) return countOf(code);
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, "utf8"));
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function ensureChromium(root) {
  if (existsSync(CHROMIUM)) return true;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium for the browser tests ...");
    const install = () => run(root, "apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
    if ((await install()) === 0) return true;
    // A machine made from an image often has no package lists yet.
    if ((await run(root, "apt-get", ["update"])) === 0 && (await install()) === 0) return true;
  }
  console.log(`The browser tests need Chromium at ${CHROMIUM}: on Debian, apt-get install chromium.`);
  return false;
}
