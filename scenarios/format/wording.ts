// Words what zod finds wrong so that an author knows what to write instead.
import type { z } from "zod";
import { type Finding, finding, nearest, type Path } from "./problem.ts";
import { keysAt, valueAt } from "./shape.ts";

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/** One finding for each thing wrong; a union's issues are those of the form the author most likely meant. */
export function wordIssues(schema: Schema, root: unknown, issues: readonly Issue[], base: Path = []): Finding[] {
  return issues.flatMap((issue): Finding[] => {
    const path = [...base, ...issue.path.filter((part) => typeof part !== "symbol")];
    if (issue.code === "invalid_union") {
      const branch = likeliest(issue.errors);
      if (branch) return wordIssues(schema, root, branch, path);
    }
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(schema, root, path, key));
    if (issue.code === "invalid_key") return wordIssues(schema, root, issue.issues.map(withoutPath), path);
    return [wordOne(issue, path, valueAt(root, path))];
  });
}

const withoutPath = (issue: Issue): Issue => ({ ...issue, path: [] });

/** Fewest surprises at the top wins: a wrong value inside a known form beats a form whose keys do not fit. */
export function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const cost = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => {
      if (issue.code === "unrecognized_keys") return sum + 10 * issue.keys.length;
      if (issue.path.length === 0) return sum + 40;
      return sum + (missing(issue) && issue.path.length === 1 ? 6 : 1);
    }, 0);
  return branches.toSorted((a, b) => cost(a) - cost(b))[0];
}

const missing = (issue: Issue): boolean => /received undefined$/.test(issue.message);

function unknownKey(schema: Schema, root: unknown, path: Path, key: string): Finding {
  const known = keysAt(schema, root, path);
  const meant = nearest(key, known);
  const where = path.length > 0 ? `${path.join(".")}` : "the file";
  const word = key.slice(0, 60);
  if (meant)
    return finding(
      [...path, key],
      `${word} is not a key here; did you mean ${meant}?`,
      `此处没有“${word}”这个键；是否应为 ${meant}？`,
    );
  const list = known.length > 0 ? known.join(", ") : "none";
  return finding(
    [...path, key],
    `${word} is not a key of ${where}; known keys are ${list}`,
    `此处没有“${word}”这个键；可用的键：${list}。`,
  );
}

const WANTED: Record<string, readonly [string, string]> = {
  string: ["a word or a text", "文字"],
  number: ["a number without unit, such as 2.5", "不带单位的数字，如 2.5"],
  int: ["a whole number", "整数"],
  boolean: ["true or false", "true 或 false"],
  array: ["a list: [a, b], or one entry a line, each after a dash", "列表：[a, b]，或每行以短横线开头"],
  tuple: ["a list of fixed length, such as [0, 10]", "固定长度的列表，如 [0, 10]"],
  object: ["keys and values, one a line, indented by two spaces", "键和值，每行一个，缩进两个空格"],
  record: ["names and what they mean, one a line", "名称及其内容，每行一个"],
};

function wordOne(issue: Issue, path: Path, value: unknown): Finding {
  const last = path.at(-1) ?? "the file";
  const key = typeof last === "number" ? `no. ${last + 1}` : last;
  const absent = value === undefined;
  switch (issue.code) {
    case "invalid_type": {
      const [en, zh] = WANTED[issue.expected] ?? [issue.expected, issue.expected];
      if (absent) return finding(path, `${key} is missing; write ${en}`, `缺少 ${key}；请写${zh}。`);
      return finding(path, `${key} must be ${en}, not ${shown(value)}`, `${key} 应为${zh}，而不是 ${shown(value)}。`);
    }
    case "invalid_value": {
      const list = issue.values.map(String).join(", ");
      const meant = typeof value === "string" ? nearest(value, issue.values.map(String)) : undefined;
      const hint = meant
        ? [`; did you mean ${meant}?`, `；是否应为 ${meant}？`]
        : [`; write one of ${list}`, `；请写 ${list} 之一。`];
      const said = absent
        ? [`${key} is missing`, `缺少 ${key}`]
        : [`${key} cannot be ${shown(value)}`, `${key} 不能是 ${shown(value)}`];
      return finding(path, `${said[0]}${hint[0]}`, `${said[1]}${hint[1]}`);
    }
    case "too_small":
    case "too_big": {
      const most = issue.code === "too_big";
      const limit = String(most ? issue.maximum : issue.minimum);
      const [unit, measure] =
        issue.origin === "string" ? [" characters", " 字"] : issue.origin === "array" ? [" entries", " 项"] : ["", ""];
      return finding(
        path,
        `${key} must be at ${most ? "most" : "least"} ${limit}${unit}`,
        `${key} ${most ? "最多" : "至少"}为 ${limit}${measure}。`,
      );
    }
    case "custom":
    case "invalid_format":
      return finding(
        path,
        `${key}: ${issue.message}`,
        `${key} 的写法不对：${FORMS_ZH[issue.message] ?? issue.message}。`,
      );
    default:
      return finding(path, `${key} cannot be read: ${issue.message}`, `${key} 无法读取：${issue.message}`);
  }
}

const FORMS_ZH: Record<string, string> = {
  "an id is lower-case words joined by dashes, such as close-valve": "标识用小写英文词以短横线连接，如 close-valve",
  "a duration is written like 20s, 8m or 1h30m": "时长写作 20s、8m 或 1h30m",
  "a citation names law and article, such as cn-decree-493#9": "引用写明法规和条款，如 cn-decree-493#9",
  "a law is pinned to its effective date, such as cn-decree-493@2007-06-01":
    "法规须注明施行日期，如 cn-decree-493@2007-06-01",
  "a version is three numbers, such as 1.0.0": "版本号为三个数字，如 1.0.0",
  "a time of day is written like 08:40": "时刻写作 08:40",
  "a trigger has exactly one of at, when or manual": "触发条件在 at、when、manual 中只取一个",
  "write the smaller number first": "请先写较小的数",
  "a day is written 2021-09-01": "日期写作 2021-09-01",
};

function shown(value: unknown): string {
  if (value === null) return "—";
  if (Array.isArray(value)) return "[…]";
  if (typeof value === "object") return "{…}";
  const word = String(value);
  return `"${word.length > 40 ? `${word.slice(0, 40)}…` : word}"`;
}
