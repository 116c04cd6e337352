// Titles for every id a record may mention, in the author's words; an id no one titled stays as it is.
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { Text } from "../../sim-server/protocol/words.ts";

type NameOf = (id: string) => string;
type Titles = ReadonlyMap<string, Text>;

export type Names = {
  /** Persons: slots, contacts, the controllers, the system. */
  readonly who: NameOf;
  /** Things and places of the stage. */
  readonly where: NameOf;
  /** Anything the storyline or the rubric names. */
  readonly what: NameOf;
};

const titled = (list: readonly { id: string; title: Text }[]): [string, Text][] =>
  list.map((item) => [item.id, item.title]);
const stageTitles = (record: Record<string, { title: Text }>): [string, Text][] =>
  Object.entries(record).map(([id, thing]) => [id, thing.title]);

export function namesOf(
  briefing: ConsoleBriefing,
  text: (text: Text) => string,
  staff: { controller: string; system: string },
): Names {
  const { stage } = briefing;
  const people = new Map<string, string>();
  for (const contact of briefing.contacts) people.set(contact.id, text(contact.title));
  for (const seat of briefing.roster) {
    const post = postOf(briefing.roster, seat, text);
    people.set(seat.slot, seat.name === "" ? post : seat.name);
    people.set(seat.position, text(seat.positionTitle));
  }
  const where: Titles = new Map([
    ...stageTitles(stage.rooms),
    ...stageTitles(stage.places),
    ...stageTitles(stage.doors),
    ...stageTitles(stage.props),
    ...titled(briefing.populations),
  ]);
  const what: Titles = new Map([
    ...titled(briefing.phases),
    ...titled(briefing.msel),
    ...titled(briefing.events),
    ...briefing.decisions.map((item): [string, Text] => [item.id, item.prompt]),
    ...briefing.probes.map((item): [string, Text] => [item.id, item.ask]),
    ...briefing.duties.map((item): [string, Text] => [item.id, item.text]),
    ...briefing.violations.map((item): [string, Text] => [item.id, item.text]),
    ...briefing.objectives.flatMap((goal) => [
      ...titled([goal]),
      ...goal.capabilities.flatMap((capability) => [...titled([capability]), ...titled(capability.tasks)]),
    ]),
  ]);
  const look = (id: string, ...titles: Titles[]): string | null => {
    for (const map of titles) {
      const title = map.get(id);
      if (title) return text(title);
    }
    return null;
  };
  const who: NameOf = (id) => {
    const found = people.get(id);
    if (found !== undefined) return found;
    if (id.startsWith("instructor")) return staff.controller;
    return id === "room" || id === "system" || id === "world" || id === "" ? staff.system : id;
  };
  return {
    who,
    where: (id) => look(id, where, what) ?? people.get(id) ?? id,
    what: (id) => look(id, what, where) ?? people.get(id) ?? id,
  };
}

/** A post with its number where several hold it: 操作工 2. */
export function postOf(
  roster: ConsoleBriefing["roster"],
  seat: ConsoleBriefing["roster"][number],
  text: (text: Text) => string,
): string {
  const alike = roster.filter((other) => other.position === seat.position);
  const title = text(seat.positionTitle);
  return alike.length > 1 ? `${title} ${seat.slot.match(/\d+$/)?.[0] ?? ""}`.trim() : title;
}

/** The wording of one decision's or probe's option. */
export function optionText(
  briefing: ConsoleBriefing,
  of: string,
  option: string,
  text: (text: Text) => string,
): string {
  const asked = [...briefing.decisions, ...briefing.probes].find((item) => item.id === of);
  const found = asked?.options.find((item) => item.id === option);
  return found ? text(found.text) : option;
}
