// Every kind of fact the engines emit, and the fields it carries: the only thing scores, injects and reports read.

/** Field types as conditions see them. Every fact also has `by`, `of` (strings) and `at` (seconds of exercise time). */
export type FieldType = "string" | "double" | "bool";

export const FACTS = {
  "run-started": {},
  paused: {},
  resumed: {},
  "speed-changed": { speed: "double" },
  "run-ended": { outcome: "string" },
  joined: { name: "string" },
  disconnected: {},
  reconnected: {},
  "phase-began": {},
  "inject-released": { to: "string", manual: "bool" },
  "inject-held": {},
  "inject-skipped": {},
  "event-happened": { manual: "bool" },
  "expected-action-met": { inject: "string", late: "bool" },
  "expected-action-missed": { inject: "string" },
  "leak-started": { room: "string", kgPerS: "double" },
  "leak-changed": { kgPerS: "double", side: "string" },
  "leak-stopped": { releasedKg: "double", how: "string" },
  entered: { suit: "string", scba: "bool", airMin: "double", buddy: "bool", ppm: "double", hot: "bool" },
  left: { hot: "bool", staySeconds: "double" },
  operated: { action: "string", ppm: "double" },
  "work-begun": { action: "string" },
  worn: { item: "string" },
  doffed: { item: "string", ppm: "double", washed: "bool" },
  "buddy-checked": { ready: "bool" },
  inspected: { reading: "double" },
  measured: { ppm: "double", clear: "bool" },
  washed: {},
  counted: { present: "double", absent: "double" },
  "water-applied": { on: "string" },
  "alarm-raised": { ppm: "double", level: "double" },
  "alarm-pressed": {},
  said: { to: "string", channel: "string" },
  told: { to: "string", channel: "string", zh: "string", en: "string" },
  ordered: { to: "string" },
  refused: { why: "string" },
  "report-sent": {
    to: "string",
    complete: "bool",
    missing: "double",
    wrong: "double",
    missingItems: "string",
    wrongItems: "string",
  },
  decided: { option: "string", judgement: "string", seconds: "double" },
  "decision-expired": {},
  "probe-asked": { level: "double" },
  "probe-answered": { option: "string", right: "bool", level: "double", seconds: "double" },
  "duty-started": {},
  "duty-met": { seconds: "double" },
  "duty-expired": {},
  "task-met": { late: "bool", seconds: "double" },
  "task-overdue": {},
  "standing-broken": {},
  "violation-committed": { points: "double", critical: "bool" },
  exposed: { band: "double", ppm: "double", protection: "string" },
  "condition-changed": { to: "string" },
  "air-low": { airMin: "double" },
  "air-out": {},
  "evacuation-ordered": { people: "double" },
  "evacuation-finished": { people: "double" },
  "casualties-changed": { dead: "double", seriouslyInjured: "double", missing: "double" },
  "level-changed": { to: "string" },
  "weather-changed": { windFromDeg: "double", windSpeedMps: "double" },
  tested: { oxygenPercent: "double", lelPercent: "double", toxicPpm: "double", coPpm: "double", clear: "bool" },
  treated: { what: "string", useful: "bool" },
  tagged: { tag: "string", right: "bool" },
  carried: {},
  "laid-down": { outside: "bool" },
  raised: {},
  sparked: { what: "string", lelPercent: "double" },
  observed: { text: "string", rating: "string" },
} as const satisfies Record<string, Record<string, FieldType>>;

export type FactKind = keyof typeof FACTS;
type FieldValue<T extends FieldType> = T extends "string" ? string : T extends "double" ? number : boolean;
export type FactFields<K extends FactKind> = {
  -readonly [F in keyof (typeof FACTS)[K]]: FieldValue<(typeof FACTS)[K][F] & FieldType>;
};

/** What came of an input or of the world's course, at one tick (100 ms of exercise time). */
export type Fact = { tick: number; by: string; kind: FactKind; of: string } & Readonly<
  Record<string, string | number | boolean>
>;
