// The quantities conditions may read: their names, the kind of thing each argument names, and what they give.

export type ValueType = "bool" | "double" | "string" | { list: FactShape };
/** The element of `facts('kind')`: a record with that kind's fields. */
type FactShape = { fact: true };

/** What an argument must name; the linter checks it against the scenario. `any` is a free word. */
export type Reference =
  | "any"
  | "task"
  | "inject"
  | "phase"
  | "duty"
  | "decision"
  | "option"
  | "event"
  | "violation"
  | "probe"
  | "fact"
  | "prop"
  | "action"
  | "room"
  | "where"
  | "hazard"
  | "population"
  | "crowd"
  | "position"
  | "message"
  | "report"
  | "number"
  | "document"
  | "passage"
  | "finding"
  | "issue"
  | "trap"
  | "negotiation"
  | "entity"
  | "flow"
  | "factname"
  | "country";

export type Quantity = {
  takes: readonly Reference[];
  gives: ValueType;
  /** May be read from the facts alone: allowed in `rating`. */
  factsOnly: boolean;
  zh: string;
  en: string;
};

const facts = (takes: readonly Reference[], gives: ValueType, zh: string, en: string): Quantity => ({
  takes,
  gives,
  factsOnly: true,
  zh,
  en,
});
const world = (takes: readonly Reference[], gives: ValueType, zh: string, en: string): Quantity => ({
  takes,
  gives,
  factsOnly: false,
  zh,
  en,
});
const list: ValueType = { list: { fact: true } };

