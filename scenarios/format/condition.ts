// Reads one condition: parses the CEL text, type-checks it against the quantities, and lists what it names.
import { parse } from "@bufbuild/cel";
import { SAY } from "./condition-wording.ts";
import { FACTS, type FactKind, type FieldType } from "./facts.ts";
import { nearest, type Sentence } from "./problem.ts";
import { FUNCTIONS, type Quantity, type Reference, VARIABLES } from "./quantities.ts";

type ConditionProblem = { rule: "condition-syntax" | "condition-name" | "condition-type"; sentence: Sentence };
/** One name a condition uses: `asked` is the quantity, `first` the name before it, as the prop of an action. */
type Named = { reference: Reference; id: string; first: string | undefined; asked: string };
export type CheckedCondition = { problems: ConditionProblem[]; names: Named[]; functions: Set<string>; timed: boolean };

type Expr = NonNullable<ReturnType<typeof parse>["expr"]>;
type Type = "bool" | "double" | "string" | "unknown" | { list: Type } | { fact: FactKind | "any" };
type Scope = ReadonlyMap<string, Type>;

const show = (type: Type): string =>
  typeof type === "string" ? type : "list" in type ? `list of ${show(type.list)}` : `fact ${type.fact}`;
const isNumber = (type: Type): boolean => type === "double" || type === "unknown";
const same = (a: Type, b: Type): boolean => a === "unknown" || b === "unknown" || show(a) === show(b);

