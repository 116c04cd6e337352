// Whom and what a statement is about: the keys by which the filters `agent`, `activity` and their related_* find it.
import { actorKey, membersOf } from "./form/actor.ts";
import { isJson, type Json } from "./form/check.ts";

export type Link = { readonly kind: "agent" | "activity"; readonly value: string; readonly direct: boolean };
type Mention = {
  readonly activities: ReadonlyMap<string, Json>;
  readonly people: readonly (readonly [string, string])[];
};
export type Found = { readonly links: readonly Link[] } & Mention;

type Gathering = {
  links: Map<string, Link>;
  activities: Map<string, Json>;
  people: Map<string, readonly [string, string]>;
};

/** `direct` follows xAPI 2.1.3: actor and object of the statement; everything deeper is only related. */
export function mentioned(statement: Json): Found {
  const into: Gathering = { links: new Map(), activities: new Map(), people: new Map() };
  gatherEvent(statement, true, into);
  addActor(statement["authority"], false, into);
  return { links: [...into.links.values()], activities: into.activities, people: [...into.people.values()] };
}

function gatherEvent(event: Json, direct: boolean, into: Gathering): void {
  addActor(event["actor"], direct, into);
  const { object, context } = event;
  if (isJson(object)) {
    switch (object["objectType"]) {
      case "Agent":
      case "Group":
        addActor(object, direct, into);
        break;
      case "SubStatement":
        gatherEvent(object, false, into);
        break;
      case "StatementRef":
        break;
      default:
        addActivity(object, direct, into);
    }
  }
  if (!isJson(context)) return;
  addActor(context["instructor"], false, into);
  addActor(context["team"], false, into);
  for (const entry of listed(context["contextAgents"])) addActor(entry["agent"], false, into);
  for (const entry of listed(context["contextGroups"])) addActor(entry["group"], false, into);
  const { contextActivities } = context;
  if (isJson(contextActivities))
    for (const list of Object.values(contextActivities))
      for (const activity of listed(list)) addActivity(activity, false, into);
}

const listed = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : [value]).filter(isJson);

/** A Group that names its members is found by each of them. */
function addActor(actor: unknown, direct: boolean, into: Gathering): void {
  if (!isJson(actor)) return;
  const key = actorKey(actor);
  if (key !== undefined) {
    addLink({ kind: "agent", value: key, direct }, into);
    const { name } = actor;
    if (typeof name === "string" && actor["objectType"] !== "Group") into.people.set(`${key}\n${name}`, [key, name]);
  }
  for (const member of membersOf(actor)) addActor(member, direct, into);
}

function addActivity(activity: Json, direct: boolean, into: Gathering): void {
  const id = String(activity["id"]);
  addLink({ kind: "activity", value: id, direct }, into);
  const before = into.activities.get(id);
  const definition = isJson(activity["definition"]) ? activity["definition"] : {};
  into.activities.set(id, before ? mergedDefinition(before, definition) : definition);
}

function addLink(link: Link, into: Gathering): void {
  const key = `${link.kind}\n${link.value}`;
  if (link.direct || !into.links.has(key)) into.links.set(key, link);
}

/** Later words win; languages and extensions add up (xAPI 2.4.4.1: the store's definition is made of all it received). */
export function mergedDefinition(before: Json, after: Json): Json {
  const merged: Json = { ...before, ...after };
  for (const part of ["name", "description", "extensions"]) {
    const [old, fresh] = [before[part], after[part]];
    if (isJson(old) && isJson(fresh)) merged[part] = { ...old, ...fresh };
  }
  return merged;
}
