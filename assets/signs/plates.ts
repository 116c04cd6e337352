// Name plates, tags, arrows and stripes: everything on the stage that is mostly words.
import { box, COLOURS, disc, icon, line, type Sign, text } from "./drawing.ts";

const plate = (id: string, zh: string, en: string, ground: string = COLOURS.plate): Sign => ({
  id,
  width: 420,
  height: 100,
  body:
    box(0, 0, 420, 100, ground) +
    box(5, 5, 410, 90, "none", `stroke="#fff" stroke-opacity=".55" stroke-width="2"`) +
    text(zh, 210, 57, 46, { fill: "#fff" }) +
    text(en, 210, 84, 17, { fill: "#d6e4f2", weight: 500 }),
});

const tag = (id: string, words: string, ground: string, ink = "#fff", width = 150): Sign => ({
  id,
  width,
  height: 52,
  body:
    box(0, 0, width, 52, ground) +
    box(3, 3, width - 6, 46, "none", `stroke="${ink}" stroke-opacity=".6" stroke-width="1.5"`) +
    text(words, width / 2, 36, Math.min(30, (width - 16) / words.length), { fill: ink }),
});

const arrow = (id: string, words: string, ground: string, ink: string): Sign => ({
  id,
  width: 200,
  height: 40,
  body:
    box(0, 0, 200, 40, ground) +
    text(words, 74, 29, 23, { fill: ink }) +
    `<path d="M136 14 h26 v-8 l28 14 -28 14 v-8 h-26z" fill="${ink}"/>`,
});

const stripes = (id: string, a: string, b: string): Sign => ({
  id,
  width: 512,
  height: 32,
  body:
    box(0, 0, 512, 32, a) +
    Array.from({ length: 17 }, (_, k) => `<path d="M${k * 32 - 32} 32 l16 0 l32 -32 l-16 0z" fill="${b}"/>`).join(""),
});

const titled = (id: string, width: number, height: number, title: string, rows: readonly string[]): Sign => ({
  id,
  width,
  height,
  body:
    box(0, 0, width, height, COLOURS.paper) +
    box(0, 0, width, 44, COLOURS.plate) +
    text(title, width / 2, 31, 24, { fill: "#fff" }) +
    rows.map((row, i) => text(row, 14, 72 + i * 25, 16.5, { anchor: "start", weight: 500 })).join(""),
});

