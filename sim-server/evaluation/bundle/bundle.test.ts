// A bundle is trusted whole or not at all: whatever byte is altered is noticed, by signatures that others define.
import { createPrivateKey, createPublicKey, generateKeyPairSync, hash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { compactVerify, importJWK } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepRun } from "../../../tests/kept-run.fixture.ts";
import { readArguments } from "../../cli/arguments.ts";
import { exportRun } from "../../cli/export.ts";
import { verify } from "../../cli/verify.ts";
import { completeRunOf, openBundle } from "./bundle-check.ts";
import { holds, readPublicKey, SUITES, signed } from "./signature.ts";
import { readZip, writeZip } from "./stored-zip.ts";

const folder = mkdtempSync(join(tmpdir(), "sandtable-bundle-"));
const place = { cwd: folder, language: "en", dataDir: folder } as const;
const keyOf = (suite: string) => {
  const key = readPublicKey(readFileSync(join(folder, `${suite}.key`), "utf8"));
  if (!key) throw new Error("no key");
  return key;
};
const bundleOf = (suite: string): Uint8Array => new Uint8Array(readFileSync(join(folder, `${suite}.zip`)));

beforeAll(async () => {
  const runId = await keepRun(folder);
  for (const suite of SUITES) {
    const words = [runId, "--bundle", "--out", `${suite}.zip`, "--key-out", `${suite}.key`, "--signature", suite];
    const reading = readArguments(exportRun, words);
    if ("misuse" in reading) throw new Error(reading.misuse);
    const answer = await exportRun.run(reading.asked, place);
    if ("misuse" in answer || answer.exit !== 0) throw new Error(JSON.stringify(answer));
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(SUITES)("a bundle signed by %s", (suite) => {
  test("verifies with the public key alone, and gives back the run", async () => {
    const opened = await openBundle(bundleOf(suite), keyOf(suite));
    if ("fault" in opened) throw new Error(opened.fault.sentence);
    expect(JSON.parse(Buffer.from(completeRunOf(opened)).toString()).journal.length).toBe(
      opened.manifest.journal.entries,
    );
  });

  test("with any byte flipped is refused, and the file it lies in is named", async () => {
    const whole = bundleOf(suite);
    const read = readZip(whole);
    if ("fault" in read) throw new Error("the bundle itself is refused");
    // Every part of the file: each header and seam, and bytes all through.
    const step = Math.max(1, Math.floor(whole.length / 400));
    const ends: number[] = [];
    let end = 0;
    for (const { name, bytes } of read.entries) {
      end += 30 + Buffer.byteLength(name) + bytes.length;
      ends.push(end);
    }
    const seams = [0, ...ends].flatMap((at) => Array.from({ length: 40 }, (_, more) => at + more));
    const places = [...new Set([...seams, ...Array.from({ length: 400 }, (_, at) => at * step)])];
    for (const at of places.filter((one) => one < whole.length)) {
      const altered = Uint8Array.from(whole);
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8));
      const opened = await openBundle(altered, keyOf(suite));
      expect("fault" in opened, `byte ${at}`).toBe(true);
      const inside = ends.findIndex((one) => at < one);
      const name = read.entries[inside]?.name;
      const start = ends[inside - 1] ?? 0;
      const content = name !== undefined && at >= start + 30 + Buffer.byteLength(name);
      if ("fault" in opened && content) expect(opened.fault.file, `byte ${at}`).toBe(name);
    }
  }, 60_000);

  test("is refused when a file is added, removed or cut, and with another's key", async () => {
    const read = readZip(bundleOf(suite));
    if ("fault" in read) throw new Error("unreadable");
    const { entries } = read;
    const faultOf = async (zip: Uint8Array, key = keyOf(suite)) => {
      const opened = await openBundle(zip, key);
      return "fault" in opened ? opened.fault.file : undefined;
    };
    expect(await faultOf(writeZip([...entries, { name: "more.txt", bytes: Buffer.from("x") }]))).toBe("more.txt");
    expect(await faultOf(writeZip(entries.filter(({ name }) => name !== "events.jsonl")))).toBe("events.jsonl");
    const cut = entries.map((one) => (one.name === "score.json" ? { ...one, bytes: one.bytes.subarray(1) } : one));
    expect(await faultOf(writeZip(cut))).toBe("score.json");
    expect(await faultOf(bundleOf(suite).subarray(0, 5000))).not.toBeUndefined();
    const other =
      suite === "ed25519" ? generateKeyPairSync("ed25519") : generateKeyPairSync("ec", { namedCurve: "SM2" });
    expect(await faultOf(bundleOf(suite), { key: other.publicKey, suite })).toBe("manifest.json");
  });

  test("is told by the command line in a sentence, exit 1 when altered", async () => {
    const ask = async (file: string) => {
      const reading = readArguments(verify, [file, "--key", `${suite}.key`]);
      if ("misuse" in reading) throw new Error(reading.misuse);
      return verify.run(reading.asked, place);
    };
    expect(await ask(`${suite}.zip`)).toMatchObject({ exit: 0, data: { intact: true, suite } });
    const altered = bundleOf(suite);
    const at = Buffer.from(altered).indexOf("run-started");
    altered[at] = 82;
    writeFileSync(join(folder, "altered.zip"), altered);
    expect(await ask("altered.zip")).toMatchObject({
      exit: 1,
      data: { intact: false, fault: { file: "events.jsonl" } },
    });
  });
});

test("somebody else's tool reads the container: fflate unpacks every file as it went in", () => {
  const read = readZip(bundleOf("ed25519"));
  if ("fault" in read) throw new Error("unreadable");
  const files = unzipSync(bundleOf("ed25519"));
  expect(Object.keys(files)).toEqual(read.entries.map(({ name }) => name));
  for (const { name, bytes } of read.entries) expect(Buffer.from(files[name] ?? []).equals(bytes), name).toBe(true);
});

test("the signature of RFC 8037, appendix A.4, holds under jose with the key that signs our manifests", async () => {
  const jwk = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };
  const jws =
    "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
  const { payload } = await compactVerify(jws, await importJWK(jwk, "EdDSA"));
  expect(Buffer.from(payload).toString()).toBe("Example of Ed25519 signing");
  const privateKey = createPrivateKey({
    key: { ...jwk, d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A" },
    format: "jwk",
  });
  const ours = await signed(Buffer.from("a manifest"), privateKey, "ed25519");
  expect(await holds(ours, Buffer.from("a manifest"), createPublicKey({ key: jwk, format: "jwk" }), "ed25519")).toBe(
    true,
  );
  expect(await holds(ours, Buffer.from("another"), createPublicKey({ key: jwk, format: "jwk" }), "ed25519")).toBe(
    false,
  );
});

test("SM3 gives the digest of GB/T 32905's first example", () => {
  expect(hash("sm3", "abc", "hex")).toBe("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
});
