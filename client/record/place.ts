// Where a fact happened on the plan, if it has a place: the thing it is about, else where its person stands now.
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { LogEntry } from "../../sim-server/protocol/views.ts";
import { nounOf } from "./titles.ts";

export type Place = { readonly x: number; readonly y: number };
type Where = Readonly<Record<string, Place>>;

/** `people` are the places of slots as they are at the moment shown. */
export function placeOf(entry: LogEntry, briefing: ConsoleBriefing, people: Where): Place | null {
  const { stage } = briefing;
  switch (nounOf(entry.kind)) {
    case "hazard": {
      const from = briefing.hazards.find((hazard) => hazard.id === entry.of)?.from;
      const room = stage.rooms[from ?? ""];
      const middle = room && { x: (room.x[0] + room.x[1]) / 2, y: (room.y[0] + room.y[1]) / 2 };
      return from === undefined ? null : (stage.props[from]?.at ?? middle ?? null);
    }
    case "crowd":
      return briefing.crowds.find((group) => group.id === entry.of) ?? null;
    case "population":
      return briefing.populations.find((group) => group.id === entry.of) ?? null;
    case "thing": {
      const thing = stage.props[entry.of] ?? stage.doors[entry.of] ?? stage.places[entry.of];
      if (thing) return thing.at;
      const room = stage.rooms[entry.of];
      if (room?.indoor) return { x: (room.x[0] + room.x[1]) / 2, y: (room.y[0] + room.y[1]) / 2 };
      return people[entry.by] ?? null;
    }
    default:
      return people[entry.by] ?? people[entry.of] ?? null;
  }
}
