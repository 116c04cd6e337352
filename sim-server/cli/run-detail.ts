// A complete run told the way reports are written from: its row, its rubric, its score, its facts.
import { loadLaws } from "../../scenarios/format/load-law.ts";
import { consoleBriefing } from "../core/views/briefings.ts";
import type { RunDetail, RunRow } from "../protocol/api.ts";
import { openingOf } from "../room/run-log.ts";
import type { PlayableRun } from "./playable-run.ts";

/** What a journal does not tell: it keeps exercise time, and nobody's clock on the wall. */
export type KnownRow = Partial<Pick<RunRow, "startedAtMs" | "endedAtMs">>;

export function detailOf({ complete, header, entries, compiled }: PlayableRun, known: KnownRow): RunDetail {
  const { runId, roster } = header;
  const { score, facts, ratings, journal } = complete;
  const names = Object.fromEntries(roster.map(({ slot, name }) => [slot, name]));
  for (const { kind, by, detail } of facts) if (kind === "joined") names[by] = String(detail["name"] ?? "");
  const ended = entries.some(({ kind }) => kind === "closed");
  return {
    row: {
      runId,
      scenario: header.scenario.id,
      title: compiled.scenario.title,
      unit: header.unit,
      createdBy: header.createdBy,
      createdAtMs: header.createdAtMs,
      startedAtMs: known.startedAtMs ?? null,
      endedAtMs: known.endedAtMs ?? null,
      state: ended ? "ended" : "running",
      outcome: score?.outcome ?? null,
      percent: score?.percent ?? null,
      passed: score?.passed ?? null,
      people: Object.values(names).filter((name) => name !== ""),
      code: null,
    },
    briefing: consoleBriefing(compiled, {
      runId,
      seed: header.seed,
      parameters: { ...openingOf(header).parameters },
      sha256: header.scenario.sha256,
      laws: loadLaws(),
      names,
    }),
    score,
    facts,
    ratings,
    journal: { entries: journal.length, head: journal.at(-1)?.sha256 ?? "", intact: true },
  };
}
