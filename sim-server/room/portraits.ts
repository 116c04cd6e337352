// Portraits made ready for pages and reports alike: the board of a unit with the shelf's titles and the classes' names.

import type { Board } from "../evaluation/portrait/board.ts";
import { type Cohorts, openCohorts } from "../evaluation/portrait/cohorts.ts";
import { groupPortrait } from "../evaluation/portrait/group-view.ts";
import { personPortrait } from "../evaluation/portrait/person-view.ts";
import { openPortraitStore } from "../evaluation/portrait/portrait-store.ts";
import type { CohortRow, GroupPortrait, PersonPortrait } from "../protocol/portrait.ts";
import type { Text } from "../protocol/words.ts";
import type { Database } from "../store/tables.ts";
import type { House } from "./live-run.ts";
import { offersOf, titlesOf } from "./portrait-titles.ts";
import { openRunMarks } from "./run-marks.ts";
import type { Shelf } from "./scenario-shelf.ts";

export type Portraits = {
  readonly cohorts: Cohorts;
  units(): Promise<readonly string[]>;
  capabilities(): Promise<ReadonlyMap<string, Text>>;
  board(unit: string): Promise<Board>;
  person(unit: string, person: string): Promise<PersonPortrait | undefined>;
  unit(unit: string): Promise<GroupPortrait>;
  cohort(cohort: CohortRow): Promise<GroupPortrait>;
};

export function openPortraits(db: Database, house: House, shelf: Shelf): Portraits {
  const store = openPortraitStore(db);
  const cohorts = openCohorts(db);
  const marks = openRunMarks(db, house);
  const titles = titlesOf(shelf);
  const offers = offersOf(shelf);
  /** A unit's overview takes longest to make; it stays as it is for as long as its board does. */
  const overviews = new WeakMap<Board, GroupPortrait>();
  const board = async (unit: string): Promise<Board> => {
    await marks.refresh();
    return store.board(unit);
  };
  return {
    cohorts,
    board,
    units: store.units,
    capabilities: store.capabilities,

    async person(unit, name) {
      const own = await board(unit);
      const person = own.people.get(name);
      if (!person) return undefined;
      const capabilities = await store.capabilities();
      return personPortrait(person, {
        board: own,
        unit,
        capabilities,
        titles,
        offers,
        cohorts: await cohorts.of(unit, name),
      });
    },

    async unit(unit) {
      const own = await board(unit);
      const kept = overviews.get(own);
      if (kept) return kept;
      const made = groupPortrait(own, { unit, cohort: null }, await store.capabilities(), titles);
      overviews.set(own, made);
      return made;
    },

    async cohort(cohort) {
      const own = await board(cohort.unit);
      const people = new Set(await cohorts.people(cohort.id));
      return groupPortrait(own, { unit: cohort.unit, cohort, people }, await store.capabilities(), titles);
    },
  };
}
