// How people of less skill do a drill: later, with things left out and wrong choices made; the engine judges the rest.
import type { ScenarioCase } from "../../../scenarios/format/case.ts";
import type { Step } from "../../../scenarios/format/steps.ts";
import type { Compiled } from "../../core/compile.ts";
import { logistic } from "../../evaluation/portrait/linear.ts";
import type { Chance } from "./people.ts";

/** A person's skill in a capability (or in general), logits over the average newcomer. */
export type SkillIn = (capability: string | null) => number;

/** What a step serves, found by what the tasks' conditions name. */
export function servedCapability(compiled: Compiled, step: Step): string | null {
  const words = wordsOf(step);
  for (const { task, capability } of compiled.tasks) {
    const conditions = [task.met, task.rating?.P ?? "", task.rating?.S ?? ""].join(" ");
    if (words.some((word) => conditions.includes(word))) return capability;
  }
  return null;
}

function wordsOf(step: Step): readonly string[] {
  if ("send" in step) return [`'${step.send}'`];
  if ("decide" in step) return [`'${step.decide}'`];
  if ("report" in step) return [`'${step.report}'`];
  if ("check" in step) return ["'buddy-checked'"];
  if (!("operate" in step)) return [];
  switch (step.action) {
    case "wear":
      return ["f.suit", "f.scba"];
    case "press":
      return ["'alarm-pressed'"];
    case "wash":
      return ["'washed'"];
    case "count":
      return ["'counted'"];
    case "turn":
      return ["'leak-changed'"];
    case "close":
      return ["'leak-stopped'"];
    default:
      return [`'${step.operate}'`];
  }
}

/** Chances of leaving a step out and of choosing wrongly, by skill; about 8 and 23 in a hundred for a newcomer. */
const omits = (skill: number): number => logistic(-2.4 - 1.1 * skill);
const errs = (skill: number): number => logistic(-1.2 - 1.2 * skill);
/** Nobody forgets a suit as easily as a phone call. */
const SUIT_SHARE = 0.35;

/** The script as these people would carry it out. */
export function lapsed(
  compiled: Compiled,
  script: ScenarioCase,
  skills: Readonly<Record<string, SkillIn>>,
  chance: Chance,
): ScenarioCase {
  const entries: ScenarioCase["script"] = [];
  for (const slot of script.players) {
    const skill = skills[slot];
    if (!skill) continue;
    const pace = 1 + 0.25 * Math.exp(-0.8 * skill(null)) * chance.uniform();
    let earliest = 0;
    for (const entry of script.script.filter(({ by }) => by === slot).sort((a, b) => a.at - b.at)) {
      const lagS = -Math.log(1 - chance.uniform()) * 12 * Math.exp(-0.7 * skill(null));
      const at = Math.round(Math.max(earliest, entry.at * pace + Math.min(lagS, 240)) * 10) / 10;
      earliest = at;
      const steps = entry.do.flatMap((step) => carried(compiled, step, skill, chance));
      if (steps.length > 0) entries.push({ at, by: slot, do: steps });
    }
  }
  return { ...script, script: entries };
}

function carried(compiled: Compiled, step: Step, skill: SkillIn, chance: Chance): Step[] {
  if ("go" in step || "wait" in step || "until" in step || "follow" in step || "say" in step) return [step];
  const own = skill(servedCapability(compiled, step));
  const share = "operate" in step && step.action === "wear" ? SUIT_SHARE : 1;
  if (chance.uniform() < omits(own) * share) return [];
  const wrong = (options: readonly string[], right: string): string => {
    const others = options.filter((option) => option !== right);
    return chance.uniform() < errs(own) ? (others[chance.below(others.length)] ?? right) : right;
  };
  const { scenario } = compiled;
  if ("decide" in step) {
    const known = scenario.decisions.find(({ id }) => id === step.decide)?.options ?? [];
    return [
      {
        ...step,
        option: wrong(
          known.map(({ id }) => id),
          step.option,
        ),
      },
    ];
  }
  if ("answer" in step) {
    const known = scenario.probes.find(({ id }) => id === step.answer)?.options ?? [];
    return [
      {
        ...step,
        option: wrong(
          known.map(({ id }) => id),
          step.option,
        ),
      },
    ];
  }
  if ("report" in step) {
    const form = scenario.reports[step.report]?.items ?? [];
    // In the order in which the journal will give them back.
    const asked = Object.entries(step.items).sort(([a], [b]) => (a < b ? -1 : 1));
    const items = asked.map(([item, option]) => {
      const known = form.find(({ id }) => id === item)?.options ?? [];
      // Six choices in one report: each goes wrong less often than a single one would.
      const chosen = wrong(
        known.map(({ id }) => id),
        option,
      );
      return [item, chance.uniform() < 0.5 ? option : chosen] as const;
    });
    return [{ ...step, items: Object.fromEntries(items) }];
  }
  return [step];
}
