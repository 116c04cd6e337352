// What the store knows by name: all identifiers and names of a person, the definition of an activity, and itself.
import type { Database } from "../../store/tables.ts";
import { definitionsOf } from "./canon.ts";
import { allows } from "./credential.ts";
import { actorKey } from "./form/actor.ts";
import { VERSIONS } from "./form/version.ts";
import { readParameters } from "./parameters.ts";
import { json, type Reply, refusal } from "./reply.ts";
import type { Resource } from "./request.ts";

/** A Person object (xAPI 2.4); one Agent is never taken for another, so it has one identifier and all names seen. */
export function agentsResource(db: Database): Resource {
  return async ({ method, query, credential }) => {
    if (method !== "GET") return refusal("method-not-allowed");
    if (!allows(credential, "lookup", "read")) return refusal("forbidden");
    const { values, problems } = readParameters(query, { agent: "agent" }, ["agent"]);
    const { agent } = values;
    if (problems.length > 0 || !agent) return refusal("malformed", ...problems);
    const rows = await db
      .selectFrom("lrs_people")
      .select("name")
      .where("agent_key", "=", actorKey(agent) ?? "")
      .orderBy("name")
      .execute();
    const { objectType: _type, name, ...identifiers } = agent;
    const names = [...new Set([...rows.map((row) => row.name), ...(typeof name === "string" ? [name] : [])])];
    const listed = Object.entries(identifiers).map(([key, value]) => [key, [value]]);
    return json({ objectType: "Person", ...(names.length > 0 ? { name: names } : {}), ...Object.fromEntries(listed) });
  };
}

export function activitiesResource(db: Database): Resource {
  return async ({ method, query, credential }) => {
    if (method !== "GET") return refusal("method-not-allowed");
    if (!allows(credential, "lookup", "read")) return refusal("forbidden");
    const { values, problems } = readParameters(query, { activityId: "iri" }, ["activityId"]);
    const { activityId } = values;
    if (problems.length > 0 || activityId === undefined) return refusal("malformed", ...problems);
    const definition = (await definitionsOf(db, [activityId])).get(activityId);
    const known = definition && Object.keys(definition).length > 0 ? { definition } : {};
    return json({ objectType: "Activity", id: activityId, ...known });
  };
}

/** Open to all, for a client must know which version to speak before it speaks. */
export const about = (): Reply => json({ version: VERSIONS });
