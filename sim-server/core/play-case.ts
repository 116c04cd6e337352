// Plays a case headless at full speed and holds what came of it against what its author expects.
import type { ScenarioCase } from "../../scenarios/format/case.ts";
import type { Fact } from "../../scenarios/format/facts.ts";
import type { Score } from "../protocol/api.ts";
import type { Input, Intent } from "../protocol/intents.ts";
import { askOf, type Bot, openBot, refuse } from "./bot.ts";
import type { Compiled } from "./compile.ts";
import type { Opening } from "./opening.ts";
import { TICKS } from "./run.ts";
import { score } from "./score.ts";
import { open, type Session, step } from "./session.ts";

const BY = "instructor:case";

export type Played = {
  session: Session;
  opening: Opening;
  inputs: Input[];
  refused: { tick: number; by: string; intent: Intent; code: string }[];
  score: Score;
};

/**
 * Opens a run with the case's seed and people, lets bots and control act, and stops at its end or at a tick. With
 * `names` by slot people join as they do on a server: nobody is a player before.
 */
export function playCase(
  compiled: Compiled,
  script: ScenarioCase,
  untilTick = Number.POSITIVE_INFINITY,
  names?: Readonly<Record<string, string>>,
): Played {
  const opening: Opening = {
    seed: script.seed,
    parameters: script.parameters,
    players: names ? {} : Object.fromEntries(script.players.map((slot) => [slot, slot])),
  };
  const session = open(compiled, opening);
  const { run } = session;
  const bots = script.players.map((slot) => openBot(compiled, slot, stepsOf(script, slot)));
  const control = [...script.control].sort((a, b) => a.at - b.at);
  const inputs: Input[] = [];
  const refused: Played["refused"] = [];
  const hardStop = Math.min(untilTick, (compiled.scenario.duration + 3600) * TICKS);

  const take = (batch: { by: string; intent: Intent }[]): void => {
    const tick = run.state.tick;
    for (const one of batch) inputs.push({ tick, ...one });
    for (const { input, code } of step(session, batch).refused) {
      const one = batch[input];
      if (!one) continue;
      refused.push({ tick, ...one, code });
      const bot = bots.find((each) => each.slot === one.by);
      if (bot) refuse(bot);
    }
  };

  for (const slot of script.players) take([{ by: slot, intent: { do: "joined", name: names?.[slot] ?? slot } }]);
  take([{ by: BY, intent: { do: "start" } }]);
  while (run.state.phase === "running" && run.state.tick < hardStop) {
    const batch: { by: string; intent: Intent }[] = [];
    while ((control[0]?.at ?? Number.POSITIVE_INFINITY) * TICKS <= run.state.tick) {
      const one = control.shift();
      if (one?.fire !== undefined) batch.push({ by: BY, intent: { do: "fire", inject: one.fire } });
      if (one?.hold !== undefined) batch.push({ by: BY, intent: { do: "hold", inject: one.hold } });
      if (one?.skip !== undefined) batch.push({ by: BY, intent: { do: "skip", inject: one.skip } });
      if (one?.event !== undefined) batch.push({ by: BY, intent: { do: "event", event: one.event } });
      if (one?.end) batch.push({ by: BY, intent: { do: "end" } });
    }
    for (const bot of bots) {
      const intent = askOf(run, bot);
      if (intent) batch.push({ by: bot.slot, intent });
    }
    take(batch);
  }
  return { session, opening, inputs, refused, score: score(compiled, run.index.all) };
}

function stepsOf(script: ScenarioCase, slot: string): Bot["steps"] {
  return script.script
    .filter((entry) => entry.by === slot)
    .sort((a, b) => a.at - b.at)
    .flatMap((entry) => entry.do.map((one) => ({ at: Math.round(entry.at * TICKS), step: one })));
}

export type Difference = { what: string; expected: string; got: string };

/** Everything in which a played case differs from what its author expects. */
export function differences(played: Played, expect: ScenarioCase["expect"]): Difference[] {
  const out: Difference[] = [];
  const say = (what: string, expected: unknown, got: unknown): void => {
    if (expected !== got) out.push({ what, expected: String(expected), got: String(got) });
  };
  const { score: result } = played;
  const facts = played.session.run.index.all;
  say("outcome", expect.outcome, result.outcome);
  say("passed", expect.passed, result.passed);
  if (result.percent < expect.percent.min || result.percent > expect.percent.max)
    out.push({
      what: "percent",
      expected: `${expect.percent.min} to ${expect.percent.max}`,
      got: String(result.percent),
    });
  for (const [task, rating] of Object.entries(expect.ratings))
    say(`rating of ${task}`, rating, result.tasks.find((one) => one.task === task)?.rating ?? "no such task");
  say(
    "violations",
    [...expect.violations].sort().join(" "),
    result.violations
      .map((one) => one.id)
      .sort()
      .join(" "),
  );
  for (const wanted of expect.facts) {
    const found = facts.find((fact) => matches(fact, wanted));
    const name = `fact ${wanted.kind}${wanted.of === undefined ? "" : ` of ${wanted.of}`}`;
    if (wanted.none) {
      if (found) out.push({ what: name, expected: "none", got: `at ${found.tick / TICKS} s by ${found.by}` });
    } else if (!found) out.push({ what: name, expected: "present in its time", got: nearest(facts, wanted) });
  }
  return out;
}

type Wanted = ScenarioCase["expect"]["facts"][number];

function matches(fact: Fact, wanted: Wanted): boolean {
  return (
    fact.kind === wanted.kind &&
    (wanted.of === undefined || fact.of === wanted.of) &&
    (wanted.by === undefined || fact.by === wanted.by) &&
    (wanted.after === undefined || fact.tick >= wanted.after * TICKS) &&
    (wanted.before === undefined || fact.tick <= wanted.before * TICKS)
  );
}

function nearest(facts: readonly Fact[], wanted: Wanted): string {
  const near = facts.find((fact) => fact.kind === wanted.kind && (wanted.of === undefined || fact.of === wanted.of));
  return near ? `at ${near.tick / TICKS} s by ${near.by}` : "never";
}
