// What a rater is asked: the tasks, capabilities and markers his side rates, each with its anchored words.
import type { MarkerSet } from "../../../scenarios/format/marker-set.ts";
import type { Scenario } from "../../../scenarios/format/scenario.ts";
import type { Mark, MarkKind, RaterSource, SheetItem } from "../../protocol/assessment.ts";
import type { Rating, Text } from "../../protocol/words.ts";

/** The four ratings as steps, worst first, so that a higher number is better everywhere. */
export const RATING_STEPS: readonly Rating[] = ["U", "M", "S", "P"];
export const MOST_STEP = { task: 3, capability: 3, marker: 5 } as const;
const LEAST_STEP = { task: 0, capability: 0, marker: 1 } as const;

const CAPABILITY_WORDS: Readonly<Record<Rating, Text>> = {
  P: { zh: "任务都完成，没有困难", en: "Its tasks done without challenges" },
  S: { zh: "任务都完成，有些困难", en: "Its tasks done with some challenges" },
  M: { zh: "任务完成，困难较大", en: "Its tasks done with major challenges" },
  U: { zh: "未能完成", en: "Unable to be performed" },
};

/** About the team everything its side rates; about one person only behaviour, for tasks are the team's. */
export function sheetItems(scenario: Scenario, set: MarkerSet, source: RaterSource, about: string): SheetItem[] {
  const kinds = (set.rates[source] ?? []).filter((kind) => about === "" || kind === "marker");
  return kinds.flatMap((kind) => itemsOf(kind, scenario, set));
}

function itemsOf(kind: MarkKind, scenario: Scenario, set: MarkerSet): SheetItem[] {
  const capabilities = scenario.objectives.flatMap((objective) => objective.capabilities);
  switch (kind) {
    case "task":
      return capabilities.flatMap(({ tasks }) =>
        tasks.map(({ id, title, standard }) => ({
          kind,
          item: id,
          title,
          looks: null,
          anchors: RATING_STEPS.flatMap((rating, value) => {
            const words = standard[rating];
            return words ? [{ value, title: words }] : [];
          }),
        })),
      );
    case "capability":
      return capabilities.map(({ id, title }) => ({
        kind,
        item: id,
        title,
        looks: null,
        anchors: RATING_STEPS.map((rating, value) => ({ value, title: CAPABILITY_WORDS[rating] })),
      }));
    case "marker":
      return set.markers.map(({ id, title, looks, anchors }) => ({
        kind,
        item: id,
        title,
        looks,
        anchors: ([1, 2, 3, 4, 5] as const).map((value) => ({ value, title: anchors[value] })),
      }));
  }
}

/** The first mark that is none of what was asked, by its item; or null. A step without words of its own may be given. */
export function wrongMark(items: readonly SheetItem[], marks: readonly Mark[]): string | null {
  const asked = new Set(items.map(({ kind, item }) => `${kind} ${item}`));
  const wrong = marks.find(({ kind, item, value }) => {
    const out = value !== null && (value < LEAST_STEP[kind] || value > MOST_STEP[kind] || !Number.isInteger(value));
    return out || !asked.has(`${kind} ${item}`);
  });
  return wrong?.item ?? null;
}
