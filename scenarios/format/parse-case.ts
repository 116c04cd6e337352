// The door for cases: a script of steps, read against the scenario it plays.
import { type ScenarioCase, scenarioCase } from "./case.ts";
import { readDocument } from "./document.ts";
import { FACTS } from "./facts.ts";
import { lookUpIn } from "./lookup.ts";
import { namesOf } from "./names.ts";
import { frozen } from "./parse.ts";
import { type Finding, finding, type Problem } from "./problem.ts";
import { slotsOf } from "./references.ts";
import type { Scenario } from "./scenario.ts";
import { wordIssues } from "./wording.ts";

export type ParsedCase = { script?: ScenarioCase; problems: Problem[] };

/** One case; without its scenario only the form is checked. Never throws. */
export function parseCase(file: string, source: string, scenario?: Scenario): ParsedCase {
  const { value, problems, locate } = readDocument(file, source);
  if (problems.length > 0) return { problems };
  const place = (rule: string, { path, sentence, severity = "error" }: Finding): Problem => ({
    rule,
    severity,
    file,
    ...locate(path),
    path: path.join("."),
    sentence,
  });
  const parsed = scenarioCase.safeParse(value);
  if (!parsed.success)
    return { problems: wordIssues(scenarioCase, value, parsed.error.issues).map((one) => place("schema", one)) };
  const found = scenario ? caseFindings(parsed.data, scenario) : [];
  for (const one of found) problems.push(place(one.rule, one.finding));
  const wrong = problems.some(({ severity }) => severity === "error");
  return wrong ? { problems } : { script: frozen(parsed.data), problems };
}

type Found = { rule: string; finding: Finding };

function caseFindings(script: ScenarioCase, scenario: Scenario): Found[] {
  const names = namesOf(scenario);
  const look = lookUpIn(names);
  const slots = slotsOf(scenario);
  const slot = ["a slot of the scenario", "情景中的席位"] as const;
  script.players.forEach((player, index) => {
    look.among(slots, player, ["players", index], slot);
  });
  for (const [index, line] of script.script.entries()) {
    look.among(
      [...script.players, "instructor"],
      line.by,
      ["script", index, "by"],
      ["one of this case's players", "本案例的参演席位"],
    );
    look.steps(line.do, ["script", index, "do"]);
  }
  for (const [index, line] of script.control.entries()) {
    for (const key of ["fire", "skip", "hold"] as const) look.need("inject", line[key], ["control", index, key]);
    look.need("event", line.event, ["control", index, "event"]);
  }
  for (const task of Object.keys(script.expect.ratings)) look.need("task", task, ["expect", "ratings", task]);
  look.all("violation", script.expect.violations, ["expect", "violations"]);
  for (const [index, { kind }] of script.expect.facts.entries())
    look.among(Object.keys(FACTS), kind, ["expect", "facts", index, "kind"], ["a kind of fact", "事实种类"]);
  for (const parameter of Object.keys(script.parameters)) look.need("parameter", parameter, ["parameters", parameter]);
  return [
    ...look.findings.map((one) => ({ rule: "unknown-reference", finding: one })),
    ...ranges(script, scenario).map((one) => ({ rule: "parameter-range", finding: one })),
  ];
}

function ranges({ parameters, expect }: ScenarioCase, scenario: Scenario): Finding[] {
  const outside = Object.entries(parameters).flatMap(([name, value]): Finding[] => {
    const range = scenario.parameters[name];
    if (!range || (value >= range.min && value <= range.max)) return [];
    return [
      finding(
        ["parameters", name],
        `${name} may go from ${range.min} to ${range.max}, not ${value}`,
        `${name} 只能在 ${range.min} 至 ${range.max} 之间。`,
      ),
    ];
  });
  if (expect.percent.min <= expect.percent.max) return outside;
  return [...outside, finding(["expect", "percent"], "min is above max; swap them", "min 大于 max；请对调。")];
}
