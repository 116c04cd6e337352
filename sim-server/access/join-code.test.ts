import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore, type Store } from "../store/open-store.ts";
import { RUN } from "./access.fixture.ts";
import { type JoinCodes, openJoinCodes } from "./join-code.ts";

const LIFE_MIN = 240;
let folder: string;
let store: Store;
let codes: JoinCodes;
let nowMs: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sandtable-codes-"));
  store = await openStore(folder);
  nowMs = 1_800_000_000_000;
  codes = openJoinCodes(store, LIFE_MIN, () => nowMs);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Another code than those given, so that a guess is surely wrong. */
const wrong = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, "0");

async function wrongGuessesTaken(right: string, addresses: readonly string[]): Promise<number> {
  let taken = 0;
  for (let second = 0; second < LIFE_MIN * 60; second += 1) {
    nowMs += 1000;
    const address = addresses[second % addresses.length] ?? "";
    const outcome = await codes.redeem(wrong(right), address);
    if (!outcome.ok && outcome.refusal.code === "code-unknown") taken += 1;
  }
  return taken;
}

describe("a join code", () => {
  test("is six digits, leads to its run, and is unique among the live ones", async () => {
    const issued = new Set<string>();
    for (let index = 0; index < 300; index += 1) {
      const { code } = await codes.issue({ ...RUN, runId: `run-${index}` });
      expect(code).toMatch(/^\d{6}$/);
      issued.add(code);
    }
    expect(issued.size).toBe(300);
    const { code } = await codes.issue(RUN);
    expect(await codes.redeem(code, "10.0.0.1")).toEqual({ ok: true, value: RUN });
  });

  test("ends with its life, with a new code, and with the run", async () => {
    const first = await codes.issue(RUN);
    const second = await codes.issue(RUN);
    expect(await codes.redeem(first.code, "10.0.0.1")).toMatchObject({ refusal: { code: "code-unknown" } });
    expect(await codes.of(RUN.runId)).toEqual(second);
    nowMs = second.expiresAtMs - 1;
    expect(await codes.redeem(second.code, "10.0.0.1")).toMatchObject({ ok: true });
    nowMs = second.expiresAtMs;
    expect(await codes.redeem(second.code, "10.0.0.1")).toMatchObject({ refusal: { code: "code-expired" } });
    expect(await codes.of(RUN.runId)).toBeUndefined();
    const third = await codes.issue(RUN);
    await codes.revoke(RUN.runId);
    expect(await codes.redeem(third.code, "10.0.0.1")).toMatchObject({ refusal: { code: "code-unknown" } });
  });

  test("survives a restart of the server", async () => {
    const { code } = await codes.issue(RUN);
    await store.close();
    store = await openStore(folder);
    codes = openJoinCodes(store, LIFE_MIN, () => nowMs);
    expect(await codes.redeem(code, "10.0.0.1")).toMatchObject({ ok: true });
  });
});

describe("guessing a code through its whole life, once a second", () => {
  test("one address gets 90 tries in a million", async () => {
    const { code } = await codes.issue(RUN);
    const taken = await wrongGuessesTaken(code, ["10.0.0.1"]);
    expect(taken).toBeGreaterThanOrEqual(30);
    expect(taken).toBeLessThanOrEqual(90);
  });

  test("ten thousand addresses together get 220", async () => {
    const { code } = await codes.issue(RUN);
    const many = Array.from({ length: 10_000 }, (_, index) => `10.1.${index >> 8}.${index & 255}`);
    const taken = await wrongGuessesTaken(code, many);
    expect(taken).toBeGreaterThanOrEqual(100);
    expect(taken).toBeLessThanOrEqual(220);
  });

  test("tries sent all at once are counted all at once", async () => {
    const { code } = await codes.issue(RUN);
    const outcomes = await Promise.all(Array.from({ length: 500 }, () => codes.redeem(wrong(code), "10.0.0.1")));
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal.code === "code-unknown")).toHaveLength(30);
  });

  test("a right code costs nothing, so a whole class behind one address gets in", async () => {
    const { code } = await codes.issue(RUN);
    for (let trainee = 0; trainee < 200; trainee += 1) {
      expect(await codes.redeem(code, "10.0.0.1")).toMatchObject({ ok: true });
    }
  });
});
