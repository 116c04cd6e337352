// The tables of the scenarios' README, from the same declarations the program runs on.
import { join } from "node:path";
import { DOOR_RULES } from "../lint/door.ts";
import { RULES } from "../lint/rules.ts";
import { FACTS } from "./facts.ts";
import { FUNCTIONS, type Quantity, VARIABLES } from "./quantities.ts";

export const README = join(import.meta.dirname, "../README.md");

/** A page with its generated tables put in between their markers. */
export function withTables(page: string): string {
  return between(between(page, "quantities", quantities()), "rules", rules());
}

function between(page: string, name: string, table: string): string {
  const [before, rest] = page.split(`<!-- ${name}: written by npm run schema -->\n`);
  const after = rest?.slice(rest.indexOf("<!-- end -->"));
  if (before === undefined || after === undefined) throw new Error(`the page has no place for the table of ${name}`);
  return `${before}<!-- ${name}: written by npm run schema -->\n${table}\n${after}`;
}

const GIVES = { bool: "真假 true/false", double: "数 number", string: "词 word", list: "列表 list" } as const;

function quantities(): string {
  const row = (name: string, { takes, gives, factsOnly, zh, en }: Quantity): string => {
    const args = takes.map((kind) => (kind === "number" ? "3" : `'${kind}'`)).join(", ");
    const type = GIVES[typeof gives === "string" ? gives : "list"];
    return `| \`${takes.length > 0 ? `${name}(${args})` : name}\` | ${type} | ${factsOnly ? "●" : ""} | ${zh} | ${en} |`;
  };
  const facts = Object.entries(FACTS).map(([kind, fields]) => {
    const own = Object.keys(fields);
    return own.length > 0 ? `\`${kind}\` (${own.join(", ")})` : `\`${kind}\``;
  });
  return [
    "| 写法 · written | 得到 · gives | 事实 · facts | 含义 | meaning |",
    "|---|---|---|---|---|",
    ...Object.entries(VARIABLES).map(([name, quantity]) => row(name, quantity)),
    ...Object.entries(FUNCTIONS).map(([name, quantity]) => row(name, quantity)),
    "",
    "事实种类（每个事实还有 `by`、`of`、`at`） · kinds of facts (each also has `by`, `of` and `at`):",
    `${facts.join(", ")}.`,
  ].join("\n");
}

function rules(): string {
  const row = ({ id, sentence }: (typeof DOOR_RULES)[number]): string =>
    `| \`${id}\` | ${sentence.zh} | ${sentence.en} |`;
  return [
    "| 规则 · rule | 合格的情景 | a sound scenario |",
    "|---|---|---|",
    ...[...DOOR_RULES, ...RULES].map(row),
  ].join("\n");
}