/** Functions of a condition. Times are seconds of exercise time, concentrations ppm, angles degrees from north. */
export const FUNCTIONS = {
  seconds: facts(["number"], "double", "秒", "a number of seconds"),
  minutes: facts(["number"], "double", "分钟换算为秒", "minutes as seconds"),
  hours: facts(["number"], "double", "小时换算为秒", "hours as seconds"),
  facts: facts(["fact"], list, "某类事实的全部记录", "all facts of a kind"),
  happened: facts(["fact"], "bool", "某类事实是否发生过", "a fact of this kind has happened"),
  count: facts(["fact"], "double", "某类事实的次数", "how many facts of a kind"),
  firstAt: facts(["fact"], "double", "首次发生的时间；未发生为 -1", "when a kind first happened, or -1"),
  since: facts(["fact"], "double", "距最近一次发生的秒数；未发生为 -1", "seconds since a kind last happened, or -1"),
  operated: facts(["prop", "action"], "bool", "设备是否被这样操作过", "a prop was used this way"),
  sent: facts(["message"], "bool", "该消息是否已发出", "the message was sent"),
  reported: facts(["report"], "bool", "该报告是否已发出", "the report was sent"),
  reportedAt: facts(["report"], "double", "报告首次发出的时间；未发出为 -1", "when the report was first sent, or -1"),
  met: facts(["task"], "bool", "关键任务是否已完成", "the critical task is met"),
  metAt: facts(["task"], "double", "完成时间；未完成为 -1", "when the task was met, or -1"),
  released: facts(["inject"], "bool", "注入信息是否已发出", "the inject was released"),
  sinceReleased: facts(["inject"], "double", "注入发出后的秒数；未发出为 -1", "seconds since the inject, or -1"),
  began: facts(["phase"], "bool", "阶段是否已开始", "the phase has begun"),
  decided: facts(["decision", "option"], "bool", "是否作出该选择", "this option was chosen"),
  eventHappened: facts(["event"], "bool", "情景事件是否已发生", "the event has happened"),
  violated: facts(["violation"], "bool", "是否发生该违章", "the violation was committed"),
  dutyMet: facts(["duty"], "bool", "法定职责是否按时履行", "the duty was met in time"),
  dutyStarted: facts(["duty"], "bool", "法定时限是否已开始", "the duty's clock has started"),
  entries: facts(["room"], list, "进入某场所的全部记录", "all entries into a room"),
  opened: facts(["document"], "bool", "文件是否已查阅", "the document was opened"),
  asked: facts(["passage"], "bool", "访谈问题是否已提出（文件/问题）", "the question was asked, as document/question"),
  pinned: facts(
    ["passage"],
    "bool",
    "该段是否曾固定为证据（文件/段落）",
    "the passage was pinned, as document/passage",
  ),
  stated: facts(["issue"], "bool", "该问题是否已提出认定", "a finding was stated on the issue"),
  found: facts(["finding"], "bool", "认定得分是否达到一半", "the latest statement earns at least half of the finding"),
  findingShare: facts(["finding"], "double", "最近一次认定的得分比例 0–1", "share the latest statement earns, 0 to 1"),
  trapped: facts(["trap"], "bool", "最近一次认定是否落入该陷阱", "the latest statement fell for the trap"),
  agreed: facts(["negotiation"], "bool", "谈判是否达成一致", "the negotiation ended in agreement"),
  agreedAmount: facts(["negotiation"], "double", "达成的数额；未达成为 0", "the amount agreed, 0 without"),
  offers: facts(["negotiation"], "double", "已提出的方案次数", "how many offers were made"),
  isOpen: world(["prop"], "bool", "门、阀或挡杆是否开启", "a door, valve or barrier is open"),
  isOn: world(["prop"], "bool", "开关是否接通", "a switch is on"),
  valveFraction: world(["prop"], "double", "阀门开度 0–1", "how far a valve is open, 0 to 1"),
  leaking: world(["hazard"], "bool", "是否正在泄漏", "the release is going on"),
  releaseKgPerS: world(["hazard"], "double", "泄漏速率 kg/s", "release rate in kg/s"),
  releasedKg: world(["hazard"], "double", "累计泄漏量 kg", "mass released so far in kg"),
  ppm: world(["where"], "double", "该处真实浓度 ppm", "true concentration at a room, place or prop, ppm"),
  peakPpm: world(["where"], "double", "该处最高浓度 ppm", "highest concentration there so far, ppm"),
  downwind: world(["where"], "bool", "是否处于下风向", "lies within 30 degrees of straight downwind of the source"),
  oxygenPercent: world(["where"], "double", "该处氧含量 %", "oxygen at a room, place or prop, per cent"),
  lelPercent: world(
    ["where"],
    "double",
    "该处可燃气体占爆炸下限的百分比",
    "flammable gas at a room, place or prop, per cent of the lower explosive limit",
  ),
  remaining: world(["population"], "double", "尚未撤离人数", "people of the group not yet evacuated"),
  fireKw: world(["hazard"], "double", "火灾当前热释放速率 kW", "heat a fire releases now, kW"),
  burning: world(["hazard"], "bool", "是否正在燃烧", "the fire is burning"),
  smokeLayerM: world(["room"], "double", "烟层下沿距地面高度 m", "height of the smoke over the floor of a room, m"),
  upperC: world(["room"], "double", "房间上层烟气温度 ℃", "temperature of the upper layer of a room, °C"),
  visibilityM: world(
    ["room"],
    "double",
    "房间内人眼高度能见距离 m",
    "how far one sees at head height in a room, m, 30 at most",
  ),
  coPpm: world(["room"], "double", "房间内人头高度一氧化碳 ppm", "carbon monoxide at head height in a room, ppm"),
  hfPpm: world(["room"], "double", "房间内人头高度氟化氢 ppm", "hydrogen fluoride at head height in a room, ppm"),
  flammableKg: world(["hazard"], "double", "已积聚的可燃蒸气 kg", "flammable vapour gathered so far, kg"),
  crowdInside: world(["crowd"], "double", "人群中尚在室内人数", "people of a crowd still inside"),
  crowdOut: world(["crowd"], "double", "人群中已撤出人数", "people of a crowd who are out"),
  crowdDown: world(
    ["crowd"],
    "double",
    "人群中在室内倒地人数",
    "people of a crowd who lie inside, dead or unable to go on",
  ),
  carrying: world(["position"], "bool", "该岗位是否有人正背负被困者", "somebody in this position carries a person"),
  airMin: world(
    ["position"],
    "double",
    "该岗位佩戴者最低剩余供气分钟",
    "least air left among wearers in this position, min",
  ),
  protectedIn: world(["room"], "double", "房间内防护到位人数", "people in the room in level-A suit with air"),
  peopleIn: world(["room"], "double", "房间内人数", "people in the room"),
  worst: world(
    ["position"],
    "string",
    "该岗位人员最差状况",
    "worst condition in this position: well, irritated, impaired, collapsed or dead",
  ),
  entityIn: world(
    ["entity", "country"],
    "bool",
    "实体现在是否设在该辖区",
    "the plan has the entity in this jurisdiction",
  ),
  amountOf: world(["flow"], "double", "方案中该流量的金额", "amount of the flow in the plan"),
  factOf: world(
    ["entity", "factname"],
    "double",
    "实体或流量的数值事实；未知为 0",
    "a numeric fact of an entity or flow, 0 if unknown",
  ),
  taxIn: world(["country"], "double", "方案在该辖区的税款", "tax of the plan in this jurisdiction"),
  flagged: world(["any"], "bool", "方案是否带有该风险标记", "the plan carries a flag of this kind, such as cfc"),
} as const satisfies Record<string, Quantity>;
export type FunctionName = keyof typeof FUNCTIONS;

/** Plain names. */
export const VARIABLES = {
  elapsed: facts([], "double", "演练时间（秒）", "exercise time in seconds"),
  hoursSpent: facts([], "double", "已用工时", "working hours spent"),
  planShare: facts([], "double", "已提交方案的得分比例 0–1", "share the submitted plan earns, 0 to 1"),
  groupTax: world([], "double", "现方案集团税款合计", "tax of the group in the plan in hand"),
  windSpeedMps: world([], "double", "风速 m/s", "wind speed, m/s"),
  windFromDeg: world([], "double", "风的来向（度）", "direction the wind comes from, degrees"),
  temperatureC: world([], "double", "气温 ℃", "air temperature, °C"),
  dead: world([], "double", "死亡人数", "deaths so far"),
  seriouslyInjured: world([], "double", "重伤（含急性中毒）人数", "serious injuries including acute poisoning"),
  missing: world([], "double", "失踪或下落不明人数", "people unaccounted for"),
  accidentLevel: world(
    [],
    "string",
    "事故等级 none/general/larger/major/extraordinary",
    "accident level: none, general, larger, major or extraordinary",
  ),
} as const satisfies Record<string, Quantity>;
export type VariableName = keyof typeof VARIABLES;
