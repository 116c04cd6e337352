// `verify`: recomputes the hash chain of a complete run, with no database and no server to trust.
import type { Answer, Command } from "./command.ts";
import { type KeptFault, readBytes, readKeptRun } from "./kept-run.ts";
import { verifyBundle } from "./verify-bundle.ts";

export const verify: Command = {
  name: "verify",
  summary: "Recomputes the hash chain of a complete run and says whether it is intact, or which entry was altered.",
  operands: { usage: "<complete-run.json or bundle.zip>", least: 1, most: 1 },
  options: {
    key: { takes: "file", says: "the signer's public key, which a bundle is checked with" },
    head: { takes: "sha256", says: "the chain's last hash as it was noted elsewhere, such as on a printed report" },
  },
  examples: ["bundle.zip --key pub.jwk", "drill.json", "drill.json --head 3f8a… --json"],

  async run(asked, { cwd }) {
    const [name = ""] = asked.operands;
    const read = readBytes(name, cwd);
    if ("misuse" in read) return read;
    if (name.endsWith(".zip")) return verifyBundle(name, read.bytes, asked.one("key"), cwd);
    const kept = readKeptRun(read.bytes);
    if ("fault" in kept) return broken(name, kept.fault);
    const last = kept.complete.journal.at(-1);
    const head = last?.sha256 ?? "";
    const noted = asked.one("head");
    if (noted !== undefined && noted.toLowerCase() !== head)
      return broken(name, {
        entry: last?.seq ?? null,
        why: "shortened",
        sentence: `the chain ends in ${head}, not in the hash you noted: entries were cut off or all written anew`,
      });
    const { runId, scenario } = kept.header;
    const closed = kept.entries.some(({ kind }) => kind === "closed");
    const entries = kept.complete.journal.length;
    return {
      exit: 0,
      data: { intact: true, runId, scenario, entries, head, closed, fault: null },
      lines: [
        `${name} is intact: all ${entries} entries of run ${runId} (${scenario.id} ${scenario.version}) follow from one another.`,
        `Its last hash is ${head}.`,
        ...(closed ? [] : ["The run was not closed when it was exported."]),
      ],
    };
  },
};

/** The answer of any command to a file that cannot be trusted. */
export function broken(name: string, fault: KeptFault): Answer {
  return { exit: 1, data: { intact: false, fault }, lines: [`${name} is not to be trusted: ${fault.sentence}.`] };
}
