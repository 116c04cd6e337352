// What is said about a condition that cannot be used, in both languages.
import type { Sentence } from "./problem.ts";

const s = (en: string, zh: string): Sentence => ({ zh, en });

export const SAY = {
  unreadable: (column: number | undefined) =>
    s(
      `the condition cannot be read${column ? ` at column ${column}` : ""}; compare it with met('task-id') && elapsed > minutes(3)`,
      `条件${column ? `第 ${column} 列` : ""}无法读取；写法如 met('task-id') && elapsed > minutes(3)。`,
    ),
  empty: () =>
    s(
      "the condition is empty; write what must be true, such as met('task-id')",
      "条件为空；请写明何事成立，如 met('task-id')。",
    ),
  live: (name: string) =>
    s(
      `${name} reads the live world, but a rating may read facts only; use facts('…') instead`,
      `${name} 读取的是现场实时状态；评级只能依据事实，请改用 facts('…')。`,
    ),
  constant: () =>
    s(
      "only true/false, numbers and 'words' may be written in a condition",
      "条件里只能写 true/false、数字和带引号的词。",
    ),
  variable: (name: string, known: string) =>
    s(`${name} is not a quantity; known names are ${known}`, `没有“${name}”这个量；可用的有 ${known}。`),
  list: (type: string) =>
    s(
      `exists, all, filter and map need a list such as facts('…'), not a ${type}`,
      `exists、all、filter、map 前应为 facts('…') 这样的列表，而不是 ${type}。`,
    ),
  form: () => s("this form of expression is not part of the scenario language", "情景语言不支持这种表达式。"),
  select: (name: string, type: string) =>
    s(`.${name} can only follow a fact, not a ${type}`, `.${name} 只能用在事实之后，不能用在 ${type} 之后。`),
  field: (fact: string, name: string, known: string) =>
    s(`a ${fact} fact has no ${name}; it has ${known}`, `${fact} 事实没有 ${name} 字段；它有 ${known}。`),
  logic: (type: string) =>
    s(`&&, || and ! join true/false values, not a ${type}`, `&&、|| 和 ! 连接的是真假值，而不是 ${type}。`),
  arithmetic: (type: string) => s(`arithmetic needs numbers, not a ${type}`, `算式需要数字，而不是 ${type}。`),
  sum: (a: string, b: string) =>
    s(`+ joins two numbers, not a ${a} and a ${b}`, `+ 连接两个数字，而不是 ${a} 和 ${b}。`),
  compare: (a: string, b: string) => s(`a ${a} cannot be compared with a ${b}`, `${a} 不能与 ${b} 比较。`),
  order: (type: string) => s(`< and > compare numbers, not a ${type}`, `< 和 > 比较的是数字，而不是 ${type}。`),
  choice: (type: string) =>
    s(`the part before ? must be true or false, not a ${type}`, `? 之前应为真假值，而不是 ${type}。`),
  sides: () => s("both sides of : must be of one type", "冒号两边应为同一类型。"),
  size: () => s("size needs a list or a word", "size 的对象应为列表或文字。"),
  unknownFunction: (name: string, meant: string | undefined) =>
    s(
      `${name}() is not a quantity${meant ? `; did you mean ${meant}()?` : "; see the table in scenarios/README.md, such as met('…'), facts('…'), ppm('…')"}`,
      `没有 ${name}() 这个量${meant ? `；是否应为 ${meant}()？` : "；请查 scenarios/README.md 的量表，如 met('…')、facts('…')、ppm('…')。"}`,
    ),
  arguments: (name: string, takes: number, given: number) =>
    s(`${name}() takes ${takes} value(s), not ${given}`, `${name}() 需要 ${takes} 个值，而不是 ${given} 个。`),
  number: (name: string, type: string) =>
    s(`${name}() takes a number, not a ${type}`, `${name}() 需要数字，而不是 ${type}。`),
  quoted: (name: string, reference: string) =>
    s(
      `${name}() takes the name of a ${reference} in quotes, such as ${name}('…')`,
      `${name}() 需要带引号的名称（${reference}），如 ${name}('…')。`,
    ),
  fact: (word: string, known: string, meant: string | undefined) =>
    s(
      `'${word}' is not a kind of fact; ${meant ? `did you mean '${meant}'?` : `known kinds are ${known}`}`,
      `没有“${word}”这类事实；${meant ? `是否应为 '${meant}'？` : `可用的有 ${known}。`}`,
    ),
  result: (type: string, want: "bool" | "double") =>
    s(
      `the condition gives a ${type}, but must be ${want === "bool" ? "true or false" : "a number"}`,
      `条件的结果是 ${type}，应为${want === "bool" ? "真假值" : "数字"}。`,
    ),
} as const;
