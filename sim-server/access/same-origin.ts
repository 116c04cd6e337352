// Keeps other sites from acting in a signed-in person's name: what changes anything must come from our own pages.
import type { IncomingHttpHeaders } from "node:http";
import type { RequestHandler } from "express";
import type { Config } from "../config.ts";
import { refused } from "./refusal.ts";
import { refuse } from "./reply.ts";

const HARMLESS = new Set(["GET", "HEAD", "OPTIONS"]);

export function sameOriginOnly(config: Pick<Config, "publicOrigin">): RequestHandler {
  return (request, response, next) => {
    if (HARMLESS.has(request.method) || isSameOrigin(request.headers, config.publicOrigin)) next();
    else refuse(response, refused("cross-origin"));
  };
}

/**
 * Browsers name the asking page in Origin, and newer ones judge it in Sec-Fetch-Site. A program that sends neither
 * holds no cookie that a stranger's page could abuse. Also for the websocket's upgrade.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicOrigin?: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (publicOrigin !== undefined && origin === publicOrigin) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}
