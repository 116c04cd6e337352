// Reads a scenario's files as far as they can be read: for the door, which is strict, and for the linter, which is not.
import { conditionFindings } from "./condition-places.ts";
import { readDocument } from "./document.ts";
import { byKind } from "./hazard.ts";
import { type Names, namesOf } from "./names.ts";
import { type Finding, finding, type Path, type Problem } from "./problem.ts";
import { references } from "./references.ts";
import { salvage } from "./salvage.ts";
import { type Scenario, scenario as scenarioSchema } from "./scenario.ts";
import { type ApartFile, withTaxFiles } from "./tax-files.ts";
import { taxReferences } from "./tax-references.ts";
import { wordIssues } from "./wording.ts";

const SCENARIO_FILE = "scenario.yaml";
const STAGE_FILE = "stage.yaml";

export type ScenarioReading = {
  /** The scenario, if every part of it fits the language. */
  whole: Scenario | undefined;
  /** What fits, if not all does. */
  part: Scenario | undefined;
  raw: unknown;
  names: Names;
  problems: Problem[];
  /** Turns a rule's finding into a problem with its place in the files. */
  place: (rule: string, found: Finding) => Problem;
};

export function readScenario(files: ReadonlyMap<string, string>): ScenarioReading {
  const source = files.get(SCENARIO_FILE);
  const main = readDocument(SCENARIO_FILE, source ?? "");
  const problems: Problem[] = [];
  const apart: ApartFile[] = [];
  let raw = main.value;

  const place = (rule: string, found: Finding): Problem => {
    const own = apart.find(({ at }) => found.path.length > at.length && at.every((part, i) => found.path[i] === part));
    const path = own ? found.path.slice(own.at.length) : found.path;
    const at = (own?.read ?? main).locate(path);
    const file = own?.file ?? SCENARIO_FILE;
    const severity = found.severity ?? "error";
    return { rule, severity, file, ...at, path: path.join("."), sentence: found.sentence };
  };
  const say = (rule: string, found: readonly Finding[]): void => {
    for (const one of found) problems.push(place(rule, one));
  };

  if (source === undefined) {
    say("yaml", [
      finding([], "there is no scenario.yaml here; start from the template", "此处没有 scenario.yaml；请从模板开始。"),
    ]);
    return { whole: undefined, part: undefined, raw: undefined, names: namesOf(undefined), problems, place };
  }
  problems.push(...main.problems);
  if (isObject(raw) && raw["stage"] === STAGE_FILE) {
    const own = files.get(STAGE_FILE);
    if (own === undefined)
      say("schema", [
        finding(
          ["stage"],
          "stage.yaml is not beside this file; add it or write the stage here",
          "旁边没有 stage.yaml；请补上，或在此处写明场地。",
        ),
      ]);
    else {
      const read = readDocument(STAGE_FILE, own);
      problems.push(...read.problems);
      apart.push({ at: ["stage"], file: STAGE_FILE, read });
      raw = { ...raw, stage: read.value };
    }
  }
  if (isObject(raw)) {
    const joined = withTaxFiles(raw, files);
    apart.push(...joined.apart);
    problems.push(...joined.apart.flatMap(({ read }) => read.problems));
    raw = joined.raw;
  }
  const readable = problems.length === 0;
  const parsed = scenarioSchema.safeParse(raw);
  if (readable && !parsed.success) say("schema", wordIssues(scenarioSchema, raw, parsed.error.issues));
  const whole = readable && parsed.success ? withStage(parsed.data) : undefined;
  const rest = whole || !isObject(raw) ? undefined : salvage(scenarioSchema, raw, STAND_INS);
  const part = rest && withStage(rest.value);

  const names = namesOf(raw);
  for (const { rule, finding: found } of conditionFindings(raw, names))
    if (readable || rule !== "unknown-reference") say(rule, [found]);
  const subject = whole ?? part;
  const found = subject ? [...references(subject, names), ...taxReferences(subject, names)] : [];
  const original = (path: Path): Path => rest?.original(path) ?? path;
  const placed = (rule: string, one: Finding): Problem => place(rule, { ...one, path: original(one.path) });
  if (readable) problems.push(...found.map((one) => placed("unknown-reference", one)));
  return { whole, part, raw, names, problems, place: placed };
}

/** Put in for required parts that are missing or spoilt, so that the rest can still be looked at. */
const STAND_INS = {
  format: 1,
  id: "stand-in",
  version: "0.0.0",
  title: {},
  summary: {},
  briefing: {},
  kind: "emergency",
  duration: "24h",
  difficulty: 1,
  departments: ["stand-in"],
  law: ["stand-in@2000-01-01"],
  startsAt: "00:00",
  weather: { windSpeedMps: 2, windFromDeg: 0, temperatureC: 20, sky: "overcast" },
  positions: {},
  stage: { title: {}, model: "none", bounds: { x: [0, 1], y: [0, 1] }, rooms: {}, places: {}, props: {} },
  phases: [{ id: "stand-in", title: {} }],
  objectives: [
    {
      id: "stand-in",
      title: {},
      capabilities: [
        {
          id: "stand-in",
          title: {},
          tasks: [{ id: "stand-in", title: {}, met: "false", weight: 0, standard: { P: {}, U: {} } }],
        },
      ],
    },
  ],
  end: [{ when: "false", outcome: "failed", text: {} }],
  scales: ["percent"],
  pass: { percent: 0 },
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function withStage(parsed: ReturnType<typeof scenarioSchema.parse>): Scenario | undefined {
  return typeof parsed.stage === "string" ? undefined : { ...parsed, ...byKind(parsed.hazards), stage: parsed.stage };
}
