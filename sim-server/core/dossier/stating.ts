// Stating a finding: it is taken, judged at once, and may be stated again as often as the case allows.
import type { PlayerIntent } from "../../protocol/intents.ts";
import type { RefusalCode } from "../../protocol/refusals.ts";
import { emitFact, type Run } from "../run.ts";
import { dossierOf } from "./group-outcome.ts";
import { strayVerdict, verdictOn } from "./judging.ts";

type Asked = Extract<PlayerIntent, { do: "state-finding" }>;

export function stateFinding(run: Run, by: string, asked: Asked): RefusalCode | null {
  const { plan, state } = dossierOf(run);
  const issue = plan.dossier.issues[asked.issue];
  if (!issue) return "unknown";
  if (asked.choice !== undefined && !issue.choices.some(({ id }) => id === asked.choice)) return "unknown";
  if (!asked.evidence.every((key) => state.pinned.includes(key))) return "not-pinned";
  const before = state.stated.find(({ statement }) => statement.issue === asked.issue);
  const attempt = (before?.statement.attempt ?? 0) + 1;
  if (attempt > plan.dossier.attempts) return "none-left";
  const statement = {
    issue: asked.issue,
    choice: asked.choice ?? null,
    amount: asked.amount ?? null,
    rules: [...new Set(asked.rules)],
    cites: [...new Set(asked.cites)],
    evidence: [...new Set(asked.evidence)],
    attempt,
    tick: run.state.tick,
    by,
  };
  const finding = plan.dossier.findings.find((one) => one.issue === asked.issue);
  const verdict = finding ? verdictOn(plan, state, finding, statement) : strayVerdict();
  state.stated = [...state.stated.filter((one) => one !== before), { statement, verdict }];
  emitFact(run, by, "finding-stated", asked.issue, {
    choice: statement.choice ?? "",
    amount: statement.amount ?? "",
    rules: statement.rules.join(" "),
    cites: statement.cites.join(" "),
    evidence: statement.evidence.join(" "),
    attempt,
  });
  emitFact(run, by, "finding-judged", finding?.id ?? asked.issue, {
    issue: asked.issue,
    share: verdict.share,
    number: verdict.number,
    method: verdict.method,
    cited: verdict.cites,
    proved: verdict.evidence,
    traps: verdict.traps.join(" "),
    stray: finding === undefined,
  });
  for (const id of verdict.traps) {
    const trap = finding?.traps.find((one) => one.id === id);
    emitFact(run, by, "trap-sprung", id, { finding: finding?.id ?? "", penalty: trap?.penalty ?? 0 });
  }
  return null;
}
