// Foresees a condition: what it could ever give, in a world where only some things can happen.
import { parse } from "@bufbuild/cel";
import {
  ANY,
  between,
  bool,
  canBeFalse,
  canBeTrue,
  equal,
  join,
  less,
  not,
  oneOf,
  reckon,
  type Value,
} from "./abstract-value.ts";

/** What quantities could give. */
export type Outlook = {
  variable(name: string): Value;
  quantity(name: string, args: readonly string[], numbers: readonly Value[]): Value;
};
type Expr = NonNullable<ReturnType<typeof parse>["expr"]>;
type Scope = ReadonlyMap<string, Value>;

const read = new Map<string, Expr | null>();
const MOST_KEPT = 2000;

/** What a condition could give; a condition that cannot be read could give anything. */
export function foresee(source: string, outlook: Outlook): Value {
  let expr = read.get(source);
  if (expr === undefined) {
    if (read.size > MOST_KEPT) read.clear();
    expr = tree(source);
    read.set(source, expr);
  }
  return expr ? value(expr, new Map(), outlook) : ANY;
}

/** The condition as a tree, or null: what is wrong with it is `checkCondition`'s to say. */
export function tree(source: string): Expr | null {
  try {
    return parse(source).expr ?? null;
  } catch {
    return null;
  }
}

function value(expr: Expr | undefined, scope: Scope, outlook: Outlook): Value {
  const kind = expr?.exprKind;
  switch (kind?.case) {
    case "constExpr": {
      const constant = kind.value.constantKind;
      if (constant.case === "boolValue") return bool(constant.value, !constant.value);
      if (constant.case === "stringValue") return oneOf([constant.value]);
      if (constant.case === "int64Value" || constant.case === "doubleValue" || constant.case === "uint64Value")
        return between(Number(constant.value), Number(constant.value));
      return ANY;
    }
    case "identExpr":
      return scope.get(kind.value.name) ?? outlook.variable(kind.value.name);
    case "selectExpr": {
      const of = value(kind.value.operand, scope, outlook);
      return of.is === "fact" ? of.field(kind.value.field) : ANY;
    }
    case "callExpr": {
      const { function: name, target, args } = kind.value;
      return call(name, target ? [target, ...args] : args, scope, outlook);
    }
    case "comprehensionExpr": {
      const { iterRange, iterVar, accuVar, accuInit, loopStep, result } = kind.value;
      const range = value(iterRange, scope, outlook);
      const start = value(accuInit, scope, outlook);
      let accu = start;
      if (range.is !== "list" || range.some) {
        const item = range.is === "list" ? range.item : ANY;
        for (let turn = 0; turn < 2; turn++) {
          const inner = new Map(scope).set(iterVar, item).set(accuVar, accu);
          accu = join(accu, value(loopStep, inner, outlook));
        }
      }
      return value(result, new Map(scope).set(accuVar, accu), outlook);
    }
    case "listExpr": {
      const items = kind.value.elements.map((element) => value(element, scope, outlook));
      const item = items.length > 0 ? items.reduce(join) : ANY;
      return { is: "list", some: items.length > 0, item };
    }
    default:
      return ANY;
  }
}

function call(name: string, args: readonly Expr[], scope: Scope, outlook: Outlook): Value {
  const at = (index: number): Value => value(args[index], scope, outlook);
  switch (name) {
    case "_&&_": {
      const [a, b] = [at(0), at(1)];
      return bool(canBeTrue(a) && canBeTrue(b), canBeFalse(a) || canBeFalse(b));
    }
    case "_||_": {
      const [a, b] = [at(0), at(1)];
      return bool(canBeTrue(a) || canBeTrue(b), canBeFalse(a) && canBeFalse(b));
    }
    case "!_":
      return not(at(0));
    case "@not_strictly_false":
      return at(0);
    case "_==_":
      return equal(at(0), at(1));
    case "_!=_":
      return not(equal(at(0), at(1)));
    case "_<_":
      return less(at(0), at(1), false);
    case "_<=_":
      return less(at(0), at(1), true);
    case "_>_":
      return less(at(1), at(0), false);
    case "_>=_":
      return less(at(1), at(0), true);
    case "@in":
    case "_in_": {
      const list = at(1);
      return list.is === "list" ? (list.some ? bool(canBeTrue(equal(at(0), list.item))) : bool(false)) : bool(true);
    }
    case "_+_": {
      const [a, b] = [at(0), at(1)];
      return a.is === "list" || b.is === "list" ? join(a, b) : reckon(name, a, b);
    }
    case "_-_":
    case "_*_":
    case "_/_":
      return reckon(name, at(0), at(1));
    case "-_":
      return reckon("_-_", between(0, 0), at(0));
    case "_?_:_": {
      const test = at(0);
      if (!canBeFalse(test)) return at(1);
      return canBeTrue(test) ? join(at(1), at(2)) : at(2);
    }
    case "size": {
      const of = at(0);
      return of.is === "list" && !of.some ? between(0, 0) : between(0, Number.POSITIVE_INFINITY);
    }
    default: {
      const words = args.map((arg) =>
        arg.exprKind.case === "constExpr" && arg.exprKind.value.constantKind.case === "stringValue"
          ? arg.exprKind.value.constantKind.value
          : "",
      );
      return outlook.quantity(
        name,
        words,
        args.map((_, index) => at(index)),
      );
    }
  }
}
