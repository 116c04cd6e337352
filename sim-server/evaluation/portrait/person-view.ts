// One person's portrait (能力画像) as it is shown: each capability with its interval, its trend and the runs it rests on.
import type { CapabilityPortrait, PersonPortrait } from "../../protocol/portrait.ts";
import type { Rating, Text } from "../../protocol/words.ts";
import { adviceFor, type Offer } from "./advice.ts";
import { type Board, type Competency, groupBy, OVERALL, type PersonBoard, type TaskLevel } from "./board.ts";
import { chances, estimateOf } from "./estimate.ts";
import { meanChance, type Titles, tasksOf } from "./group-view.ts";

const EVIDENCE_MOST = 60;
const ADVICE_MOST = 3;

type Portrayed = {
  readonly board: Board;
  readonly unit: string;
  readonly capabilities: ReadonlyMap<string, Text>;
  readonly titles: Titles;
  readonly offers: readonly Offer[];
  readonly cohorts: PersonPortrait["cohorts"];
};

const ALL: Text = { zh: "总体", en: "Overall" };

export function personPortrait(person: PersonBoard, given: Portrayed): PersonPortrait {
  const { board, unit, capabilities, titles, offers, cohorts } = given;
  const atMs = new Map(person.attempts.map((one) => [one.runId, one.atMs]));
  const marks = board.marks.flatMap(([, mark]) => (mark.person === person.person ? [mark] : []));
  const byCapability = groupBy(marks, ({ capability }) => capability);
  const shown = (one: Competency, title: Text, tasks: readonly TaskLevel[]): CapabilityPortrait => ({
    id: one.capability,
    title,
    estimate: estimateOf(board, one, tasks),
    unitChance: unitChance(board, one.capability, tasks),
    history: one.history.map(({ runId, atMs: at, ...ability }) => ({ runId, atMs: at, ...chances(ability, tasks) })),
    evidence: (one.capability === OVERALL ? [] : (byCapability.get(one.capability) ?? []))
      .map((mark) => ({
        runId: mark.runId,
        atMs: atMs.get(mark.runId) ?? 0,
        scenario: titles.scenario(mark.scenario),
        task: titles.task(mark.scenario, mark.task),
        rating: mark.rating as Rating,
      }))
      .sort((a, b) => b.atMs - a.atMs)
      .slice(0, EVIDENCE_MOST),
  });
  return {
    person: person.person,
    unit,
    overall: shown(person.overall, ALL, tasksOf(board)),
    capabilities: [...capabilities].flatMap(([id, title]) => {
      const one = person.competencies.get(id);
      return one ? [shown(one, title, tasksOf(board, id))] : [];
    }),
    attempts: person.attempts.toReversed().map(({ runId, atMs: at, scenario, position, percent, passed }) => ({
      runId,
      atMs: at,
      scenario: titles.scenario(scenario),
      position: titles.position(scenario, position),
      percent,
      passed,
    })),
    advice: adviceFor(board, person, offers)
      .slice(0, ADVICE_MOST)
      .map(({ scenario, position, reason, capability, chance, monthsSince }) => ({
        scenario,
        title: titles.scenario(scenario),
        position: titles.position(scenario, position),
        reason,
        capability: capabilities.get(capability) ?? { zh: capability, en: capability },
        chance,
        monthsSince,
      })),
    cohorts,
  };
}

function unitChance(board: Board, capability: string, tasks: readonly TaskLevel[]): number | null {
  const own = [...board.people.values()].flatMap(({ overall, competencies }) =>
    capability === OVERALL ? [overall] : (competencies.get(capability) ?? []),
  );
  return meanChance(own.map((one) => estimateOf(board, one, tasks)).filter(({ enough }) => enough));
}
