// Holds a statement against the templates of a profile, read from its JSON-LD as any other system would read them.
type Json = Record<string, unknown>;
export type PublishedTemplate = {
  readonly id: string;
  readonly verb: string;
  readonly objectActivityType: string;
  readonly rules: readonly { readonly location: string; readonly presence: string }[];
};

/** What of the template a statement breaks. */
export function broken(statement: Json, template: PublishedTemplate): string[] {
  const found: string[] = [];
  const [verb] = at(statement, "$.verb.id");
  const [type] = at(statement, "$.object.definition.type");
  if (verb !== template.verb) found.push(`verb ${String(verb)} is not ${template.verb}`);
  if (type !== template.objectActivityType) found.push(`type ${String(type)} is not ${template.objectActivityType}`);
  for (const { location, presence } of template.rules) {
    const there = at(statement, location).length > 0;
    if (there !== (presence === "included")) found.push(`${location} is ${there ? "there" : "missing"}`);
  }
  return found;
}

/** The part of JSONPath that profiles use: members, quoted members, [*]. */
function at(value: unknown, path: string): unknown[] {
  const steps = [...path.matchAll(/\.(\w+)|\['([^']+)'\]|(\[\*\])/g)];
  return steps.reduce<unknown[]>(
    (values, [, plain, quoted, every]) =>
      values.flatMap((one) => {
        if (every !== undefined) return Array.isArray(one) ? one : [];
        const name = plain ?? quoted ?? "";
        return typeof one === "object" && one !== null && Object.hasOwn(one, name) ? [(one as Json)[name]] : [];
      }),
    [value],
  );
}
