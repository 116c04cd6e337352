import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, describe, expect, test } from "vitest";
import { openStore } from "../store/open-store.ts";
import { headerFor } from "./header.fixture.ts";
import { openJournal } from "./journal.ts";

const folder = mkdtempSync(join(tmpdir(), "sandtable-crash-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a server killed without warning", () => {
  test("has lost nothing it had answered for, and leaves an unbroken chain", async () => {
    const made = await openStore(folder);
    await openJournal(made).create(headerFor("r1"));
    await made.close();
    const at = (file: string) => JSON.stringify(join(import.meta.dirname, file));
    const script = `
      const { openStore } = await import(${at("../store/open-store.ts")});
      const { openJournal } = await import(${at("journal.ts")});
      const journal = openJournal(await openStore(${JSON.stringify(folder)}));
      const intent = { kind: "move" };
      for (let tick = 0; ; tick += 1) {
        const several = Array.from({ length: 1 + (tick % 5) }, () => journal.append("r1", [{ kind: "input", tick, by: "a", intent }]));
        for (const written of await Promise.all(several)) process.stdout.write(written.firstSeq + "\\n");
      }`;
    let answered = 0;
    for (const lifeMs of [150, 270, 390]) {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const gone = new Promise((done) => child.once("close", done));
      const lines = createInterface(child.stdout);
      const began = answered;
      lines.on("line", (line) => {
        if (answered === began) setTimeout(() => child.kill("SIGKILL"), lifeMs);
        answered = Math.max(answered, Number(line));
      });
      await gone;
      expect(answered).toBeGreaterThan(began);
      const store = await openStore(folder);
      const verdict = await openJournal(store).verify("r1");
      expect(verdict.ok && verdict.entries - 1).toBeGreaterThanOrEqual(answered);
      await store.close();
    }
  });
});
