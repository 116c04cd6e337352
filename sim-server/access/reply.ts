// The one form of every refusal over HTTP, and the end of every error: a code, never a stack.
import type { ErrorRequestHandler, Response } from "express";
import { ACCESS_STATUS, type AccessRefusal, refused } from "./refusal.ts";

export function refuse(response: Response, { refusal }: { readonly refusal: AccessRefusal }): void {
  const { code, detail, retryAfterS } = refusal;
  if (retryAfterS !== undefined) response.set("Retry-After", String(retryAfterS));
  response
    .status(ACCESS_STATUS[code])
    .set("Cache-Control", "no-store")
    .json({ code, ...(detail === undefined ? {} : { detail }), ...(retryAfterS === undefined ? {} : { retryAfterS }) });
}

/** Goes last in the app; `report` gets what is a bug of ours, not what a client sent wrongly. */
export function apiErrors(report: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status === 413) refuse(response, refused("too-large"));
    else if (status === 415) refuse(response, refused("not-json"));
    else if (status >= 400 && status < 500) refuse(response, refused("malformed"));
    else {
      report(error);
      refuse(response, refused("internal"));
    }
  };
}

function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  return typeof status === "number" ? status : 500;
}
