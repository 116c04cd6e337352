// The catalogue: which facts of a run become which statements; a pure function, so a replay reports the same.
import type { LogEntry } from "../../protocol/views.ts";
import { endOfRun, taskResults } from "./catalogue-results.ts";
import {
  activity,
  isoDuration,
  player,
  type ReportedRun,
  type Said,
  type Statement,
  scenario,
  scenarioId,
  statement,
  team,
} from "./reported-run.ts";
import { extension, languages } from "./vocabulary.ts";

/** All statements of a run in the order of what happened; results of tasks stand where they were decided. */
export function statementsOf(run: ReportedRun): readonly Statement[] {
  const said = [...run.facts.flatMap((fact) => saidOf(run, fact)), ...taskResults(run), ...endOfRun(run)];
  return said
    .map((one, order) => ({ one, order }))
    .sort((a, b) => a.one.tick - b.one.tick || a.order - b.order)
    .map(({ one }) => statement(run, one));
}

function saidOf(run: ReportedRun, fact: LogEntry): readonly Said[] {
  const maker = Object.hasOwn(MAKERS, fact.kind) ? MAKERS[fact.kind] : undefined;
  const { seq, tick } = fact;
  return (maker?.(run, fact) ?? []).map((one) => ({ seq, tick, ...one }));
}

type Made = Omit<Said, "seq" | "tick">;
type Maker = (run: ReportedRun, fact: LogEntry) => readonly Made[];

const MAKERS: Readonly<Record<string, Maker>> = {
  "run-started": (run) =>
    players(run).map((slot) => ({ rule: "session-began", key: slot, actor: player(run, slot), object: scenario(run) })),
  paused: (run) => [{ rule: "run-paused", actor: team(run), object: scenario(run) }],
  resumed: (run) => [{ rule: "run-resumed", actor: team(run), object: scenario(run) }],
  "inject-released": injectReceived,
  "expected-action-missed": injectIgnored,
  decided,
  "probe-answered": probeAnswered,
  "duty-met": (run, { of, detail }) => [
    {
      rule: "duty-met",
      actor: team(run),
      object: duty(run, of),
      result: { success: true, completion: true, duration: isoDuration(Number(detail["seconds"])) },
    },
  ],
  "duty-expired": (run, { of }) => [
    { rule: "duty-expired", actor: team(run), object: duty(run, of), result: { success: false, completion: false } },
  ],
  "report-sent": reportSent,
  exposed: (run, { by, detail }) =>
    players(run).includes(by)
      ? [
          {
            rule: "exposed",
            actor: player(run, by),
            object: activity(part(run, "hazards", hazardOf(run)), "hazard", hazardTitle(run)),
            result: { extensions: { [extension("dose")]: { ...detail } } },
          },
        ]
      : [],
  "violation-committed": violation,
};

/** Slots somebody took; what simulated people did is no one's learning. */
function players(run: ReportedRun): readonly string[] {
  return [...new Set(run.facts.filter(({ kind }) => kind === "joined").map(({ by }) => by))];
}

const part = (run: ReportedRun, kind: string, id: string): string =>
  `${scenarioId(run)}/${kind}/${encodeURIComponent(id)}`;

const inPosition = (run: ReportedRun, positions: readonly string[]): readonly string[] =>
  players(run).filter((slot) =>
    run.briefing.roster.some((seat) => seat.slot === slot && positions.includes(seat.position)),
  );

function injectReceived(run: ReportedRun, { of, detail }: LogEntry): readonly Made[] {
  const inject = run.briefing.msel.find(({ id }) => id === of);
  if (!inject) return [];
  return inPosition(run, String(detail["to"]).split(" ")).map((slot) => ({
    rule: "inject-received",
    key: slot,
    actor: player(run, slot),
    object: activity(part(run, "injects", of), "inject", inject.title, { description: languages(inject.text) }),
    extensions: { [extension("channel")]: inject.channel, [extension("sender")]: inject.from },
  }));
}

/** `by` is the position that was expected to act, `of` the task. */
function injectIgnored(run: ReportedRun, { by, of, detail }: LogEntry): readonly Made[] {
  const inject = run.briefing.msel.find(({ id }) => id === detail["inject"]);
  if (!inject) return [];
  return inPosition(run, [by]).map((slot) => ({
    rule: "inject-ignored",
    key: slot,
    actor: player(run, slot),
    object: activity(part(run, "injects", inject.id), "inject", inject.title),
    result: { success: false, completion: false, response: of },
  }));
}

function decided(run: ReportedRun, { by, of, detail }: LogEntry): readonly Made[] {
  const decision = run.briefing.decisions.find(({ id }) => id === of);
  if (!decision || !players(run).includes(by)) return [];
  const right = decision.options.filter(({ judgement }) => judgement === "right").map(({ id }) => id);
  const interaction = {
    interactionType: "choice",
    choices: decision.options.map(({ id, text }) => ({ id, description: languages(text) })),
    correctResponsesPattern: right,
  };
  return [
    {
      rule: "decided",
      actor: player(run, by),
      object: activity(part(run, "decisions", of), "interaction", decision.prompt, interaction),
      result: {
        response: String(detail["option"]),
        success: detail["judgement"] === "right",
        duration: isoDuration(Number(detail["seconds"])),
      },
    },
  ];
}

/** What was right depended on the moment, so the probe's definition names no right answer; the result says it. */
function probeAnswered(run: ReportedRun, { by, of, detail }: LogEntry): readonly Made[] {
  const probe = run.briefing.probes.find(({ id }) => id === of);
  if (!probe || !players(run).includes(by)) return [];
  const choices = probe.options.map(({ id, text }) => ({ id, description: languages(text) }));
  return [
    {
      rule: "probe-answered",
      actor: player(run, by),
      object: activity(part(run, "probes", of), "interaction", probe.ask, { interactionType: "choice", choices }),
      result: {
        response: String(detail["option"]),
        success: detail["right"] === true,
        duration: isoDuration(Number(detail["seconds"])),
      },
    },
  ];
}

function duty(run: ReportedRun, id: string) {
  const known = run.briefing.duties.find((one) => one.id === id);
  return activity(part(run, "duties", id), "duty", known?.text ?? { zh: id, en: id });
}

function reportSent(run: ReportedRun, { by, of, detail }: LogEntry): readonly Made[] {
  const form = run.briefing.reports.find(({ id }) => id === of);
  if (!form || !players(run).includes(by)) return [];
  const lacking = [detail["missingItems"], detail["wrongItems"]].map(String).join(" ").trim();
  return [
    {
      rule: "report-sent",
      actor: player(run, by),
      object: activity(part(run, "reports", of), "report", form.title),
      result: { completion: true, success: detail["complete"] === true, ...(lacking ? { response: lacking } : {}) },
    },
  ];
}

const hazardOf = (run: ReportedRun): string => run.briefing.gas?.id ?? run.briefing.hazards[0]?.id ?? "hazard";
const hazardTitle = (run: ReportedRun) =>
  run.briefing.gas?.title ?? run.briefing.hazards[0]?.title ?? { zh: "危害", en: "Hazard" };

function violation(run: ReportedRun, { by, of, detail }: LogEntry): readonly Made[] {
  const known = run.briefing.violations.find(({ id }) => id === of);
  if (!known) return [];
  return [
    {
      rule: "violation-fed-back",
      actor: players(run).includes(by) ? player(run, by) : team(run),
      object: activity(part(run, "violations", of), "violation", known.text),
      result: { success: false, extensions: { [extension("points")]: Number(detail["points"]) } },
    },
  ];
}
