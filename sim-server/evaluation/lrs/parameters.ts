// Query parameters: known by name to the letter, each at most once, each of its kind; every problem found is said.
import { actor, agent } from "./form/actor.ts";
import { type Check, type Findings, isJson, type Json } from "./form/check.ts";
import { isIri, isUuid } from "./form/iri.ts";
import { momentMs } from "./form/time.ts";

type Kinds = {
  text: string;
  iri: string;
  uuid: string;
  moment: number;
  count: number;
  truth: boolean;
  agent: Json;
  actor: Json;
};
export type Kind = keyof Kinds;

type Spec = Readonly<Record<string, Kind>>;
type Values<Specs extends Spec> = { readonly [Name in keyof Specs]?: Kinds[Specs[Name]] };

export function readParameters<Specs extends Spec>(
  query: URLSearchParams,
  specs: Specs,
  required: readonly (keyof Specs & string)[] = [],
): { readonly values: Values<Specs>; readonly problems: Findings } {
  const problems: Findings = [];
  const values: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const kind = Object.hasOwn(specs, name) ? specs[name] : undefined;
    const [text = "", ...more] = query.getAll(name);
    if (kind === undefined) problems.push(`${name}: is not a parameter here`);
    else if (more.length > 0) problems.push(`${name}: is given more than once`);
    else {
      const value = READERS[kind](text, name, problems);
      if (value !== undefined) values[name] = value;
    }
  }
  for (const name of required) if (!query.has(name)) problems.push(`${name}: is required`);
  return { values: values as Values<Specs>, problems };
}

type Reader<Value> = (text: string, name: string, problems: Findings) => Value | undefined;

const reader =
  <Value>(what: string, read: (text: string) => Value | undefined): Reader<Value> =>
  (text, name, problems) => {
    const value = read(text);
    if (value === undefined) problems.push(`${name}: must be ${what}`);
    return value;
  };

const person =
  (check: Check): Reader<Json> =>
  (text, name, problems) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      problems.push(`${name}: must be an Agent in JSON`);
      return undefined;
    }
    const before = problems.length;
    check(value, name, problems);
    return problems.length === before && isJson(value) ? value : undefined;
  };

const READERS: { readonly [Name in Kind]: Reader<Kinds[Name]> } = {
  text: reader("a text", (text) => text),
  iri: reader("an absolute IRI", (text) => (isIri(text) ? text : undefined)),
  uuid: reader("a UUID", (text) => (isUuid(text) ? text.toLowerCase() : undefined)),
  moment: reader("an ISO 8601 moment", momentMs),
  count: reader("a whole number of 0 or more", (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)),
  truth: reader("true or false", (text) => (text === "true" || text === "false" ? text === "true" : undefined)),
  agent: person(agent),
  actor: person(actor),
};
