// The few pieces every check of xAPI data is made of; each finding is a sentence that begins with its path.
export type Findings = string[];
export type Json = Record<string, unknown>;
export type Check = (value: unknown, path: string, findings: Findings) => void;

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Own properties only, so that nothing inherited ever counts as sent. */
export const has = (json: Json, name: string): boolean => Object.hasOwn(json, name);

type Fields = {
  readonly required?: Readonly<Record<string, Check>>;
  readonly optional?: Readonly<Record<string, Check>>;
};

/** An object with these members and no others; names are case-sensitive and null never stands for absence. */
export function members({ required = {}, optional = {} }: Fields): Check {
  return (value, path, findings) => {
    if (!isJson(value)) {
      findings.push(`${path}: must be an object`);
      return;
    }
    for (const name of Object.keys(required)) {
      if (!has(value, name)) findings.push(`${path}.${name}: is required`);
    }
    for (const [name, member] of Object.entries(value)) {
      const check = Object.hasOwn(required, name) ? required[name] : Object.hasOwn(optional, name) && optional[name];
      if (!check) findings.push(`${path}.${name}: is not a property xAPI knows here`);
      else check(member, `${path}.${name}`, findings);
    }
  };
}

/** A check of one value by a yes-or-no question; `what` completes the sentence "must be …". */
export function fulfils(what: string, test: (value: unknown) => boolean): Check {
  return (value, path, findings) => {
    if (!test(value)) findings.push(`${path}: must be ${what}`);
  };
}

export const text = fulfils("a string", (value) => typeof value === "string");
export const truth = fulfils("true or false", (value) => typeof value === "boolean");
export const number = fulfils("a number", (value) => typeof value === "number" && Number.isFinite(value));
export const count = fulfils(
  "a whole number of 0 or more",
  (value) => Number.isInteger(value) && (value as number) >= 0,
);
export const word = (...allowed: readonly string[]): Check =>
  fulfils(allowed.map((name) => `"${name}"`).join(" or "), (value) => allowed.includes(value as string));

export function listOf(item: Check, least = 0): Check {
  return (value, path, findings) => {
    if (!Array.isArray(value)) findings.push(`${path}: must be a list`);
    else if (value.length < least) findings.push(`${path}: must hold at least ${least}`);
    else for (const [index, entry] of value.entries()) item(entry, `${path}[${index}]`, findings);
  };
}
