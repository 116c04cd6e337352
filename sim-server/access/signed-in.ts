// The guard before a route: who is signed in, and whether with a role that may pass.
import type { Request, RequestHandler, Response } from "express";
import type { Config } from "../config.ts";
import type { Access } from "./access.ts";
import type { Account, Role } from "./account.ts";
import { sessionCookie, setSessionCookie } from "./cookie.ts";
import { refused } from "./refusal.ts";
import { refuse } from "./reply.ts";

/** With no role named, any account may pass. */
export function requireRole(
  access: Access,
  config: Pick<Config, "publicOrigin">,
  ...roles: readonly Role[]
): RequestHandler {
  return async (request, response, next) => {
    const account = await signedIn(access, config, request);
    if (!account) {
      if (sessionCookie(request, config) !== undefined) setSessionCookie(request, response, config);
      refuse(response, refused("unauthorised"));
    } else if (roles.length > 0 && !roles.some((role) => account.roles.includes(role))) {
      refuse(response, refused("forbidden"));
    } else {
      response.locals[ACCOUNT] = account;
      next();
    }
  };
}

export async function signedIn(
  access: Access,
  config: Pick<Config, "publicOrigin">,
  request: Request,
): Promise<Account | undefined> {
  const token = sessionCookie(request, config);
  return token === undefined ? undefined : access.sessions.find(token);
}

/** The account that `requireRole` let through. */
export function accountIn(response: Response): Account {
  const account: unknown = response.locals[ACCOUNT];
  if (!account) throw new Error("a route asked for its account without requireRole before it");
  return account as Account;
}

const ACCOUNT = "account";
