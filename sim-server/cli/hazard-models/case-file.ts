// Reads a file of hazard cases: which model, which inputs, what is expected of it, how near, and who published it.
import { z } from "zod";
import { readDocument } from "../../../scenarios/format/document.ts";
import { type Finding, finding, nearest, type Path, type Problem } from "../../../scenarios/format/problem.ts";
import { wordIssues } from "../../../scenarios/format/wording.ts";
import { HAZARD_MODELS } from "./every-model.ts";
import type { HazardModel, Outcome, Value, Values } from "./model.ts";

const value = z.union([z.number(), z.string(), z.boolean(), z.null()]);
/** An answer may differ by the share or by the amount, whichever is larger. */
const near = z.strictObject({
  relative: z.number().nonnegative().default(0),
  absolute: z.number().nonnegative().default(0),
});
const tolerance = near.extend({ of: z.record(z.string(), near).default({}) });
const inputs = z.record(z.string(), z.unknown());
const expected = z.record(z.string(), value);
const misses = z.record(z.string(), z.string().min(10));
const one = z.strictObject({
  id: z.string(),
  inputs: inputs.default({}),
  expected: expected.refine((wanted) => Object.keys(wanted).length > 0),
  tolerance: tolerance.optional(),
  /** Expectations known to be missed, each with the reason: the honest part of the table. */
  misses: misses.default({}),
});
const many = z.strictObject({
  model: z.string(),
  source: z.string().min(10),
  tolerance: tolerance.default({ relative: 0, absolute: 0, of: {} }),
  inputs: inputs.default({}),
  cases: z.array(one).min(1),
});
const single = one.extend({ id: z.string().default("case"), model: z.string(), source: z.string().min(10) });

type Near = z.output<typeof near>;
export type Expectation = {
  readonly name: string;
  readonly wanted: Value;
  readonly near: Near;
  /** Why it is known to be missed, where it is. */
  readonly miss?: string;
};
export type HazardCase = {
  readonly id: string;
  readonly file: string;
  readonly model: HazardModel;
  readonly source: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outcome: Required<Outcome>;
  readonly expectations: readonly Expectation[];
};
export type CaseFile = { readonly cases: readonly HazardCase[]; readonly problems: readonly Problem[] };

/** Never throws for what an author wrote: whatever is wrong comes back with its place and the way to mend it. */
export function readCaseFile(file: string, text: string): CaseFile {
  const { value: raw, problems, locate } = readDocument(file, text);
  if (problems.length > 0) return { cases: [], problems };
  const place = ({ path, sentence }: Finding): Problem => ({
    rule: "hazard-case",
    severity: "error",
    file,
    ...locate(path),
    path: path.join("."),
    sentence,
  });
  const isMany = typeof raw === "object" && raw !== null && "cases" in raw;
  const parsed = isMany ? many.safeParse(raw) : single.safeParse(raw);
  if (!parsed.success)
    return { cases: [], problems: wordIssues(isMany ? many : single, raw, parsed.error.issues).map(place) };
  const sheet = "cases" in parsed.data ? parsed.data : { ...parsed.data, inputs: {}, cases: [parsed.data] };
  const model = HAZARD_MODELS.get(sheet.model);
  if (model === undefined) return { cases: [], problems: [place(noModel(sheet.model))] };
  const cases: HazardCase[] = [];
  const found: Problem[] = [];
  for (const [index, each] of sheet.cases.entries()) {
    const base: Path = isMany ? ["cases", index] : [];
    const given = { ...sheet.inputs, ...each.inputs };
    const outcome = model.answer(given);
    if ("findings" in outcome) {
      found.push(...outcome.findings.map((each) => place({ ...each, path: [...base, "inputs", ...each.path] })));
      continue;
    }
    const whole = { results: outcome.results, between: outcome.between ?? {} };
    found.push(...unknownResults(each.expected, whole.results, [...base, "expected"]).map(place));
    const nearness = each.tolerance ?? sheet.tolerance ?? tolerance.parse({});
    const expectations = Object.entries(each.expected).map(([name, wanted]): Expectation => {
      const miss = each.misses[name];
      const allowed = nearness.of[quantityOf(name)] ?? nearness;
      return miss === undefined ? { name, wanted, near: allowed } : { name, wanted, near: allowed, miss };
    });
    cases.push({ id: each.id, file, model, source: sheet.source, inputs: given, outcome: whole, expectations });
  }
  return { cases: found.length > 0 ? [] : cases, problems: found };
}

/** `layerHeightM@hall@120` is a layerHeightM. */
const quantityOf = (name: string): string => name.split("@", 1)[0] ?? name;

function noModel(id: string): Finding {
  const like = nearest(id, HAZARD_MODELS.keys());
  const en = like === undefined ? "see `hazard --list`" : `did you mean "${like}"?`;
  const zh = like === undefined ? "见 `hazard --list`" : `是否指“${like}”？`;
  return finding(["model"], `"${id}" is no hazard model; ${en}`, `没有名为“${id}”的模型；${zh}`);
}

function unknownResults(wanted: Values, results: Values, path: Path): Finding[] {
  return Object.keys(wanted)
    .filter((name) => !Object.hasOwn(results, name))
    .map((name) => {
      const known = Object.keys(results).slice(0, 12).join(", ");
      return finding(
        [...path, name],
        `the model gives no ${name}; it gives ${known}`,
        `模型不给出 ${name}；可用结果：${known}`,
      );
    });
}
