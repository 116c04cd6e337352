// What the linter foresees of every scenario here holds what its cases come to.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadScenario, readScenarioFiles } from "../scenarios/format/load.ts";
import { namesOf } from "../scenarios/format/names.ts";
import { parseCase } from "../scenarios/format/parse-case.ts";
import { wordsOf } from "../scenarios/lint/fact-words.ts";
import { possibleIn } from "../scenarios/lint/possible.ts";
import { runLimitS } from "../scenarios/lint/run-limit.ts";
import { compileScenario } from "../sim-server/core/compile.ts";
import { differences, playCase } from "../sim-server/core/play-case.ts";

const home = join(import.meta.dirname, "../scenarios");
const folders = [
  join(home, "template"),
  join(import.meta.dirname, "ammonia-yard"),
  ...readdirSync(join(home, "emergency")).map((name) => join(home, "emergency", name)),
];
const cases = folders.flatMap((folder) =>
  [...readScenarioFiles(folder)]
    .filter(([file]) => file.startsWith("cases/"))
    .map(([file, source]) => ({ folder, file, source })),
);

describe.each(cases)("$file of $folder", ({ folder, file, source }) => {
  const { scenario } = loadScenario(folder);
  if (!scenario) throw new Error(`${folder} cannot be read`);
  const { script, problems } = parseCase(file, source, scenario);
  if (!script) throw new Error(problems[0]?.sentence.en);
  const played = playCase(compileScenario(scenario), script);
  const facts = played.session.run.index.all;

  test("ends as its author expects", () => {
    expect(differences(played, script.expect)).toEqual([]);
  });

  test("holds nothing that the linter would have called impossible", () => {
    const possible = possibleIn(scenario, namesOf(scenario), runLimitS(scenario));
    const { can, facts: kinds, limitS } = possible;
    const happened = (kind: string): string[] => facts.filter((fact) => fact.kind === kind).map(({ of }) => of);
    const unforeseen = {
      kinds: [...new Set(facts.map(({ kind }) => kind))].filter((kind) => !kinds.has(kind)),
      tasks: happened("task-met").filter((id) => !can.task.has(id)),
      injects: happened("inject-released").filter((id) => !can.inject.has(id)),
      events: happened("event-happened").filter((id) => !can.event.has(id)),
      decisions: happened("decided").filter((id) => !can.decision.has(id)),
      phases: happened("phase-began").filter((id) => !can.phase.has(id)),
      duties: happened("duty-met").filter((id) => !can["duty met"].has(id)),
      violations: happened("violation-committed").filter((id) => !can.violation.has(id)),
      reports: happened("report-sent").filter((id) => !can.report.has(id)),
      acts: facts
        .filter(({ kind }) => kind === "operated")
        .map((fact) => `${fact.of}/${fact["action"]}`)
        .filter((act) => !can.act.has(act)),
      words: facts.flatMap((fact) =>
        Object.entries(fact).flatMap(([field, word]) => {
          const known = typeof word === "string" && field !== "kind" ? wordsOf(possible, fact.kind, field) : null;
          return known === null || [...known].includes(String(word)) ? [] : [`${fact.kind}.${field}: ${word}`];
        }),
      ),
      late: facts.filter(({ tick }) => tick > limitS * 10 + 1).map(({ kind }) => kind),
    };
    expect(Object.entries(unforeseen).filter(([, found]) => found.length > 0)).toEqual([]);
  });
});
