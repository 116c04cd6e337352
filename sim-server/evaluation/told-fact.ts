// One fact for a table: who, what, about what and the details, everything by its title and nothing by its id.
import type { RunDetail } from "../protocol/api.ts";
import type { LogEntry } from "../protocol/views.ts";
import type { Text } from "../protocol/words.ts";
import { FIELD_WORDS, type FieldName, KIND_WORDS, VALUE_WORDS } from "./fact-words.ts";

export type Language = "zh" | "en";
export type ToldFact = { readonly by: string; readonly kind: string; readonly of: string; readonly detail: string };
type Briefing = RunDetail["briefing"];
type Titled = readonly { readonly id: string; readonly title: Text }[];

const STAFF: Text = { zh: "导调", en: "Controller" };
const WORLD: Text = { zh: "系统", en: "System" };
const FIXED: Readonly<Record<string, Text>> = {
  "ad-hoc": { zh: "临时注入", en: "Ad-hoc inject" },
  "hot-zone": { zh: "重危区", en: "Hot zone" },
  site: { zh: "现场", en: "Site" },
  clock: { zh: "演练时钟", en: "Exercise clock" },
  wind: { zh: "风", en: "Wind" },
  run: { zh: "本次演练", en: "This exercise" },
  outdoors: { zh: "厂外", en: "Off site" },
};

export function openTeller(briefing: Briefing, language: Language): (fact: LogEntry) => ToldFact {
  const say = (text: Text): string => text[language] || text.zh;
  const people = new Map<string, string>(briefing.contacts.map(({ id, title }) => [id, say(title)]));
  for (const { slot, position, positionTitle, name } of briefing.roster) {
    people.set(slot, name === "" ? `${say(positionTitle)} ${slot.match(/\d+$/)?.[0] ?? ""}`.trim() : name);
    people.set(position, say(positionTitle));
  }
  const who = (id: string): string => {
    if (id.startsWith("instructor")) return say(STAFF);
    return people.get(id) ?? (id === "world" || id === "room" || id === "system" || id === "" ? say(WORLD) : id);
  };
  const shelves = shelvesOf(briefing);
  const title = (id: string, kind: string): string => {
    const text = shelfFor(shelves, kind)?.get(id) ?? shelves.stage.get(id) ?? shelves.any.get(id) ?? FIXED[id];
    return text ? say(text) : who(id);
  };

  const value = (fact: LogEntry, field: string, raw: string | number | boolean): string => {
    if (typeof raw === "boolean") return say(raw ? { zh: "是", en: "yes" } : { zh: "否", en: "no" });
    if (typeof raw === "number") return `${Math.round(raw * 1000) / 1000}`;
    switch (field) {
      case "name":
      case "text":
      case "zh":
      case "en":
        return raw;
      case "to":
        if (fact.kind === "condition-changed" || fact.kind === "level-changed") break;
        return raw
          .split(/[ ,]+/)
          .map(who)
          .join(language === "zh" ? "、" : ", ");
      case "inject":
      case "room":
      case "on":
        return title(raw, field === "inject" ? "inject-released" : "entered");
      case "option": {
        const asked = [...briefing.decisions, ...briefing.probes].find(({ id }) => id === fact.of);
        const option = asked?.options.find(({ id }) => id === raw);
        return option ? say(option.text) : raw;
      }
      case "missingItems":
      case "wrongItems": {
        const items = briefing.reports.find(({ id }) => id === fact.of)?.items ?? [];
        const named = items.filter(({ id }) => raw.split(" ").includes(id)).map((item) => say(item.title));
        return named.join(language === "zh" ? "、" : ", ");
      }
    }
    const word = VALUE_WORDS[raw];
    return word ? say(word) : raw;
  };

  return (fact) => ({
    by: who(fact.by),
    kind: fact.kind in KIND_WORDS ? say(KIND_WORDS[fact.kind as keyof typeof KIND_WORDS]) : fact.kind,
    of: fact.of === briefing.scenario.id ? say(briefing.scenario.title) : title(fact.of, fact.kind),
    detail: Object.entries(fact.detail)
      .filter(([field, raw]) => raw !== "" && field !== (language === "zh" ? "en" : "zh"))
      .map(
        ([field, raw]) =>
          `${say(FIELD_WORDS[field as FieldName] ?? { zh: field, en: field })} ${value(fact, field, raw)}`,
      )
      .join(language === "zh" ? "；" : "; "),
  });
}

export const outcomeWords = (outcome: string | null, language: Language): string =>
  outcome === null ? "" : (VALUE_WORDS[outcome]?.[language] ?? outcome);

/** Laws by their titles, as `《…》 12`; a citation no law pack holds stays as it was written. */
export function citedWords(briefing: Briefing, cites: readonly string[], language: Language): string {
  return cites
    .map((cite) => {
      const found = briefing.citations[cite];
      return found ? `${found.law[language]} ${found.article}` : cite;
    })
    .join(language === "zh" ? "；" : "; ");
}

function shelvesOf(briefing: Briefing) {
  const shelf = (list: Titled) => new Map(list.map(({ id, title }) => [id, title]));
  const texts = (list: readonly { id: string; text: Text }[]) => new Map(list.map(({ id, text }) => [id, text]));
  const { stage } = briefing;
  const tasks = shelf(briefing.objectives.flatMap(({ capabilities }) => capabilities.flatMap((one) => one.tasks)));
  const stageTitles = [stage.rooms, stage.places, stage.doors, stage.props].flatMap((record) =>
    Object.entries(record).map(([id, { title }]): [string, Text] => [id, title]),
  );
  return {
    message: shelf(briefing.messages),
    report: shelf(briefing.reports),
    inject: shelf(briefing.msel),
    event: shelf(briefing.events),
    decision: new Map(briefing.decisions.map(({ id, prompt }) => [id, prompt])),
    probe: new Map(briefing.probes.map(({ id, ask }) => [id, ask])),
    duty: texts(briefing.duties),
    tasks,
    violation: texts(briefing.violations),
    phase: shelf(briefing.phases),
    leak: shelf(briefing.hazards),
    fire: shelf(briefing.hazards),
    explosion: shelf(briefing.hazards),
    crowd: shelf(briefing.crowds),
    evacuation: shelf(briefing.populations),
    stage: new Map(stageTitles),
    any: new Map([...tasks, ...shelf(briefing.msel)]),
  };
}

/** Kinds are named after what they are about; those that are not are listed. */
function shelfFor(shelves: ReturnType<typeof shelvesOf>, kind: string): ReadonlyMap<string, Text> | undefined {
  switch (kind) {
    case "said":
    case "ordered":
      return shelves.message;
    case "decided":
      return shelves.decision;
    case "task-met":
    case "task-overdue":
    case "standing-broken":
    case "expected-action-met":
    case "expected-action-missed":
      return shelves.tasks;
    default: {
      const noun = kind.split("-")[0] ?? "";
      return Object.entries(shelves).find(([name]) => name === noun)?.[1];
    }
  }
}
