// Shuts what Colyseus leaves open: matchmaking, origins, body sizes, the rate of joins.
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { type AuthContext, matchMaker } from "@colyseus/core";
import { addressKey, openBudget } from "../access/budget.ts";
import { isSameOrigin } from "../access/same-origin.ts";
import type { Config } from "../config.ts";

const LARGEST_BODY = 16_384;
/** Statements come with attachments and an outbox as a file; what stands behind these has limits and a guard of its own. */
const ROOMY = /^\/+(?:xapi|api\/records\/import)(?:[/?]|$)/;
/** The largest websocket frame; an instructor's message in two languages fits. */
export const LARGEST_FRAME = 16_384;

/** Rooms are made by the server alone, and joined by their id; no page of another site is told anything. */
export function closeMatchmaking(): void {
  matchMaker.controller.exposedMethods = ["joinById"];
  matchMaker.controller.getCorsHeaders = () => ({ Vary: "Origin" });
}

/** For the websocket's upgrade: browsers name the asking page, and it must be one of ours. */
export function originGuard(publicOrigin: string | undefined) {
  return (_request: Request, context: Readonly<AuthContext>): Response | undefined => {
    const { headers } = context;
    const origin = headers.get("origin");
    const host = headers.get("host");
    const asked = { ...(origin === null ? {} : { origin }), ...(host === null ? {} : { host }) };
    return isSameOrigin(asked, publicOrigin) ? undefined : new Response("cross-origin", { status: 403 });
  };
}

/**
 * Stands before every other listener of the server; call it once the server listens. By default a class of 30 behind
 * one address may join at once and come back after a restart.
 */
export function guardRequests(
  server: Server,
  { publicOrigin, joinsPerMin }: Pick<Config, "publicOrigin" | "joinsPerMin">,
): void {
  const joins = openBudget(joinsPerMin, joinsPerMin, Date.now);
  const inner = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const refuse = (status: number, code: string): void => {
      response
        .writeHead(status, { "Content-Type": "application/json", Connection: "close" })
        .end(JSON.stringify({ code }));
    };
    const length = Number(request.headers["content-length"] ?? 0);
    const roomy = ROOMY.test(request.url ?? "");
    if (!roomy && (!(length <= LARGEST_BODY) || request.headers["transfer-encoding"] !== undefined))
      return refuse(413, "too-large");
    if (request.url?.startsWith("/matchmake/")) {
      if (!isSameOrigin(request.headers, publicOrigin)) return refuse(403, "cross-origin");
      if (!joins.take(addressKey(request.socket.remoteAddress ?? ""))) return refuse(429, "rate-limited");
    }
    for (const listener of inner) listener.call(server, request, response);
  });
}
