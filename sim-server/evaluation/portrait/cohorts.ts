// Cohorts: classes and other groups of people of one unit, as an instructor names them.
import { randomUUID } from "node:crypto";
import type { CohortRow } from "../../protocol/portrait.ts";
import type { Database } from "../../store/tables.ts";

export type Cohorts = {
  list(unit: string): Promise<readonly CohortRow[]>;
  get(id: string): Promise<CohortRow | undefined>;
  people(id: string): Promise<readonly string[]>;
  of(unit: string, person: string): Promise<readonly { readonly id: string; readonly name: string }[]>;
  create(cohort: { unit: string; name: string; by: string; people: readonly string[] }): Promise<string>;
  /** The list given takes the place of the one there was. */
  setPeople(id: string, people: readonly string[]): Promise<void>;
};

export function openCohorts(db: Database, now: () => number = Date.now): Cohorts {
  const rows = () =>
    db
      .selectFrom("cohorts")
      .leftJoin("cohort_people", "cohort_people.cohort_id", "cohorts.cohort_id")
      .select(["cohorts.cohort_id", "cohorts.name", "cohorts.unit", "cohorts.created_at_ms"])
      .select((e) => e.fn.count<number>("cohort_people.person").as("people"))
      .groupBy(["cohorts.cohort_id", "cohorts.name", "cohorts.unit", "cohorts.created_at_ms"]);
  type Row = { cohort_id: string; name: string; unit: string; created_at_ms: number; people: number };
  const told = (row: Row): CohortRow => ({
    id: row.cohort_id,
    name: row.name,
    unit: row.unit,
    createdAtMs: Number(row.created_at_ms),
    people: Number(row.people),
  });
  const keepPeople = async (transaction: Database, id: string, people: readonly string[]): Promise<void> => {
    await transaction.deleteFrom("cohort_people").where("cohort_id", "=", id).execute();
    const own = [...new Set(people)].map((person) => ({ cohort_id: id, person }));
    if (own.length > 0) await transaction.insertInto("cohort_people").values(own).execute();
  };

  return {
    list: async (unit) =>
      (
        await rows()
          .where("cohorts.unit", "=", unit)
          .orderBy("cohorts.created_at_ms")
          .orderBy("cohorts.cohort_id")
          .execute()
      ).map(told),
    async get(id) {
      const row = await rows().where("cohorts.cohort_id", "=", id).executeTakeFirst();
      return row && told(row);
    },
    async people(id) {
      const found = await db
        .selectFrom("cohort_people")
        .select("person")
        .where("cohort_id", "=", id)
        .orderBy("person")
        .execute();
      return found.map(({ person }) => person);
    },
    async of(unit, person) {
      const found = await db
        .selectFrom("cohorts")
        .innerJoin("cohort_people", "cohort_people.cohort_id", "cohorts.cohort_id")
        .select(["cohorts.cohort_id", "cohorts.name"])
        .where("cohorts.unit", "=", unit)
        .where("cohort_people.person", "=", person)
        .execute();
      return found.map(({ cohort_id: id, name }) => ({ id, name }));
    },
    create: ({ unit, name, by, people }) =>
      db.transaction().execute(async (transaction) => {
        const cohort_id = randomUUID();
        const row = { cohort_id, unit, name, created_by: by, created_at_ms: now() };
        await transaction.insertInto("cohorts").values(row).execute();
        await keepPeople(transaction, cohort_id, people);
        return cohort_id;
      }),
    setPeople: (id, people) => db.transaction().execute((transaction) => keepPeople(transaction, id, people)),
  };
}
