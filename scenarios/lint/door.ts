// The rules the door itself keeps while reading; listed here so that every rule has its sentence in one table.
import type { Sentence } from "../format/problem.ts";

export const DOOR_RULES: readonly { id: string; sentence: Sentence }[] = [
  { id: "yaml", sentence: { zh: "文件是规范、大小适中的 YAML。", en: "The file is plain YAML of sensible size." } },
  {
    id: "schema",
    sentence: { zh: "每个键和值都符合情景语言。", en: "Every key and value belongs to the scenario language." },
  },
  { id: "condition-syntax", sentence: { zh: "每个条件都能读懂。", en: "Every condition can be read." } },
  {
    id: "condition-name",
    sentence: { zh: "条件只用已有的量和事实。", en: "Conditions use known quantities and facts only." },
  },
  { id: "condition-type", sentence: { zh: "条件中的类型相互匹配。", en: "The types in a condition fit together." } },
  { id: "unknown-reference", sentence: { zh: "引用的名称都有定义。", en: "Every name used is declared." } },
];
