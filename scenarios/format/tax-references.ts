// Looks up every name a tax case uses: holders and payers, levers, passages, issues, findings and their tasks.
import { type Lookup, lookUpIn } from "./lookup.ts";
import type { Names } from "./names.ts";
import { type Finding, finding, type Path } from "./problem.ts";
import { tasksOf } from "./references.ts";
import type { Scenario } from "./scenario.ts";
import type { Dossier } from "./tax-dossier.ts";

/** Everything a tax case names outside its conditions, and what it lacks as a whole. */
export function taxReferences(scenario: Scenario, names: Names): Finding[] {
  const { dossier, kind } = scenario;
  if (!dossier)
    return kind === "tax"
      ? [finding(["kind"], "a tax scenario needs a dossier; add one", "税务情景需要 dossier；请补上。")]
      : [];
  const look = lookUpIn(names);
  groupNames(dossier, names, look);
  documentNames(dossier, look);
  for (const [index, one] of dossier.findings.entries()) {
    const path: Path = ["dossier", "findings", index];
    look.need("issue", one.issue, [...path, "issue"]);
    look.all("passage", one.evidence.required, [...path, "evidence", "required"]);
    look.all("passage", one.evidence.accepted, [...path, "evidence", "accepted"]);
    const choices = dossier.issues[one.issue]?.choices.map(({ id }) => id);
    const answer = [`an answer of ${one.issue}`, `${one.issue} 的答案`] as const;
    if (one.choice !== undefined) look.among(choices, one.choice, [...path, "choice"], answer);
    for (const [at, trap] of one.traps.entries())
      if (trap.choice !== undefined) look.among(choices, trap.choice, [...path, "traps", at, "choice"], answer);
  }
  for (const [name, one] of Object.entries(dossier.negotiations)) {
    look.need("actor", one.with, ["dossier", "negotiations", name, "with"]);
    for (const [index, { passages }] of one.arguments.entries())
      look.all("passage", passages, ["dossier", "negotiations", name, "arguments", index, "passages"]);
  }
  return [...look.findings, ...twice(dossier), ...earnings(scenario, names)];
}

function groupNames({ group }: Dossier, names: Names, look: Lookup): void {
  const at: Path = ["dossier", "group"];
  look.need("entity", group.upe, [...at, "upe"]);
  for (const [index, { holder, held }] of group.links.entries()) {
    look.need("entity", holder, [...at, "links", index, "holder"]);
    look.need("entity", held, [...at, "links", index, "held"]);
  }
  for (const [name, { from, to }] of Object.entries(group.flows)) {
    look.need("entity", from, [...at, "flows", name, "from"]);
    look.need("entity", to, [...at, "flows", name, "to"]);
  }
  for (const [index, lever] of group.levers.entries()) {
    const path = [...at, "levers", index];
    if ("move" in lever) look.need("entity", lever.move, [...path, "move"]);
    else if ("flow" in lever) look.need("flow", lever.flow, [...path, "flow"]);
    else if ("set" in lever) look.need("thing", lever.of, [...path, "of"]);
    else {
      look.need("entity", lever.holder, [...path, "holder"]);
      look.need("entity", lever.held, [...path, "held"]);
    }
  }
  for (const id of names.of.entity)
    if (names.of.flow.has(id))
      look.among(
        [],
        id,
        [...at, "flows", id],
        ["a name of its own; an entity is called so", "独有的名称；已有同名实体"],
      );
}

function documentNames({ documents }: Dossier, look: Lookup): void {
  for (const [name, { reveals, interview }] of Object.entries(documents)) {
    const at: Path = ["dossier", "documents", name];
    for (const [index, { of }] of reveals.entries()) look.need("thing", of, [...at, "reveals", index, "of"]);
    const questions = interview?.questions ?? [];
    const ids = questions.map(({ id }) => id);
    for (const [index, one] of questions.entries()) {
      const path = [...at, "interview", "questions", index];
      for (const [which, before] of one.after.entries())
        look.among(ids, before, [...path, "after", which], ["a question of this interview", "本访谈中的问题"]);
      for (const [which, { of }] of one.reveals.entries()) look.need("thing", of, [...path, "reveals", which, "of"]);
    }
  }
}

/** An issue is judged by one finding. */
function twice({ findings }: Dossier): Finding[] {
  return findings.flatMap(({ issue }, index) =>
    findings.findIndex((one) => one.issue === issue) === index
      ? []
      : [
          finding(
            ["dossier", "findings", index, "issue"],
            `two findings stand on the issue ${issue}; give each its own`,
            `两项认定用了同一问题 ${issue}；请各用一个。`,
          ),
        ],
  );
}

function earnings(scenario: Scenario, names: Names): Finding[] {
  const look = lookUpIn(names);
  const found: Finding[] = [];
  for (const [path, { earns }] of tasksOf(scenario)) {
    if (!earns) continue;
    if ("finding" in earns) look.need("finding", earns.finding, [...path, "earns", "finding"]);
    else if ("negotiation" in earns) look.need("negotiation", earns.negotiation, [...path, "earns", "negotiation"]);
    else if (!scenario.dossier?.goal)
      found.push(
        finding(
          [...path, "earns"],
          "a plan earns by a goal; add dossier.goal",
          "方案得分需要目标；请补 dossier.goal。",
        ),
      );
  }
  return [...look.findings, ...found];
}
