// Why access was not given: codes as data, worded by the client; the HTTP status follows from the code.
export const ACCESS_STATUS = {
  malformed: 400,
  unauthorised: 401,
  "wrong-credentials": 401,
  forbidden: 403,
  "cross-origin": 403,
  "link-used": 403,
  "not-found": 404,
  "code-unknown": 404,
  conflict: 409,
  "login-taken": 409,
  "last-admin": 409,
  "seat-taken": 409,
  "other-engine": 409,
  "code-expired": 410,
  "link-expired": 410,
  "sheet-sent": 410,
  "too-large": 413,
  "not-json": 415,
  "weak-password": 422,
  "rate-limited": 429,
  internal: 500,
} as const;

export type AccessCode = keyof typeof ACCESS_STATUS;
export type AccessRefusal = { readonly code: AccessCode; readonly detail?: string; readonly retryAfterS?: number };
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: AccessRefusal };

export const granted = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });

export const refused = (code: AccessCode, detail?: string): { ok: false; refusal: AccessRefusal } => ({
  ok: false,
  refusal: detail === undefined ? { code } : { code, detail },
});

export const tooMany = (retryAfterS: number): { ok: false; refusal: AccessRefusal } => ({
  ok: false,
  refusal: { code: "rate-limited", retryAfterS },
});
