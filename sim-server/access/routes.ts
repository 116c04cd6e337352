// The HTTP door of access: setting up, signing in and out, accounts, joining a run.
import { type Request, type RequestHandler, type Response, Router } from "express";
import type { Config } from "../config.ts";
import type { JoinOffer, Me, SeatToken } from "../protocol/api.ts";
import type { AccountList } from "../protocol/office.ts";
import type { Access } from "./access.ts";
import { type Account, ROLES } from "./account.ts";
import {
  AccountBody,
  AccountChangeBody,
  bodyOf,
  ClaimBody,
  JoinBody,
  jsonBodies,
  LoginBody,
  PasswordBody,
  SetupBody,
} from "./body.ts";
import { sessionCookie, setSessionCookie } from "./cookie.ts";
import type { OfferedRun } from "./join-code.ts";
import type { AccessRefusal, Outcome } from "./refusal.ts";
import { apiErrors, refuse } from "./reply.ts";
import { sameOriginOnly } from "./same-origin.ts";
import { accountIn, requireRole } from "./signed-in.ts";

type AccessConfig = Pick<Config, "publicOrigin">;
/** What is worth a line in the log; never a secret, never what was typed. */
export type AccessNote = {
  readonly event: string;
  readonly accountId?: string;
  readonly by?: string;
  readonly address?: string;
};

export type AccessRoutesOptions = {
  note?(note: AccessNote): void;
  /** Bugs of ours, for the log. */
  report?(error: unknown): void;
};

const noStore: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "no-store");
  next();
};

export function accessRoutes(access: Access, config: AccessConfig, options: AccessRoutesOptions = {}): Router {
  const router = Router();
  const note = options.note ?? (() => undefined);
  const paths = [
    "/api/setup",
    "/api/login",
    "/api/logout",
    "/api/me",
    "/api/accounts",
    "/api/join",
    "/api/room-ticket",
  ];
  router.use(paths, noStore, sameOriginOnly(config), ...jsonBodies());

  const begin = async (request: Request, response: Response, account: Account, status: number) => {
    const session = await access.sessions.open(account.accountId);
    setSessionCookie(request, response, config, session);
    response.status(status).json(meOf(account));
  };

  router.post("/api/setup", async (request, response) => {
    const body = bodyOf(SetupBody, request, response);
    if (!body) return;
    const { token, ...account } = body;
    const made = await access.signIn.setUp(token, account, addressOf(request));
    if (!made.ok) return refuse(response, made);
    note({ event: "first-account", accountId: made.value.accountId, address: addressOf(request) });
    await begin(request, response, made.value, 201);
  });

  router.post("/api/login", async (request, response) => {
    const body = bodyOf(LoginBody, request, response);
    if (!body) return;
    const address = addressOf(request);
    const found = await access.signIn.withPassword(body.login, body.password, address);
    if (!found.ok) {
      note({ event: `login-${found.refusal.code}`, address });
      return refuse(response, found);
    }
    note({ event: "login", accountId: found.value.accountId, address });
    await begin(request, response, found.value, 200);
  });

  router.post("/api/logout", async (request, response) => {
    const token = sessionCookie(request, config);
    if (token !== undefined) await access.sessions.end(token);
    setSessionCookie(request, response, config);
    response.status(204).end();
  });

  router.get("/api/me", requireRole(access, config), (_request, response) => {
    response.json(meOf(accountIn(response)));
  });

  router.post("/api/me/password", requireRole(access, config), async (request, response) => {
    const body = bodyOf(PasswordBody, request, response);
    if (!body) return;
    const { login, accountId } = accountIn(response);
    const right = await access.signIn.withPassword(login, body.current, addressOf(request));
    if (!right.ok) return refuse(response, right);
    const changed = await access.accounts.change(accountId, { password: body.next });
    if (!changed.ok) return refuse(response, changed);
    note({ event: "password-changed", accountId });
    await begin(request, response, changed.value, 200);
  });

  router.post("/api/room-ticket", requireRole(access, config), async (_request, response) => {
    response.json(await access.sessions.ticket(accountIn(response).accountId));
  });

  router.use("/api/accounts", requireRole(access, config, "admin"));

  router.get("/api/accounts", async (_request, response) => {
    response.json({ accounts: await access.accounts.list(), roles: ROLES } satisfies AccountList);
  });

  router.post("/api/accounts", async (request, response) => {
    const body = bodyOf(AccountBody, request, response);
    if (!body) return;
    const made = await access.accounts.create(body);
    if (made.ok) note({ event: "account-made", accountId: made.value.accountId, by: accountIn(response).accountId });
    answer(response, made, 201);
  });

  router.patch("/api/accounts/:accountId", async (request, response) => {
    const body = bodyOf(AccountChangeBody, request, response);
    if (!body) return;
    const accountId = String(request.params["accountId"]);
    const changed = await access.accounts.change(accountId, body);
    if (changed.ok) note({ event: "account-changed", accountId, by: accountIn(response).accountId });
    answer(response, changed, 200);
  });

  router.post("/api/join", async (request, response) => {
    const body = bodyOf(JoinBody, request, response);
    if (!body) return;
    const found = await access.codes.redeem(body.code, addressOf(request));
    if (!found.ok) return refuse(response, found);
    response.json(await offerOf(access, found.value));
  });

  router.post("/api/join/claim", async (request, response) => {
    const body = bodyOf(ClaimBody, request, response);
    if (!body) return;
    const found = await access.codes.redeem(body.code, addressOf(request));
    if (!found.ok) return refuse(response, found);
    const claimed = await access.seats.claim(found.value, body);
    if (!claimed.ok) return refuse(response, claimed);
    const { token, seat } = claimed.value;
    response.json({ token, runId: seat.runId, slot: seat.slot } satisfies SeatToken);
  });

  router.use(paths, (_request, response) => refuse(response, NOT_FOUND));
  router.use(apiErrors(options.report ?? (() => undefined)));
  return router;
}

const NOT_FOUND: { readonly refusal: AccessRefusal } = { refusal: { code: "not-found" } };

// Behind a proxy the app's own "trust proxy" setting decides whose word on the address counts.
const addressOf = (request: Request) => request.ip ?? "unknown";

function answer<Value>(response: Response, outcome: Outcome<Value>, status: number): void {
  if (outcome.ok) response.status(status).json(outcome.value);
  else refuse(response, outcome);
}

function meOf({ accountId, name, roles, unit }: Account): Me {
  return { accountId, name, roles, unit };
}

async function offerOf(access: Access, run: OfferedRun): Promise<JoinOffer> {
  const seats = new Map((await access.seats.of(run.runId)).map((seat) => [seat.slot, seat]));
  const slots = run.slots.map(({ slot, positionTitle, name }) => {
    const seat = seats.get(slot);
    return { slot, positionTitle, name: seat?.name ?? name, free: seat === undefined };
  });
  return { runId: run.runId, title: run.title, slots };
}