/** Checks one condition. Never throws: everything wrong with it is in `problems`. */
export function checkCondition(source: string, want: "bool" | "double" = "bool", factsOnly = false): CheckedCondition {
  const out: CheckedCondition = { problems: [], names: [], functions: new Set(), timed: false };
  const say = (rule: ConditionProblem["rule"], sentence: Sentence): "unknown" => {
    out.problems.push({ rule, sentence });
    return "unknown";
  };
  let root: Expr | undefined;
  try {
    root = parse(source).expr;
  } catch (error) {
    const place = (error as { location?: { start?: { column?: number } } }).location?.start?.column;
    say("condition-syntax", SAY.unreadable(place));
    return out;
  }
  if (root === undefined) {
    say("condition-syntax", SAY.empty());
    return out;
  }

  const allowed = (name: string, quantity: Quantity): void => {
    if (factsOnly && !quantity.factsOnly) say("condition-type", SAY.live(name));
    if (name === "elapsed" || name === "since" || name === "sinceReleased" || !quantity.factsOnly) out.timed = true;
  };

  const typeOf = (expr: Expr | undefined, scope: Scope): Type => {
    const kind = expr?.exprKind;
    switch (kind?.case) {
      case "constExpr": {
        const constant = kind.value.constantKind.case;
        if (constant === "boolValue") return "bool";
        if (constant === "stringValue") return "string";
        if (constant === "int64Value" || constant === "doubleValue") return "double";
        return say("condition-type", SAY.constant());
      }
      case "identExpr": {
        const name = kind.value.name;
        const local = scope.get(name);
        if (local !== undefined) return local;
        const variable = Object.hasOwn(VARIABLES, name) ? VARIABLES[name as keyof typeof VARIABLES] : undefined;
        if (!variable) return say("condition-name", SAY.variable(name, Object.keys(VARIABLES).join(", ")));
        allowed(name, variable);
        return variable.gives as Type;
      }
      case "selectExpr": {
        const of = typeOf(kind.value.operand, scope);
        return field(of, kind.value.field);
      }
      case "callExpr":
        return call(kind.value.function, kind.value.target, kind.value.args, scope);
      case "comprehensionExpr": {
        const range = typeOf(kind.value.iterRange, scope);
        if (typeof range !== "object" || !("list" in range)) {
          if (range !== "unknown") say("condition-type", SAY.list(show(range)));
          return "unknown";
        }
        const start = typeOf(kind.value.accuInit, scope);
        const inner = new Map(scope).set(kind.value.iterVar, range.list).set(kind.value.accuVar, start);
        const next = typeOf(kind.value.loopStep, inner);
        inner.set(kind.value.accuVar, next === "unknown" ? start : next);
        return typeOf(kind.value.result, inner);
      }
      case "listExpr": {
        const types = kind.value.elements.map((element) => typeOf(element, scope));
        return { list: types[0] ?? "unknown" };
      }
      default:
        return say("condition-type", SAY.form());
    }
  };

  const field = (of: Type, name: string): Type => {
    if (of === "unknown") return "unknown";
    if (typeof of !== "object" || !("fact" in of)) return say("condition-type", SAY.select(name, show(of)));
    if (name === "by" || name === "of") return "string";
    if (name === "at") return "double";
    if (of.fact === "any") return "unknown";
    const fields: Record<string, FieldType> = FACTS[of.fact];
    const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return (
      type ?? say("condition-name", SAY.field(of.fact, name, ["by", "of", "at", ...Object.keys(fields)].join(", ")))
    );
  };

  const call = (name: string, target: Expr | undefined, args: Expr[], scope: Scope): Type => {
    const types = (): Type[] => [...(target ? [typeOf(target, scope)] : []), ...args.map((arg) => typeOf(arg, scope))];
    const all = (check: (type: Type) => boolean, word: (type: string) => Sentence, gives: Type): Type => {
      for (const type of types()) if (!check(type)) say("condition-type", word(show(type)));
      return gives;
    };
    const isBool = (type: Type): boolean => type === "bool" || type === "unknown";
    switch (name) {
      case "_&&_":
      case "_||_":
      case "!_":
      case "@not_strictly_false":
        return all(isBool, SAY.logic, "bool");
      case "_+_": {
        const [a = "unknown", b = "unknown"] = types();
        if (typeof a === "object") return a;
        if (!same(a, b) || a === "bool") say("condition-type", SAY.sum(show(a), show(b)));
        return a;
      }
      case "_-_":
      case "_*_":
      case "_/_":
      case "-_":
        return all(isNumber, SAY.arithmetic, "double");
      case "_==_":
      case "_!=_":
      case "_<_":
      case "_<=_":
      case "_>_":
      case "_>=_": {
        const [a = "unknown", b = "unknown"] = types();
        if (!same(a, b)) say("condition-type", SAY.compare(show(a), show(b)));
        else if (name !== "_==_" && name !== "_!=_" && !isNumber(a)) say("condition-type", SAY.order(show(a)));
        return "bool";
      }
      case "_?_:_": {
        const [test = "unknown", yes = "unknown", no = "unknown"] = types();
        if (!isBool(test)) say("condition-type", SAY.choice(show(test)));
        if (!same(yes, no)) say("condition-type", SAY.sides());
        return yes;
      }
      case "@in":
      case "_in_":
        types();
        return "bool";
      case "size": {
        const [of = "unknown"] = types();
        if (of !== "unknown" && of !== "string" && !(typeof of === "object" && "list" in of))
          say("condition-type", SAY.size());
        return "double";
      }
      default:
        return quantity(name, target ? [target, ...args] : args, scope);
    }
  };

  const quantity = (name: string, args: Expr[], scope: Scope): Type => {
    const known: Quantity | undefined = Object.hasOwn(FUNCTIONS, name)
      ? FUNCTIONS[name as keyof typeof FUNCTIONS]
      : undefined;
    if (!known) return say("condition-name", SAY.unknownFunction(name, nearest(name, Object.keys(FUNCTIONS))));
    out.functions.add(name);
    allowed(name, known);
    if (args.length !== known.takes.length)
      return say("condition-type", SAY.arguments(name, known.takes.length, args.length));
    let kind: FactKind | "any" = name === "entries" ? "entered" : "any";
    let first: string | undefined;
    known.takes.forEach((reference, index) => {
      const arg = args[index];
      if (reference === "number") {
        const type = typeOf(arg, scope);
        if (!isNumber(type)) say("condition-type", SAY.number(name, show(type)));
        return;
      }
      const constant = arg?.exprKind.case === "constExpr" ? arg.exprKind.value.constantKind : undefined;
      if (constant?.case !== "stringValue") {
        say("condition-type", SAY.quoted(name, reference));
        return;
      }
      if (reference === "fact") {
        if (Object.hasOwn(FACTS, constant.value)) kind = constant.value as FactKind;
        else {
          const known = Object.keys(FACTS);
          say("condition-name", SAY.fact(constant.value, known.join(", "), nearest(constant.value, known)));
        }
      }
      out.names.push({ reference, id: constant.value, first, asked: name });
      first = constant.value;
    });
    return typeof known.gives === "object" ? { list: { fact: kind } } : known.gives;
  };

  const type = typeOf(root, new Map());
  if (type !== "unknown" && type !== want) say("condition-type", SAY.result(show(type), want));
  return out;
}
