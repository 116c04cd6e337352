// Rooms for accounts: a ticket opens them, a trainee's seat does not.
import { ServerError } from "@colyseus/core";
import type { Access, AccountActor } from "../access/access.ts";

export async function staffActor(access: Access, token: unknown): Promise<AccountActor> {
  const actor = typeof token === "string" ? await access.authenticate(token) : undefined;
  if (!actor) throw new ServerError(401, "unauthorised");
  if (actor.kind !== "account") throw new ServerError(403, "forbidden");
  return actor;
}

export const seesUnit = (actor: AccountActor, unit: string): boolean =>
  actor.roles.includes("admin") || actor.unit === unit;
