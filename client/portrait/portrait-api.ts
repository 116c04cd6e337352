// The portraits' part of the HTTP API as typed calls.
import type {
  CohortRow,
  GroupPortrait,
  NewCohort,
  PeoplePage,
  PersonPortrait,
} from "../../sim-server/protocol/portrait.ts";
import { call } from "../session/api.ts";

export type PeopleFilter = { unit: string; q: string; sort: string; up: boolean; page: number; size: number };

const person = (name: string): string => `/api/people/${encodeURIComponent(name)}`;
const cohort = (id: string): string => `/api/cohorts/${encodeURIComponent(id)}`;
const ofUnit = (unit: string): string => (unit === "" ? "" : `?${new URLSearchParams({ unit })}`);

export const portraitApi = {
  units: () => call<readonly string[]>("GET", "/api/units"),
  people: ({ unit, up, ...rest }: PeopleFilter) => {
    const parts = new URLSearchParams({ ...rest, page: `${rest.page}`, size: `${rest.size}` });
    if (unit !== "") parts.set("unit", unit);
    if (up) parts.set("up", "1");
    return call<PeoplePage>("GET", `/api/people?${parts}`);
  },
  person: (name: string, unit: string) => call<PersonPortrait>("GET", `${person(name)}${ofUnit(unit)}`),
  unit: (unit: string) => call<GroupPortrait>("GET", `/api/unit${ofUnit(unit)}`),
  cohorts: (unit: string) => call<readonly CohortRow[]>("GET", `/api/cohorts${ofUnit(unit)}`),
  cohort: (id: string) => call<GroupPortrait>("GET", cohort(id)),
  addCohort: (wish: NewCohort) => call<{ id: string }>("POST", "/api/cohorts", wish),
  setCohortPeople: (id: string, people: readonly string[]) =>
    call<{ id: string }>("POST", `${cohort(id)}/people`, { people }),
};
