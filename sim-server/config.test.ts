import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Config, readConfig } from "./config.ts";

const folder = mkdtempSync(join(tmpdir(), "sandtable-config-"));
const scenarios = join(folder, "scenarios");
mkdirSync(scenarios);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const places = ["--data", join(folder, "data"), "--scenarios", scenarios];
const read = (argv: string[], env: Record<string, string> = {}) => readConfig([...places, ...argv], env);

function config(argv: string[], env?: Record<string, string>): Config {
  const reading = read(argv, env);
  if ("problems" in reading) throw new Error(reading.problems.join("\n"));
  return reading.config;
}

function problems(argv: string[], env?: Record<string, string>): readonly string[] {
  const reading = read(argv, env);
  return "problems" in reading ? reading.problems : [];
}

describe("what is said with nothing set", () => {
  test("a server listens only on this machine, on port 2567, with four-hour join codes", () => {
    expect(config([])).toMatchObject({ host: "127.0.0.1", port: 2567, lan: false, joinCodeLifeMin: 240 });
    expect(config([]).publicOrigin).toBeUndefined();
  });

  test("the LAN flag opens every interface unless a host is named", () => {
    expect(config(["--lan"])).toMatchObject({ lan: true, host: "0.0.0.0" });
    expect(config(["--lan", "--host", "192.168.1.20"]).host).toBe("192.168.1.20");
    expect(config([], { SANDTABLE_LAN: "1" }).host).toBe("0.0.0.0");
  });
});

describe("flags and environment", () => {
  test("a flag wins over the environment, and both ways of writing a flag are read", () => {
    expect(config(["--port=2600"], { SANDTABLE_PORT: "2700" }).port).toBe(2600);
    expect(config(["--port", "2600"]).port).toBe(2600);
    expect(config([], { SANDTABLE_PORT: "2700" }).port).toBe(2700);
  });

  test("an environment variable of another program is left alone", () => {
    expect(problems([], { PORT: "banana", HOME: "/root" })).toEqual([]);
  });
});

describe("what is wrong is said, all at once", () => {
  test("four faults give four sentences, each naming what was written and what is wanted", () => {
    const said = problems(["--port", "99999", "--colour", "--log=loud"], { SANDTABLE_PROT: "1" });
    expect(said).toHaveLength(4);
    expect(said.join("\n")).toMatch(/--port must be a whole number from 1 to 65534 .*not "99999"/);
    expect(said.join("\n")).toContain("--colour is not a flag");
    expect(said.join("\n")).toMatch(/--log must be one of .*info.* not "loud"/);
    expect(said.join("\n")).toContain("SANDTABLE_PROT is not a setting");
  });

  test.each([
    [["--port"], "--port needs a value"],
    [["start"], '"start" is not understood'],
    [["--public-origin", "https://example.org/path"], "an address without a path"],
    [["--public-origin", "ftp://example.org"], "an address without a path"],
    [["--join-code-life-min", "0"], "minutes from 5 to 1440"],
    [["--host", "not a host"], "a host name or IP address"],
    [["--scenarios", "/nowhere/at/all"], "The scenarios folder /nowhere/at/all does not exist."],
  ])("%j is refused", (argv, sentence) => {
    expect(problems(argv).join("\n")).toContain(sentence);
  });

  test("a data folder that cannot be made is one sentence", () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    expect(problems(["--data", join(file, "data")])).toEqual([
      `The data folder ${join(file, "data")} cannot be written (ENOTDIR).`,
    ]);
  });

  test("a foreign record store is one address with its key; anything else is said", () => {
    const address = "https://key:s%20ecret@lrs.example.gov.cn/xapi";
    expect(config([], { SANDTABLE_RECORD_STORE: address }).recordStore).toBe(address);
    const [said = ""] = problems(["--record-store", "ftp://key:hidden@lrs.example.gov.cn/xapi"]);
    expect(said).toMatch(/^--record-store must be /);
    expect(said).not.toContain("hidden");
    expect(problems(["--record-store", "https://lrs.example.gov.cn/xapi"])).toHaveLength(1);
  });
});
