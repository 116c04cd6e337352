// The door for tax law: the files of jurisdictions and treaties in, plain dated data or sentences for their author out.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { readDocument } from "./document.ts";
import { type Finding, finding, type Path, type Problem } from "./problem.ts";
import {
  type TaxJurisdiction,
  type TaxTreaty,
  type TaxTreatyRow,
  type TaxVersion,
  taxJurisdiction,
  taxTreaty,
} from "./tax.ts";
import { wordIssues } from "./wording.ts";

type Cite = { law: string; article: string; status: "verified" | "unverified" };
type Text = { zh: string; en: string };
type Version = { value: string; from?: string; to?: string; published?: string; cite: Cite; note?: string };
type Param = { id: string; unit: string; title: Text; versions: Version[] };
type Row = {
  income: TaxTreatyRow["income"];
  sub?: string;
  rate: string;
  baseFactor?: string;
  minHolding?: string;
  directOnly?: boolean;
  holdingMonths?: string;
  cite: Cite;
};
type Treaty = { id: string; pair: [string, string]; inForce?: string; ppt: boolean; lob: boolean; rows: Row[] };

/** What the engine is handed: nothing but plain data. */
export type TaxLawData = {
  params: Param[];
  jurisdictions: { id: string; name: Text; currency: string }[];
  treaties: Treaty[];
};
export type ParsedTaxLaw = { data: TaxLawData; problems: Problem[] };

type Sources = TaxJurisdiction["sources"];
type Terms = TaxJurisdiction["terms"];
type Say = (finding: Finding) => void;
type Read<T> = { file: string; value: T; say: Say };

const DECIMAL = /^-?\d+(\.\d+)?$/;
const ROW_TERMS: Terms = {
  rate: { unit: "rate", zh: "协定税率", en: "Treaty rate" },
  baseFactor: { unit: "share", zh: "计税基数比例", en: "Share of the gross that is taxed" },
  minHolding: { unit: "share", zh: "最低持股比例", en: "Least holding for the rate" },
  holdingMonths: { unit: "months", zh: "持股月数", en: "Months the holding must have lasted" },
};

/** Files by name, such as `jurisdictions/cn.yaml` and `treaties/cn-hk.yaml`. Never throws. */
export function parseTaxLaw(files: ReadonlyMap<string, string>): ParsedTaxLaw {
  const problems: Problem[] = [];
  const jurisdictions: Read<TaxJurisdiction>[] = [];
  const treaties: Read<TaxTreaty>[] = [];
  for (const [file, source] of files) {
    if (file.startsWith("treaties/")) treaties.push(...readFile(file, source, taxTreaty, problems));
    else jurisdictions.push(...readFile(file, source, taxJurisdiction, problems));
  }
  const terms: Terms = { ...ROW_TERMS };
  for (const { value, say } of jurisdictions)
    for (const [name, term] of Object.entries(value.terms)) {
      if (Object.hasOwn(terms, name)) say(twice(["terms", name], name));
      terms[name] = term;
    }
  const params = new Map<string, Param>();
  const known = new Set<string>();
  for (const { value, say } of jurisdictions) {
    if (value.name) {
      if (known.has(value.id)) say(twice(["id"], value.id));
      known.add(value.id);
    }
    addParams(value.id, value.params, value.sources, terms, params, say);
  }
  const found = treaties.map(({ value, say }): Treaty => {
    value.pair.forEach((one, index) => {
      if (!known.has(one))
        say(
          finding(["pair", index], `there is no jurisdiction ${one}; add its file`, `没有辖区 ${one}；请补上其文件。`),
        );
    });
    addParams(value.id, value.params, value.sources, terms, params, say);
    const rows = value.rows.map((row, index) => treatyRow(value, row, ["rows", index], params, say));
    const { id, pair, inForce, ppt, lob } = value;
    return { id, pair, ...(inForce === undefined ? {} : { inForce }), ppt, lob, rows };
  });
  const named = jurisdictions.flatMap(({ value: { id, name, currency } }) =>
    name && currency ? [{ id, name, currency }] : [],
  );
  return { data: { params: [...params.values()], jurisdictions: named, treaties: found }, problems };
}

function readFile<T>(file: string, source: string, schema: z.ZodType<T>, problems: Problem[]): Read<T>[] {
  const { value, problems: unreadable, locate } = readDocument(file, source);
  problems.push(...unreadable);
  if (unreadable.length > 0) return [];
  const say = ({ path, sentence, severity = "error" }: Finding): void =>
    void problems.push({ rule: "tax-law", severity, file, ...locate(path), path: path.join("."), sentence });
  const parsed = schema.safeParse(value);
  if (parsed.success) return [{ file, value: parsed.data, say }];
  for (const one of wordIssues(schema, value, parsed.error.issues)) say(one);
  return [];
}

