// Reads one condition: parses the CEL text, type-checks it against the quantities, and lists what it names.
import { parse } from "@bufbuild/cel";
import type { Expr } from "@bufbuild/cel-spec/cel/expr/syntax_pb.js";
import { FACTS, type FactKind, type FieldType } from "./facts.ts";
import { FUNCTIONS, type Quantity, type Reference, VARIABLES } from "./quantities.ts";

export type ConditionProblem = { rule: "condition-syntax" | "condition-name" | "condition-type"; sentence: string };
export type Named = { reference: Reference; id: string; first: string | undefined };
export type CheckedCondition = { problems: ConditionProblem[]; names: Named[]; functions: Set<string>; timed: boolean };

type Type = "bool" | "double" | "string" | "unknown" | { list: Type } | { fact: FactKind | "any" };
type Scope = ReadonlyMap<string, Type>;

const show = (type: Type): string =>
  typeof type === "string" ? type : "list" in type ? `list of ${show(type.list)}` : `fact ${type.fact}`;
const isNumber = (type: Type): boolean => type === "double" || type === "unknown";
const same = (a: Type, b: Type): boolean => a === "unknown" || b === "unknown" || show(a) === show(b);

/** Checks one condition. Never throws: everything wrong with it is in `problems`. */
export function checkCondition(source: string, want: "bool" | "double" = "bool", factsOnly = false): CheckedCondition {
  const out: CheckedCondition = { problems: [], names: [], functions: new Set(), timed: false };
  const say = (rule: ConditionProblem["rule"], sentence: string): "unknown" => {
    out.problems.push({ rule, sentence });
    return "unknown";
  };
  let root: Expr | undefined;
  try {
    root = parse(source).expr;
  } catch (error) {
    const place = (error as { location?: { start?: { column?: number } } }).location?.start?.column;
    say(
      "condition-syntax",
      `the condition cannot be read${place ? ` at column ${place}` : ""}; compare it with met('task-id') && elapsed > minutes(3)`,
    );
    return out;
  }
  if (root === undefined) {
    say("condition-syntax", "the condition is empty; write what must be true, such as met('task-id')");
    return out;
  }

  const allowed = (name: string, quantity: Quantity): void => {
    if (factsOnly && !quantity.factsOnly)
      say("condition-type", `${name} reads the live world, but a rating may read facts only; use facts('…') instead`);
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
        return say("condition-type", "only true/false, numbers and 'words' may be written in a condition");
      }
      case "identExpr": {
        const name = kind.value.name;
        const local = scope.get(name);
        if (local !== undefined) return local;
        const variable = Object.hasOwn(VARIABLES, name) ? VARIABLES[name as keyof typeof VARIABLES] : undefined;
        if (!variable)
          return say(
            "condition-name",
            `${name} is not a quantity; known names are ${Object.keys(VARIABLES).join(", ")}`,
          );
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
          if (range !== "unknown")
            say("condition-type", `exists, all, filter and map need a list such as facts('…'), not a ${show(range)}`);
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
        return say("condition-type", "this form of expression is not part of the scenario language");
    }
  };

  const field = (of: Type, name: string): Type => {
    if (of === "unknown") return "unknown";
    if (typeof of !== "object" || !("fact" in of))
      return say("condition-type", `.${name} can only follow a fact, not a ${show(of)}`);
    if (name === "by" || name === "of") return "string";
    if (name === "at") return "double";
    if (of.fact === "any") return "unknown";
    const fields: Record<string, FieldType> = FACTS[of.fact];
    const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return (
      type ??
      say(
        "condition-name",
        `a ${of.fact} fact has no ${name}; it has ${["by", "of", "at", ...Object.keys(fields)].join(", ")}`,
      )
    );
  };

  const call = (name: string, target: Expr | undefined, args: Expr[], scope: Scope): Type => {
    const types = (): Type[] => [...(target ? [typeOf(target, scope)] : []), ...args.map((arg) => typeOf(arg, scope))];
    const all = (check: (type: Type) => boolean, wants: string, gives: Type): Type => {
      for (const type of types()) if (!check(type)) say("condition-type", `${wants}, not a ${show(type)}`);
      return gives;
    };
    const isBool = (type: Type): boolean => type === "bool" || type === "unknown";
    switch (name) {
      case "_&&_":
      case "_||_":
      case "!_":
      case "@not_strictly_false":
        return all(isBool, "&&, || and ! join true/false values", "bool");
      case "_+_": {
        const [a = "unknown", b = "unknown"] = types();
        if (typeof a === "object") return a;
        if (!same(a, b) || a === "bool")
          say("condition-type", `+ joins two numbers, not a ${show(a)} and a ${show(b)}`);
        return a;
      }
      case "_-_":
      case "_*_":
      case "_/_":
      case "-_":
        return all(isNumber, "arithmetic needs numbers", "double");
      case "_==_":
      case "_!=_":
      case "_<_":
      case "_<=_":
      case "_>_":
      case "_>=_": {
        const [a = "unknown", b = "unknown"] = types();
        if (!same(a, b)) say("condition-type", `a ${show(a)} cannot be compared with a ${show(b)}`);
        else if (name !== "_==_" && name !== "_!=_" && !isNumber(a))
          say("condition-type", `< and > compare numbers, not a ${show(a)}`);
        return "bool";
      }
      case "_?_:_": {
        const [test = "unknown", yes = "unknown", no = "unknown"] = types();
        if (!isBool(test)) say("condition-type", `the part before ? must be true or false, not a ${show(test)}`);
        if (!same(yes, no)) say("condition-type", "both sides of : must be of one type");
        return yes;
      }
      case "@in":
      case "_in_":
        types();
        return "bool";
      case "size": {
        const [of = "unknown"] = types();
        if (of !== "unknown" && of !== "string" && !(typeof of === "object" && "list" in of))
          say("condition-type", "size needs a list or a word");
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
    if (!known)
      return say(
        "condition-name",
        `${name}() is not a quantity; see the list in scenarios/README.md, such as met('…'), facts('…'), ppm('…')`,
      );
    out.functions.add(name);
    allowed(name, known);
    if (args.length !== known.takes.length)
      return say("condition-type", `${name}() takes ${known.takes.length} value(s), not ${args.length}`);
    let kind: FactKind | "any" = name === "entries" ? "entered" : "any";
    let first: string | undefined;
    known.takes.forEach((reference, index) => {
      const arg = args[index];
      if (reference === "number") {
        const type = typeOf(arg, scope);
        if (!isNumber(type)) say("condition-type", `${name}() takes a number, not a ${show(type)}`);
        return;
      }
      const constant = arg?.exprKind.case === "constExpr" ? arg.exprKind.value.constantKind : undefined;
      if (constant?.case !== "stringValue") {
        say("condition-type", `${name}() takes the name of a ${reference} in quotes, such as ${name}('…')`);
        return;
      }
      if (reference === "fact") {
        if (Object.hasOwn(FACTS, constant.value)) kind = constant.value as FactKind;
        else
          say(
            "condition-name",
            `'${constant.value}' is not a kind of fact; known kinds are ${Object.keys(FACTS).join(", ")}`,
          );
      }
      out.names.push({ reference, id: constant.value, first });
      first = constant.value;
    });
    return typeof known.gives === "object" ? { list: { fact: kind } } : known.gives;
  };

  const type = typeOf(root, new Map());
  if (type !== "unknown" && type !== want)
    say(
      "condition-type",
      `the condition gives a ${show(type)}, but must be ${want === "bool" ? "true or false" : "a number"}`,
    );
  return out;
}
