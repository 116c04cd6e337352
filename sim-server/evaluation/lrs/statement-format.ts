// The three forms in which statements leave (xAPI 2.1.3): exact, ids only, or canonical in the reader's language.
import { bareActor } from "./form/actor.ts";
import { isJson, type Json } from "./form/check.ts";
import { inLanguage } from "./form/language.ts";

export const FORMATS = ["exact", "ids", "canonical"] as const;
export type Format = (typeof FORMATS)[number];

type Reshape = {
  readonly actor: (actor: Json) => Json;
  readonly verb: (verb: Json) => Json;
  readonly activity: (activity: Json) => Json;
};

const IDS: Reshape = {
  actor: bareActor,
  verb: ({ id }) => ({ id }),
  activity: ({ id }) => ({ id }),
};

export const idsOnly = (statement: Json): Json => reshaped(statement, IDS);

/** `definitions`: what the store holds to be each activity's definition, by id. */
export function canonical(statement: Json, definitions: ReadonlyMap<string, Json>, wanted: readonly string[]): Json {
  const oneLanguage = (json: Json): Json =>
    Object.fromEntries(
      Object.entries(json).map(([name, value]) => {
        if ((name === "name" || name === "description" || name === "display") && isJson(value))
          return [name, inLanguage(value, wanted)];
        if (Array.isArray(value)) return [name, value.map((item) => (isJson(item) ? oneLanguage(item) : item))];
        return [name, value];
      }),
    );
  return reshaped(statement, {
    actor: (actor) => actor,
    verb: oneLanguage,
    activity: (activity) => {
      const definition = definitions.get(String(activity["id"])) ?? activity["definition"];
      return isJson(definition) && Object.keys(definition).length > 0
        ? { ...activity, definition: oneLanguage(definition) }
        : activity;
    },
  });
}

function reshaped(event: Json, reshape: Reshape): Json {
  const made: Json = { ...event };
  const { actor, verb, object, context, authority } = event;
  if (isJson(actor)) made["actor"] = reshape.actor(actor);
  if (isJson(authority)) made["authority"] = reshape.actor(authority);
  if (isJson(verb)) made["verb"] = reshape.verb(verb);
  if (isJson(object)) made["object"] = reshapedObject(object, reshape);
  if (isJson(context)) made["context"] = reshapedContext(context, reshape);
  return made;
}

function reshapedObject(object: Json, reshape: Reshape): Json {
  switch (object["objectType"]) {
    case "Agent":
    case "Group":
      return reshape.actor(object);
    case "StatementRef":
      return object;
    case "SubStatement":
      return reshaped(object, reshape);
    default:
      return reshape.activity(object);
  }
}

function reshapedContext(context: Json, reshape: Reshape): Json {
  const made: Json = { ...context };
  for (const name of ["instructor", "team"]) {
    const actor = context[name];
    if (isJson(actor)) made[name] = reshape.actor(actor);
  }
  const { contextActivities } = context;
  if (isJson(contextActivities)) {
    const lists = Object.entries(contextActivities).map(([name, list]) => [
      name,
      Array.isArray(list) ? list.filter(isJson).map(reshape.activity) : list,
    ]);
    made["contextActivities"] = Object.fromEntries(lists);
  }
  return made;
}

/** The ids of all activities a statement names where its canonical form shows their definition. */
export function activityIds(event: Json): readonly string[] {
  const ids: string[] = [];
  reshaped(event, {
    actor: (actor) => actor,
    verb: (verb) => verb,
    activity: (activity) => {
      ids.push(String(activity["id"]));
      return activity;
    },
  });
  return ids;
}