function addParams(
  owner: string,
  all: TaxJurisdiction["params"],
  sources: Sources,
  terms: Terms,
  params: Map<string, Param>,
  say: Say,
): void {
  for (const [name, versions] of Object.entries(all)) {
    const term = Object.hasOwn(terms, name) ? terms[name] : undefined;
    const path = ["params", name];
    if (!term) {
      say(finding(path, `${name} has no meaning; explain it under terms`, `${name} 未定义；请在 terms 中说明。`));
      continue;
    }
    const id = `${owner}.${name}`;
    if (params.has(id)) say(twice(path, id));
    for (const [index, version] of versions.entries())
      checkVersion(version, versions[index - 1], term.unit, [...path, index], say);
    params.set(id, {
      id,
      unit: term.unit,
      title: { zh: term.zh, en: term.en },
      versions: versions.map(({ value, from, to, published, note, ...rest }, index) => ({
        value,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(published === undefined ? {} : { published }),
        ...(note === undefined ? {} : { note }),
        cite: cited(rest, sources, [...path, index, "cite"], say),
      })),
    });
  }
}

function checkVersion(
  { value, from, to }: TaxVersion,
  before: TaxVersion | undefined,
  unit: string,
  path: Path,
  say: Say,
): void {
  if (unit !== "word" && unit !== "flag" && !DECIMAL.test(value))
    say(finding([...path, "value"], 'a number is written as text, such as "0.10"', "数字写作文字，如 “0.10”。"));
  if (to !== undefined && from !== undefined && to < from)
    say(finding([...path, "to"], "it ends before it begins", "结束早于开始。"));
  if (before && (from ?? "") <= (before.to ?? before.from ?? ""))
    say(
      finding(
        [...path, "from"],
        "it begins before the one above ends; put them in order",
        "与上一项重叠；请按时间排列。",
      ),
    );
}

function cited({ cite, verified }: { cite: string; verified: boolean }, sources: Sources, path: Path, say: Say): Cite {
  const [key = "", ...article] = cite.split("#");
  const source = Object.hasOwn(sources, key) ? sources[key] : undefined;
  if (!source) say(finding(path, `${key} is not among this file's sources`, `本文件的 sources 中没有 ${key}。`));
  return { law: source?.law ?? key, article: article.join("#"), status: verified ? "verified" : "unverified" };
}

/** A row's numbers become parameters under the treaty's name, so that a lookup leaves them in the trace. */
function treatyRow(treaty: TaxTreaty, row: TaxTreatyRow, path: Path, params: Map<string, Param>, say: Say): Row {
  const cite = cited(row, treaty.sources, [...path, "cite"], say);
  const from = row.from ?? treaty.inForce;
  const { id: _id, from: _from, cite: _cite, verified: _verified, income, sub, directOnly, ...numbers } = row;
  const ids: { rate: string; baseFactor?: string; minHolding?: string; holdingMonths?: string } = { rate: "" };
  for (const name of ["rate", "baseFactor", "minHolding", "holdingMonths"] as const) {
    const value = numbers[name];
    const term = ROW_TERMS[name];
    if (value === undefined || term === undefined) continue;
    const id = `${treaty.id}.${row.id}.${name}`;
    if (params.has(id)) say(twice([...path, "id"], row.id));
    if (!DECIMAL.test(value)) say(finding([...path, name], "a number is written as text", "数字写作文字。"));
    params.set(id, {
      id,
      unit: term.unit,
      title: { zh: term.zh, en: term.en },
      versions: [{ value, ...(from === undefined ? {} : { from }), cite }],
    });
    ids[name] = id;
  }
  return { income, ...(sub === undefined ? {} : { sub }), ...(directOnly ? { directOnly } : {}), ...ids, cite };
}

const twice = (path: Path, name: string): Finding =>
  finding(path, `${name} is written twice; keep one`, `${name} 写了两次；请只保留一个。`);

/** The law of this house, as plain data. It is ours, not an author's: a fault in it is a bug and throws. */
export function loadTaxLaw(folder: string = join(import.meta.dirname, "..")): TaxLawData {
  const files = new Map<string, string>();
  for (const place of ["jurisdictions", "treaties"])
    for (const name of readdirSync(join(folder, place)).toSorted())
      if (name.endsWith(".yaml")) files.set(`${place}/${name}`, readFileSync(join(folder, place, name), "utf8"));
  const { data, problems } = parseTaxLaw(files);
  const [first] = problems;
  if (first) throw new Error(`${first.file}:${first.line}: ${first.path}: ${first.sentence.en}`);
  return data;
}
