// The cookie that carries a session: out of scripts' reach, never sent from another site.
import type { Request, Response } from "express";
import type { Config } from "../config.ts";

type Asked = Pick<Request, "secure" | "headers">;

/** The __Host- prefix makes browsers insist on https and on this very host. */
const cookieName = (secure: boolean) => (secure ? "__Host-sandtable" : "sandtable");

function isSecure(request: Asked, config: Pick<Config, "publicOrigin">): boolean {
  return request.secure || config.publicOrigin?.startsWith("https:") === true;
}

export function sessionCookie(request: Asked, config: Pick<Config, "publicOrigin">): string | undefined {
  const name = cookieName(isSecure(request, config));
  for (const part of request.headers.cookie?.split(";") ?? []) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return undefined;
}

/** Without a token the cookie is taken back. */
export function setSessionCookie(
  request: Asked,
  response: Response,
  config: Pick<Config, "publicOrigin">,
  session?: { readonly token: string; readonly lifeS: number },
): void {
  const secure = isSecure(request, config);
  response.cookie(cookieName(secure), session?.token ?? "", {
    httpOnly: true,
    sameSite: "strict",
    secure,
    path: "/",
    maxAge: session ? session.lifeS * 1000 : 0,
  });
}
