// Names for every id a record may mention: people as they are called, everything else by its author's title.
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { LogEntry } from "../../sim-server/protocol/views.ts";
import type { Text } from "../../sim-server/protocol/words.ts";
import { type Noun, nounOf, titlesOf } from "./titles.ts";

type NameOf = (id: string) => string;

export type Names = {
  /** Persons: slots, contacts, the controllers, the system. */
  readonly who: NameOf;
  /** Rooms, places, doors and things of the stage. */
  readonly where: NameOf;
  readonly what: (noun: Noun, id: string) => string;
  /** What a fact is about. */
  readonly subject: (entry: LogEntry) => string;
  /** The titles of a report's items, given as ids with spaces between. */
  readonly items: (report: string, ids: string) => string;
};
type Words = { controller: string; system: string; adhoc: string; outdoors: string; comma: string };

export function namesOf(briefing: ConsoleBriefing, text: (text: Text) => string, words: Words): Names {
  const titles = titlesOf(briefing);
  const people = new Map<string, string>();
  for (const contact of briefing.contacts) people.set(contact.id, text(contact.title));
  for (const seat of briefing.roster) {
    const post = postOf(briefing.roster, seat, text);
    people.set(seat.slot, seat.name === "" ? post : seat.name);
    people.set(seat.position, text(seat.positionTitle));
  }
  const who: NameOf = (id) => {
    const found = people.get(id);
    if (found !== undefined) return found;
    const dash = id.lastIndexOf("-");
    const crowd = titles.crowd.get(id.slice(0, dash));
    if (crowd) return `${text(crowd)} ${id.slice(dash + 1)}`;
    if (id.startsWith("instructor")) return words.controller;
    return id === "room" || id === "system" || id === "world" || id === "" ? words.system : id;
  };
  const what: Names["what"] = (noun, id) => {
    const title = titles[noun].get(id);
    if (title) return text(title);
    return noun === "message" && id === "ad-hoc" ? words.adhoc : id;
  };
  return {
    who,
    what,
    where: (id) => (id === "outdoors" ? words.outdoors : what("thing", id)),
    subject: (entry) => {
      const noun = nounOf(entry.kind);
      // Hands may be on a prop or on a person.
      const isPerson = noun === "thing" && people.has(entry.of);
      return noun === null || isPerson ? who(entry.of) : what(noun, entry.of);
    },
    items: (report, ids) => {
      const known = briefing.reports.find((form) => form.id === report)?.items ?? [];
      return known
        .filter((item) => ids.split(" ").includes(item.id))
        .map((item) => text(item.title))
        .join(words.comma);
    },
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
export function optionText(briefing: ConsoleBriefing, entry: LogEntry, text: (text: Text) => string): string {
  const asked = entry.kind === "decided" ? briefing.decisions : briefing.probes;
  const option = `${entry.detail["option"]}`;
  const found = asked.find((item) => item.id === entry.of)?.options.find((item) => item.id === option);
  return found ? text(found.text) : option;
}
