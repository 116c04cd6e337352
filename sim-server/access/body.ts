// What a request's body may be: JSON, at most 16 kB, of exactly the shape the route names.
import express, { type Request, type RequestHandler, type Response } from "express";
import { z } from "zod";
import { ROLES } from "./account.ts";
import { refused } from "./refusal.ts";
import { refuse } from "./reply.ts";

const LARGEST = "16kb";

/** A form on a stranger's page can post text, but not under this content type without asking first. */
export function jsonBodies(): RequestHandler[] {
  const requireJson: RequestHandler = (request, response, next) => {
    const empty = request.headers["content-length"] === undefined || request.headers["content-length"] === "0";
    const noBody = empty && request.headers["transfer-encoding"] === undefined;
    if (noBody || request.is("application/json")) next();
    else refuse(response, refused("not-json"));
  };
  return [requireJson, express.json({ limit: LARGEST, strict: true, type: "application/json" })];
}

/** The parsed body, or nothing after the refusal has been sent. */
export function bodyOf<Shape>(schema: z.ZodType<Shape>, request: Request, response: Response): Shape | undefined {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  refuse(response, refused("malformed", issue?.path.map(String).join(".") || "body"));
  return undefined;
}

const line = (longest: number) =>
  z
    .string()
    .max(longest * 2)
    .transform((text) => text.normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(longest)
        .regex(/^[^\p{C}\u2028\u2029]*$/u),
    );

const login = z
  .string()
  .max(128)
  .transform((text) => text.normalize("NFKC").trim().toLowerCase())
  .pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u));

const password = z.string().min(1).max(256);
const token = z.string().max(100);
const roles = z
  .array(z.enum(ROLES))
  .min(1)
  .max(ROLES.length)
  .transform((given) => ROLES.filter((role) => given.includes(role)));
/** Written as it is read aloud: 123 456 is 123456. */
const code = z
  .string()
  .max(20)
  .transform((text) => text.normalize("NFKC").replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/));

export const SetupBody = z.strictObject({ token, login, name: line(80), unit: line(80), password });
export const LoginBody = z.strictObject({ login, password });
export const PasswordBody = z.strictObject({ current: password, next: password });
export const AccountBody = z.strictObject({ login, name: line(80), unit: line(80), roles, password });
export const AccountChangeBody = z.strictObject({
  name: line(80).optional(),
  unit: line(80).optional(),
  roles: roles.optional(),
  password: password.optional(),
  disabled: z.boolean().optional(),
});
export const JoinBody = z.strictObject({ code });
export const ClaimBody = z.strictObject({
  code,
  slot: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  name: line(40),
  deviceId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,64}$/)
    .optional(),
  token: token.optional(),
});
