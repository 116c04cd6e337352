// A statement on its way in: completed as the store must, with all that is needed to keep and to find it.
import { randomUUID } from "node:crypto";
import { isJson, type Json } from "./form/check.ts";
import { isVoiding } from "./form/statement.ts";
import { momentMs, utc } from "./form/time.ts";
import type { Version } from "./form/version.ts";
import { type Found, mentioned } from "./links.ts";

export type Incoming = Found & {
  readonly id: string;
  readonly statement: Json;
  readonly verbId: string;
  readonly registration: string | null;
  /** The statement it points at, and whether that is to void it. */
  readonly target: string | undefined;
  readonly voids: boolean;
};

/** `authority` is who we know sent it; what the sender claims of that is not kept. */
export function incoming(sent: Json, spoken: Version, authority: Json): Incoming {
  const id = typeof sent["id"] === "string" ? sent["id"].toLowerCase() : randomUUID();
  const statement: Json = { ...settled(sent), id, authority };
  statement["version"] ??= spoken === "1.0.3" ? "1.0.0" : "2.0.0";
  const { verb, object, context } = statement as { verb: Json; object: Json; context?: Json };
  const registration = context?.["registration"];
  return {
    ...mentioned(statement),
    id,
    statement,
    verbId: String(verb["id"]),
    registration: typeof registration === "string" ? registration.toLowerCase() : null,
    target: object["objectType"] === "StatementRef" ? String(object["id"]).toLowerCase() : undefined,
    voids: isVoiding(statement),
  };
}

/** Moments in UTC, context activities as lists; the same inside a SubStatement. */
function settled(event: Json): Json {
  const made: Json = { ...event };
  if (made["timestamp"] !== undefined) made["timestamp"] = utc(momentMs(made["timestamp"]) ?? 0);
  const { context, object } = made;
  if (isJson(context) && isJson(context["contextActivities"])) {
    const lists = Object.entries(context["contextActivities"]).map(([name, value]) => [
      name,
      Array.isArray(value) ? value : [value],
    ]);
    made["context"] = { ...context, contextActivities: Object.fromEntries(lists) };
  }
  if (isJson(object) && object["objectType"] === "SubStatement") made["object"] = settled(object);
  return made;
}
