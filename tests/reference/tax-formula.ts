// Works out a formula of a trace from the inputs written beside it, as an auditor would with a pocket calculator.
import { type Decimal, max, min, parseDecimal } from "../../sim-server/core/tax/decimal.ts";

/** Undefined where the formula is words, or names something that is not among the inputs. */
export function worth(formula: string, inputs: Readonly<Record<string, string>>): Decimal | undefined {
  const tokens = formula.match(/[A-Za-z][A-Za-z0-9]*|\d+(\.\d+)?|[-+*/(),]|\S/g) ?? [];
  let at = 0;
  const take = (token: string): boolean => {
    if (tokens[at] !== token) return false;
    at += 1;
    return true;
  };
  const series = (
    next: () => Decimal | undefined,
    signs: readonly string[],
    join: (a: Decimal, sign: string, b: Decimal) => Decimal | undefined,
  ) => {
    let value = next();
    for (let sign = tokens[at]; value !== undefined && sign !== undefined && signs.includes(sign); sign = tokens[at]) {
      at += 1;
      const other = next();
      value = other && join(value, sign, other);
    }
    return value;
  };
  const whole = (): Decimal | undefined =>
    series(product, ["+", "-"], (a, sign, b) => (sign === "+" ? a.plus(b) : a.minus(b)));
  const product = (): Decimal | undefined =>
    series(single, ["*", "/"], (a, sign, b) => (sign === "*" ? a.times(b) : b.isZero() ? undefined : a.dividedBy(b)));
  function single(): Decimal | undefined {
    const token = tokens[at] ?? "";
    at += 1;
    if (token === "(") {
      const value = whole();
      return take(")") ? value : undefined;
    }
    if (token === "-") return single()?.negated();
    if (token === "min" || token === "max") {
      if (!take("(")) return undefined;
      const one = whole();
      const other = take(",") ? whole() : undefined;
      if (!take(")") || !one || !other) return undefined;
      return token === "min" ? min(one, other) : max(one, other);
    }
    return parseDecimal(Object.hasOwn(inputs, token) ? inputs[token] : /^\d/.test(token) ? token : undefined);
  }
  const value = whole();
  return at === tokens.length ? value : undefined;
}
