import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const repository = join(import.meta.dirname, "../..");
const root = mkdtempSync(join(tmpdir(), "sandtable-launch-"));
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** Stands for npm or vite: notes that it ran, and leaves behind what the real one would. */
const standIn = (name: string, effect: string) => {
  write(
    `bin/${name}`,
    `#!/usr/bin/env node
const { appendFileSync, mkdirSync, writeFileSync, existsSync } = require("node:fs");
appendFileSync("ran.log", "${name} " + process.argv.slice(2).join(" ") + "\\n");
${effect}`,
  );
};

beforeAll(() => {
  cpSync(join(repository, "sim-server/launch.mjs"), join(root, "sim-server/launch.mjs"));
  cpSync(join(repository, "sim-server/launch"), join(root, "sim-server/launch"), { recursive: true });
  write("package.json", '{"type":"module"}');
  write("bin/package.json", '{"type":"commonjs"}');
  write("package-lock.json", "{}");
  write("client/main.ts", "1");
  write("node_modules/.bin/package.json", '{"type":"commonjs"}');
  symlinkSync(join(repository, "node_modules/node"), join(root, "node_modules/node"));
  standIn("npm", `console.log("noise on stdout");`);
  standIn("vite", `mkdirSync("dist/client", { recursive: true }); writeFileSync("dist/client/index.html", "");`);
  cpSync(join(root, "bin/vite"), join(root, "node_modules/.bin/vite"));
  for (const file of ["bin/npm", "node_modules/.bin/vite"]) executable(file);
  write(
    "sim-server/cli.ts",
    `const words: string[] = process.argv.slice(2);
console.log(JSON.stringify({ words, node: process.versions.node.split(".")[0] }));
process.exitCode = 7;`,
  );
  write(
    "sim-server/main.ts",
    `let signals = 0;
process.on("SIGINT", () => { signals += 1; console.log("signal"); setTimeout(() => { console.log("closed after " + signals); process.exit(0); }, 300); });
process.once("disconnect", () => { require("node:fs").writeFileSync("left.log", "left alone"); process.exit(3); });
console.log("ready " + process.pid);
setInterval(() => {}, 1000);`
      .replace('require("node:fs").', "fs.")
      .replace("let signals", 'import fs from "node:fs";\nlet signals'),
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function executable(file: string) {
  const text = readFileSync(join(root, file), "utf8");
  writeFileSync(join(root, file), text, { mode: 0o755 });
  rmSync(join(root, file));
  writeFileSync(join(root, file), text, { mode: 0o755 });
}

const environment = { ...process.env, PATH: `${join(root, "bin")}:${process.env["PATH"]}`, npm_execpath: "" };

async function launch(...words: string[]) {
  try {
    const options = { cwd: root, env: environment };
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ["sim-server/launch.mjs", ...words],
      options,
    );
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

const ran = () => {
  try {
    return readFileSync(join(root, "ran.log"), "utf8").trim().split("\n");
  } catch {
    return [];
  }
};

describe("the command line", () => {
  test("installs first, then speaks alone on stdout, under Node 24, with its words and its exit code", async () => {
    const { code, stdout } = await launch("cli", "check", "--all", "two words");
    expect(ran()).toHaveLength(1);
    expect(ran()[0]).toMatch(/^npm install/);
    expect(JSON.parse(stdout)).toEqual({ words: ["check", "--all", "two words"], node: "24" });
    expect(code).toBe(7);
  });

  test("does not install again until the lock file changes", async () => {
    await launch("cli");
    expect(ran()).toHaveLength(1);
    write("package-lock.json", '{"changed":true}');
    await launch("cli");
    expect(ran()).toHaveLength(2);
    const stamp = readFileSync(join(root, "node_modules/.sandtable-lock"), "utf8");
    expect(stamp).toBe(createHash("sha256").update('{"changed":true}').digest("hex"));
  });

  test("says which words there are", async () => {
    const { code, stderr } = await launch("strat");
    expect(code).toBe(2);
    expect(stderr).toContain('"strat" is not one of start, dev, test');
  });

  test("says which file is missing", async () => {
    expect(await launch("bench")).toMatchObject({ code: 1, stderr: "There is no tests/bench/main.ts to run.\n" });
  });
});

type Started = { child: ChildProcess; lines: string[]; ready: Promise<number>; ended: Promise<number | null> };

function start(): Started {
  const child = spawn(process.execPath, ["sim-server/launch.mjs", "start"], {
    cwd: root,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const lines: string[] = [];
  const ended = new Promise<number | null>((done) => child.once("close", done));
  const ready = new Promise<number>((done) => {
    createInterface(child.stdout).on("line", (line) => {
      lines.push(line);
      if (line.startsWith("ready")) done(Number(line.split(" ")[1]));
    });
  });
  return { child, lines, ready, ended };
}

const builds = () => ran().filter((line) => line.startsWith("vite build")).length;
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("start", () => {
  test("builds the client once, and again only when something it is made of has changed", async () => {
    for (const [change, expected] of [
      [() => undefined, 1],
      [() => undefined, 1],
      [() => utimesSync(join(root, "client/main.ts"), 1, 1), 2],
      [() => write("sim-server/protocol/words.ts", "1"), 3],
      [() => write("sim-server/core/session.ts", "1"), 3],
    ] as const) {
      change();
      const { child, ready, ended } = start();
      await ready;
      child.kill("SIGINT");
      await ended;
      expect(builds()).toBe(expected);
    }
  });

  test("passes one Ctrl-C on, though terminal and npm both send it, and leaves when the server has closed", async () => {
    const { child, lines, ready, ended } = start();
    const pid = await ready;
    process.kill(-(child.pid ?? 0), "SIGINT"); // the terminal, to the whole group
    child.kill("SIGINT"); // npm
    expect(await ended).toBe(0);
    expect(lines.at(-1)).toBe("closed after 1");
    expect(isAlive(pid)).toBe(false);
  });

  test("killed outright, it leaves no server behind that cares to listen", async () => {
    const { child, ready } = start();
    const pid = await ready;
    child.kill("SIGKILL");
    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false);
    expect(readFileSync(join(root, "left.log"), "utf8")).toBe("left alone");
  });
});

describe("the count of proofs", () => {
  test("is read from the reports; a suite that could not be loaded and a crash count as one failure", async () => {
    const { countReport } = (await import(join(import.meta.dirname, "proofs.mjs"))) as {
      countReport(report: string, code: number): { passed: number; failed: number };
    };
    const report = join(root, "report.json");
    writeFileSync(report, JSON.stringify({ numPassedTests: 12, numFailedTests: 2 }));
    expect(countReport(report, 1)).toEqual({ passed: 12, failed: 2 });
    writeFileSync(report, JSON.stringify({ numPassedTests: 12, numFailedTests: 0 }));
    expect(countReport(report, 0)).toEqual({ passed: 12, failed: 0 });
    expect(countReport(report, 1)).toEqual({ passed: 12, failed: 1 });
    expect(countReport(join(root, "none.json"), 1)).toEqual({ passed: 0, failed: 1 });
  });
});
