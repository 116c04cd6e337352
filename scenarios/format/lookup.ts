// Looks names up among those a scenario declares, and says of each that is missing what was perhaps meant.
import type { NameKind, Names } from "./names.ts";
import { type Finding, finding, nearest, type Path } from "./problem.ts";
import type { Step } from "./steps.ts";
import type { Change } from "./storyline.ts";

const WORDS: Partial<Record<NameKind, readonly [string, string]>> = {
  task: ["a critical task", "关键任务"],
  inject: ["an inject", "注入信息"],
  where: ["a room, place or prop of the stage", "场地中的房间、地点或设备"],
  place: ["a place of the stage", "场地中的地点（places）"],
  prop: ["a prop or door of the stage", "场地中的设备或门"],
  room: ["a room of the stage", "场地中的房间"],
  actor: ["a position or simulated person", "岗位或模拟人员"],
  slot: ["a position, simulated person or slot such as operator-1", "岗位、模拟人员或席位（如 operator-1）"],
  position: ["a position", "岗位"],
  message: ["a message", "消息"],
  report: ["a report", "报告"],
  crowd: ["a crowd", "人群（crowds）"],
  hazard: ["a hazard", "危险源"],
  decision: ["a decision", "决策点"],
  probe: ["a probe", "态势测试题"],
  option: ["an option", "选项"],
  document: ["a document", "文件（evidence/）"],
  passage: ["a passage, row or question, as document/passage", "文件中的段落、行或问题（文件/段落）"],
  finding: ["a finding", "认定"],
  issue: ["an issue", "问题"],
  trap: ["a trap", "陷阱"],
  negotiation: ["a negotiation", "谈判"],
  entity: ["an entity of the group", "集团中的实体"],
  flow: ["a flow of the group", "集团中的流量"],
  thing: ["an entity or a flow", "实体或流量"],
};

/** Collects what is not declared anywhere. */
export function lookUpIn(names: Names) {
  const findings: Finding[] = [];
  function need(kind: NameKind, word: string | undefined, path: Path, also: readonly string[] = []): void {
    if (word === undefined || names.of[kind].has(word) || also.includes(word)) return;
    unknown(word, path, [...names.of[kind], ...also], WORDS[kind] ?? [`a ${kind}`, kind]);
  }
  function among(
    known: ReadonlySet<string> | readonly string[] | undefined,
    word: string,
    path: Path,
    of: readonly [string, string],
  ): void {
    if (known && ![...known].includes(word)) unknown(word, path, [...known], of);
  }
  function unknown(word: string, path: Path, known: readonly string[], [en, zh]: readonly [string, string]): void {
    const meant = nearest(word, known);
    const list = known.slice(0, 12).join(", ") || "none";
    findings.push(
      finding(
        path,
        `${word} is not ${en}; ${meant ? `did you mean ${meant}?` : `there are ${list}${known.length > 12 ? ", …" : ""}`}`,
        `“${word}”不是${zh}；${meant ? `是否应为 ${meant}？` : `可用的有 ${list}${known.length > 12 ? "……" : ""}。`}`,
      ),
    );
  }
  function kind(word: string, kinds: readonly string[], path: Path): void {
    const is = names.kinds.get(word);
    if (is === undefined || kinds.includes(is)) return;
    findings.push(
      finding(
        path,
        `${word} is a ${is}, but a ${kinds.join(" or ")} is needed here`,
        `${word} 是 ${is}，此处需要 ${kinds.join(" 或 ")}。`,
      ),
    );
  }
  function operate(prop: string, action: string, path: Path, actionPath: Path): void {
    need("prop", prop, path);
    const actions = names.actions.get(prop);
    among(actions, action, actionPath, [`something one can do with ${prop}`, `${prop} 的可用操作`]);
  }
  function steps(steps: readonly Step[], path: Path): void {
    for (const [index, step] of steps.entries()) stepOf(step, [...path, index]);
  }
  function stepOf(step: Step, path: Path): void {
    if ("go" in step) need("where", step.go, [...path, "go"]);
    else if ("operate" in step) operate(step.operate, step.action, [...path, "operate"], [...path, "action"]);
    else if ("check" in step) need("slot", step.check, [...path, "check"], [...names.of.crowd]);
    else if ("send" in step) {
      need("message", step.send, [...path, "send"]);
      need("slot", step.to, [...path, "to"], [...names.of.population]);
    } else if ("say" in step) need("slot", step.to, [...path, "to"], [...names.of.population]);
    else if ("report" in step) {
      need("report", step.report, [...path, "report"]);
      for (const [item, option] of Object.entries(step.items)) {
        const items = names.items.get(step.report);
        among(
          items && [...items.keys()],
          item,
          [...path, "items", item],
          [`an item of ${step.report}`, `${step.report} 的要素`],
        );
        among(items?.get(item), option, [...path, "items", item], [`an option of ${item}`, `${item} 的选项`]);
      }
    } else if ("decide" in step) {
      need("decision", step.decide, [...path, "decide"]);
      among(
        names.options.get(step.decide),
        step.option,
        [...path, "option"],
        [`an option of ${step.decide}`, `${step.decide} 的选项`],
      );
    } else if ("answer" in step) {
      need("probe", step.answer, [...path, "answer"]);
      among(
        names.options.get(step.answer),
        step.option,
        [...path, "option"],
        [`an option of ${step.answer}`, `${step.answer} 的选项`],
      );
    } else if ("care" in step) need("slot", step.care, [...path, "care"]);
    else if ("follow" in step) need("slot", step.follow, [...path, "follow"]);
    else taxStep(step, path);
  }
  function taxStep(step: Step, path: Path): void {
    if ("read" in step) need("document", step.read, [...path, "read"]);
    else if ("inquire" in step) need("passage", step.inquire, [...path, "inquire"]);
    else if ("pin" in step) need("passage", step.pin, [...path, "pin"]);
    else if ("find" in step) need("issue", step.find, [...path, "find"]);
    else if ("offer" in step) need("negotiation", step.offer, [...path, "offer"]);
    else if ("leave" in step) need("negotiation", step.leave, [...path, "leave"]);
    if ("evidence" in step) all("passage", step.evidence, [...path, "evidence"]);
  }
  function changes(changes: readonly Change[], path: Path): void {
    for (const [index, change] of changes.entries()) {
      const at = [...path, index];
      if ("jam" in change) {
        need("prop", change.jam, [...at, "jam"]);
        kind(change.jam, ["valve"], [...at, "jam"]);
      } else if ("hazard" in change) need("hazard", change.hazard, [...at, "hazard"]);
      else if ("door" in change) {
        need("prop", change.door, [...at, "door"]);
        kind(change.door, ["door"], [...at, "door"]);
      } else if ("prop" in change) need("prop", change.prop, [...at, "prop"]);
      else if ("position" in change) need("position", change.position, [...at, "position"]);
      else if ("document" in change) need("document", change.document, [...at, "document"]);
      else if ("fact" in change) need("thing", change.of, [...at, "of"]);
    }
  }
  function all(kind: NameKind, words: readonly string[], path: Path, also: readonly string[] = []): void {
    for (const [index, word] of words.entries()) need(kind, word, [...path, index], also);
  }
  return { findings, need, among, kind, steps, changes, all };
}
export type Lookup = ReturnType<typeof lookUpIn>;
