// An answer as data: what a resource decided, before a byte of HTTP is written.
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

const JSON_TYPE = { "Content-Type": "application/json" } as const;

export const json = (body: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): Reply => ({
  status,
  headers: { ...JSON_TYPE, ...headers },
  body: JSON.stringify(body),
});

export const noContent: Reply = { status: 204, headers: {} };

export type RefusalCode = keyof typeof STATUS;
const STATUS = {
  malformed: 400,
  unauthorised: 401,
  forbidden: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "precondition-failed": 412,
  "too-large": 413,
  internal: 500,
} as const;

const MOST_PROBLEMS = 20;

/** A refusal: a short code for programs, and for people every problem found, each with its path. */
export function refusal(code: RefusalCode, ...problems: readonly string[]): Reply {
  const headers = code === "unauthorised" ? { "WWW-Authenticate": 'Basic realm="xAPI", charset="UTF-8"' } : {};
  return json({ code, problems: problems.slice(0, MOST_PROBLEMS) }, headers, STATUS[code]);
}
