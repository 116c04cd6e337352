// A newer rubric on an older world: the judging parts of one version of a scenario put into another's files.
import { parse, stringify } from "yaml";
import { parseScenario } from "../../../scenarios/format/parse.ts";

type Files = Readonly<Record<string, string>>;

/** What judges and does not happen. Everything else stays as it was played. */
const JUDGING = [
  "version",
  "law",
  "objectives",
  "duties",
  "violations",
  "scales",
  "pass",
  "assessment",
  "debrief",
] as const;

/** The merged files, or the first sentence that says why the rubric does not fit the run's world. */
export function withRubric(played: Files, newer: Files): { files: Files } | { problem: string } {
  const world = parse(played["scenario.yaml"] ?? "") as Record<string, unknown>;
  const rubric = parse(newer["scenario.yaml"] ?? "") as Record<string, unknown>;
  const merged: Record<string, unknown> = { ...world };
  for (const key of JUDGING) {
    if (rubric[key] === undefined) delete merged[key];
    else merged[key] = rubric[key];
  }
  const files = { ...played, "scenario.yaml": stringify(merged) };
  const { scenario, problems } = parseScenario(new Map(Object.entries(files)));
  const [first] = problems.filter(({ severity }) => severity === "error");
  return scenario ? { files } : { problem: first ? `${first.path}: ${first.sentence.en}` : "the rubric does not fit" };
}