export const PLATES: readonly Sign[] = [
  plate("plate-chlorine-room", "液氯储存间", "LIQUID CHLORINE STORE"),
  plate("plate-dosing-room", "加氯间", "CHLORINATION ROOM"),
  plate("plate-control-room", "中控室", "CONTROL ROOM"),
  plate("plate-works", "清源水厂 · 加氯站", "QINGYUAN WATERWORKS · CHLORINE STATION", "#0d5a86"),
  plate("plate-major-hazard", "重大危险源  液氯", "MAJOR HAZARD INSTALLATION: CHLORINE", COLOURS.danger),
  plate("plate-scrubber", "碱液吸收塔", "ALKALI ABSORPTION TOWER", "#2c5f4b"),
  plate("plate-alkali-pool", "碱液池", "ALKALI POOL", "#2c5f4b"),
  plate("plate-curtain-valve", "水幕阀", "WATER CURTAIN VALVE", COLOURS.danger),
  plate("plate-assembly", "紧急集合点", "EMERGENCY ASSEMBLY POINT", COLOURS.safe),
  plate("plate-decon", "洗消点", "DECONTAMINATION", COLOURS.safe),
  plate("plate-wind-sock", "风向标", "WIND SOCK", "#2a3a46"),
  plate("plate-transformer", "配电室", "TRANSFORMER: DANGER", "#2a3a46"),
  plate("plate-suits", "重型防化服", "LEVEL A SUITS", "#b4520f"),
  plate("plate-scba", "空气呼吸器", "BREATHING APPARATUS", COLOURS.must),
  plate("plate-clear-water", "清水池", "CLEAR WATER TANK", "#0d5a86"),
  tag("tag-1", "1#", "#f4f4ee", COLOURS.ink, 64),
  tag("tag-2", "2#", "#f4f4ee", COLOURS.ink, 64),
  tag("tag-3", "3#", "#f4f4ee", COLOURS.ink, 64),
  tag("tag-main", "总切断阀", COLOURS.danger),
  tag("tag-fan", "风机", "#22323f"),
  tag("tag-scrubber", "吸收装置", "#22323f"),
  tag("tag-phone", "应急电话", COLOURS.safe),
  tag("tag-open", "开", COLOURS.safe, "#fff", 64),
  tag("tag-shut", "关", COLOURS.danger, "#fff", 64),
  tag("tag-sample", "采样点", "#2f86c9"),
  tag("tag-full", "满瓶区", COLOURS.warn, COLOURS.ink),
  tag("tag-gas-head", "氯气探头", "#f4f4ee", COLOURS.ink),
  arrow("flow-chlorine", "氯气", "#eebc14", COLOURS.ink),
  arrow("flow-water", "水", "#1f7d4d", "#fff"),
  arrow("flow-alkali", "碱液", "#7b4aa0", "#fff"),
  stripes("stripes-warn", COLOURS.warn, COLOURS.ink),
  stripes("stripes-danger", "#f3f3f0", COLOURS.danger),
  titled("procedure", 280, 330, "泄漏应急处置卡", [
    "1. 立即报警，通知中控室",
    "2. 侧风、上风方向撤离",
    "3. 启动吸收装置与风机",
    "4. 两人一组，全封闭防护",
    "5. 关闭瓶阀，切断泄漏源",
    "6. 液相泄漏：转动气相朝上",
    "7. 用水幕稀释，严禁直喷",
    "8. 疏散下风向人员",
    "9. 洗消、清点人数、上报",
  ]),
  titled("duty", 240, 190, "岗位职责", [
    "值班长：指挥与上报",
    "操作工：监盘、开停机",
    "抢修组：两人双检进入",
    "疏散组：引导、清点",
  ]),
  {
    id: "container-face",
    width: 440,
    height: 150,
    body:
      box(0, 0, 440, 150, "#1d5f3b") +
      text("液  氯", 220, 84, 82, { fill: "#f2f1e8" }) +
      text("CHLORINE  1000 kg", 220, 130, 32, { fill: "#f2f1e8" }),
  },
  {
    id: "container-label",
    width: 150,
    height: 190,
    body:
      box(0, 0, 150, 190, "#f4f4ee") +
      `<path d="M75 8 L135 68 L75 128 L15 68Z" fill="#fff" stroke="${COLOURS.danger}" stroke-width="7"/>` +
      icon("skull-crossbones", 45, 36, 60, COLOURS.ink) +
      text("液氯 Cl₂", 75, 150, 23) +
      text("UN 1017 · 剧毒", 75, 170, 14, { weight: 500 }) +
      text("CAS 7782-50-5", 75, 185, 11, { weight: 500 }),
  },
  {
    id: "road-mark",
    width: 512,
    height: 120,
    body: box(0, 0, 512, 120, "#4a4d4f") + text("消防通道  禁止停车", 256, 80, 54, { fill: "#ece6d2" }),
  },
  {
    id: "sample-mark",
    width: 128,
    height: 128,
    body:
      box(0, 0, 128, 128, "#8c8d88") +
      disc(64, 64, 60, "#2f86c9") +
      disc(64, 64, 50, "#fff") +
      disc(64, 64, 46, "#2f86c9") +
      text("采样", 64, 62, 30, { fill: "#fff" }) +
      text("SAMPLE", 64, 88, 17, { fill: "#fff" }),
  },
  {
    id: "headcount",
    width: 330,
    height: 250,
    body:
      box(0, 0, 330, 250, "#fdfdfb") +
      box(0, 0, 330, 46, COLOURS.safe) +
      text("人员清点板", 165, 33, 27, { fill: "#fff" }) +
      ["班组", "应到", "实到", "缺勤"].map((w, i) => text(w, 41 + i * 82.5, 74, 18)).join("") +
      [0, 1, 2, 3, 4, 5].map((k) => line(0, 84 + k * 32, 330, 84 + k * 32, "#8d979c", 1.5)).join("") +
      [1, 2, 3].map((k) => line(k * 82.5, 48, k * 82.5, 250, "#8d979c", 1.5)).join("") +
      ["中控", "加氯", "检修", "门卫"].map((w, i) => text(w, 41, 107 + i * 32, 17, { weight: 500 })).join(""),
  },
];
