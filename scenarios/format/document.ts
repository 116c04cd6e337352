// Reads one YAML file an author (or an attacker) wrote: bounded in size, depth and time, positions kept.
import { Composer, CST, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, Parser, type YAMLError } from "yaml";
import { finding, type Path, type Problem, type Sentence } from "./problem.ts";

export const LIMITS = { bytes: 2_000_000, tokens: 150_000, depth: 60, problems: 20 } as const;

export type Locate = (path: Path) => { line: number; column: number };
export type Reading = { value: unknown; problems: Problem[]; locate: Locate };
type Fault = { offset: number; sentence: Sentence };

/** Reads a file as plain data. Whatever cannot be trusted is a problem, never an exception. */
export function readDocument(file: string, source: string): Reading {
  const lines = new LineCounter();
  const faults: Fault[] = [];
  const say = (offset: number, en: string, zh: string): void => {
    if (faults.length < LIMITS.problems) faults.push({ offset, sentence: finding([], en, zh).sentence });
  };
  const root = source.length > LIMITS.bytes ? tooLarge(say) : compose(source, lines, say);
  const value = root && faults.length === 0 ? plain(root, say) : undefined;
  if (faults.length === 0 && (value ?? null) === null)
    say(0, "the file is empty; start from the template", "文件是空的；请从模板开始。");
  const problems = faults.map(({ offset, sentence }): Problem => {
    const { line, col } = lines.linePos(offset);
    const at = { file, line: Math.max(1, line), column: Math.max(1, col) };
    return { rule: "yaml", severity: "error", ...at, path: "", sentence };
  });
  return { value: problems.length > 0 ? undefined : value, problems, locate: locator(root, lines) };
}

type Say = (offset: number, en: string, zh: string) => void;

function tooLarge(say: Say): undefined {
  say(0, "the file is larger than 2 MB; keep pictures and recordings out of it", "文件超过 2 MB；图片和录音请另存。");
}

/** One pass from characters to nodes, with the guards where the tokens come by. */
function compose(source: string, lines: LineCounter, say: Say): Node | undefined {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  let count = 0;
  let scalarNext = false;
  for (const lexeme of new Lexer().lex(source)) {
    if (++count > LIMITS.tokens || parser.stack.length > LIMITS.depth) {
      const deep = count <= LIMITS.tokens;
      if (deep)
        say(
          parser.offset,
          "this is nested too deeply; a scenario needs at most a dozen levels",
          "嵌套过深；情景文件最多十余层。",
        );
      else
        say(parser.offset, "the file has too many entries for one scenario; split it", "条目过多；请拆分为多个情景。");
      return undefined;
    }
    const type = scalarNext ? "scalar" : CST.tokenType(lexeme);
    scalarNext = lexeme === CST.SCALAR;
    if (type === "anchor" || type === "alias" || type === "tag" || type === "directive-line") {
      say(
        parser.offset,
        "anchors (&), aliases (*), tags (!) and directives (%) are not part of the language; write the text out or quote it",
        "不支持锚点（&）、引用（*）、标签（!）和指令（%）；请把内容写全，或给文字加引号。",
      );
      return undefined;
    }
    tokens.push(...parser.next(lexeme));
  }
  tokens.push(...parser.end());
  const composer = new Composer({ version: "1.2", schema: "core", merge: false, uniqueKeys: false, strict: true });
  const documents = [...composer.compose(tokens, true, source.length)];
  for (const document of documents)
    for (const error of [...document.errors, ...document.warnings]) {
      const [en, zh] = wordYaml(error);
      say(error.pos[0], en, zh);
    }
  if (documents.length > 1)
    say(
      documents[1]?.range[0] ?? 0,
      "one file holds one document; remove the --- line",
      "一个文件只放一份内容；请删去 --- 行。",
    );
  return documents[0]?.contents ?? undefined;
}

/** Nodes to plain data; keys are taken as written, so `1.10` stays `1.10`. */
function plain(node: unknown, say: Say): unknown {
  if (isSeq(node)) return node.items.map((item) => plain(item, say));
  if (isMap(node)) {
    const out: Record<string, unknown> = {};
    for (const pair of node.items) {
      const key = keyOf(pair.key);
      const offset = offsetOf(pair.key) ?? offsetOf(node) ?? 0;
      if (key === undefined || key === "__proto__") say(offset, "a key must be a plain word", "键必须是一个普通的词。");
      else if (Object.hasOwn(out, key))
        say(offset, `${short(key)} is written twice here; keep one`, `“${short(key)}”在此处写了两次；请只保留一个。`);
      else out[key] = plain(pair.value, say);
    }
    return out;
  }
  return isScalar(node) ? node.value : null;
}

const short = (word: string): string => (word.length > 40 ? `${word.slice(0, 40)}…` : word);
const keyOf = (node: unknown): string | undefined =>
  isScalar(node) ? (node.type === "PLAIN" && node.source !== undefined ? node.source : String(node.value)) : undefined;
const offsetOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];

/** Finds where a path stands in the text; a missing part is placed at the deepest parent that is there. */
function locator(root: Node | undefined, lines: LineCounter): Locate {
  return (path) => {
    let node: unknown = root;
    let offset = offsetOf(root) ?? 0;
    for (const part of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => keyOf(item.key) === String(part));
        if (!pair) break;
        offset = offsetOf(pair.key) ?? offset;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(part)];
        offset = offsetOf(node) ?? offset;
      } else break;
    }
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
}

const YAML_WORDS: Partial<Record<YAMLError["code"], readonly [string, string]>> = {
  TAB_AS_INDENT: ["a tab cannot indent; use two spaces", "不能用制表符缩进；请用两个空格。"],
  BAD_INDENT: [
    "this line's indentation fits no line above; line it up with its neighbours",
    "本行缩进与上文不符；请与同级对齐。",
  ],
  MISSING_CHAR: ["a closing bracket, quote, comma or colon is missing", "缺少右括号、引号、逗号或冒号。"],
  BLOCK_AS_IMPLICIT_KEY: [
    "the line above is not finished; check its colon and indentation",
    "上一行未写完；请检查冒号与缩进。",
  ],
  MULTILINE_IMPLICIT_KEY: ["a key must stand on one line; is a colon missing?", "键必须写在一行内；是否漏了冒号？"],
  UNEXPECTED_TOKEN: [
    "this does not belong here; put the text in quotes if it is text",
    "此处内容多余；如为文字请加引号。",
  ],
  BLOCK_IN_FLOW: ["inside { } or [ ] everything stays in brackets", "花括号或方括号内不能换成缩进写法。"],
  BAD_SCALAR_START: ["text may not start with this sign; put it in quotes", "文字不能以此符号开头；请加引号。"],
  BAD_DQ_ESCAPE: [
    "a \\ inside double quotes needs care; use single quotes",
    "双引号内的反斜线有特殊含义；请改用单引号。",
  ],
};
const wordYaml = (error: YAMLError): readonly [string, string] =>
  YAML_WORDS[error.code] ?? [`the file cannot be read here (${error.code})`, `此处无法读取（${error.code}）。`];
