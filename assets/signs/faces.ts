// The faces of instruments and cabinets: dials, switch plates, panels, key pads, maps.
import { box, COLOURS, disc, icon, line, type Sign, text } from "./drawing.ts";

const polar = (cx: number, cy: number, r: number, deg: number): [number, number] => [
  cx + r * Math.cos((deg * Math.PI) / 180),
  cy + r * Math.sin((deg * Math.PI) / 180),
];

function dial(id: string, unit: string, needle: number, redFrom: number): Sign {
  const ticks = Array.from({ length: 21 }, (_, k) => {
    const deg = -225 + 13.5 * k;
    const [x0, y0] = polar(80, 80, k % 2 ? 63 : 58, deg);
    const [x1, y1] = polar(80, 80, 69, deg);
    return line(x0, y0, x1, y1, COLOURS.ink, k % 2 ? 1.5 : 3);
  }).join("");
  const numbers = [0, 0.4, 0.8, 1.2, 1.6]
    .map((n, i) => {
      const [x, y] = polar(80, 80, 45, -225 + 67.5 * i);
      return text(n === 0 ? "0" : n.toFixed(1), x, y + 5, 14, { weight: 500 });
    })
    .join("");
  const [ax, ay] = polar(80, 80, 66, -225 + 270 * redFrom);
  const [bx, by] = polar(80, 80, 66, 45);
  const [nx, ny] = polar(80, 80, 58, -225 + 270 * needle);
  return {
    id,
    width: 160,
    height: 160,
    body:
      box(0, 0, 160, 160, "#23282b") +
      disc(80, 80, 76, "#fbfbf8") +
      `<path d="M${ax} ${ay} A66 66 0 0 1 ${bx} ${by}" stroke="${COLOURS.danger}" stroke-width="7" fill="none"/>` +
      ticks +
      numbers +
      line(80, 80, nx, ny, "#b3131a", 4) +
      disc(80, 80, 7, COLOURS.ink) +
      text(unit, 80, 124, 17),
  };
}

const lamp = (x: number, y: number, fill: string, words: string): string =>
  disc(x, y, 15, "#3a4146") +
  disc(x, y, 11.5, fill) +
  disc(x - 3, y - 4, 3.5, "#fff", `fill-opacity=".55"`) +
  text(words, x, y + 32, 13, { weight: 500 });

const cabinet = (id: string, title: string, reading: string, second: string): Sign => ({
  id,
  width: 220,
  height: 230,
  body:
    box(0, 0, 220, 230, "#d5d9d8") +
    box(0, 0, 220, 36, COLOURS.plate) +
    text(title, 110, 26, 19, { fill: "#fff" }) +
    box(22, 50, 176, 74, "#0c1916", `rx="4"`) +
    text(reading, 110, 83, 27, { fill: "#5dffa0" }) +
    text(second, 110, 110, 16, { fill: "#5dffa0", weight: 500 }) +
    lamp(42, 152, "#26b35c", "运行") +
    lamp(87, 152, "#d42c2c", "故障") +
    lamp(133, 152, "#e6b21a", "报警") +
    lamp(178, 152, "#dfe4e6", "电源") +
    text("远程 · 就地", 110, 216, 14, { weight: 500 }),
});

const roads = (): string => `<path d="M0 190 H150 V330 M150 190 H300" stroke="#9aa2a6" stroke-width="16" fill="none"/>`;

export const FACES: readonly Sign[] = [
  dial("dial-pressure", "MPa", 0.42, 0.7),
  dial("dial-vacuum", "kPa", 0.3, 0.85),
  cabinet("cabinet-scrubber", "泄漏吸收装置", "Cl₂  0.0 ppm", "碱泵 停  风机 停"),
  cabinet("cabinet-chlorinator-1", "1# 真空加氯机", "4.2 kg/h", "自动 · 余氯 0.52"),
  cabinet("cabinet-chlorinator-2", "2# 真空加氯机", "0.0 kg/h", "备用"),
  cabinet("cabinet-weigh", "氯瓶称重仪", "1# 862  2# 744", "3# 1015 kg"),
  {
    id: "switch-plate",
    width: 200,
    height: 150,
    body:
      box(0, 0, 200, 150, "#e3e6e4") +
      box(4, 4, 192, 142, "none", `stroke="#7b868b" stroke-width="2"`) +
      ["风机", "吸收装置"]
        .map(
          (w, i) =>
            box(10 + i * 95, 10, 86, 30, "#22323f") +
            text(w, 53 + i * 95, 32, i ? 19 : 22, { fill: "#fff" }) +
            disc(53 + i * 95, 92, 31, "#c8cdcc") +
            text("关", 20 + i * 95, 64, 17, { fill: COLOURS.danger }) +
            text("开", 86 + i * 95, 64, 17, { fill: COLOURS.safe }),
        )
        .join(""),
  },
  {
    id: "call-point-face",
    width: 128,
    height: 128,
    body:
      box(0, 0, 128, 128, COLOURS.danger) +
      text("手动报警", 64, 27, 22, { fill: "#fff" }) +
      box(20, 38, 88, 58, "#f6f6f2", `rx="3"`) +
      disc(64, 67, 13, COLOURS.ink) +
      `<path d="M30 60 l14 7 -14 7z M98 60 l-14 7 14 7z" fill="${COLOURS.ink}"/>` +
      text("按下报警", 64, 118, 17, { fill: "#fff" }),
  },
  {
    id: "gas-head-face",
    width: 90,
    height: 110,
    body:
      box(0, 0, 90, 110, "#e9ecea") +
      box(12, 12, 66, 34, "#10201a", `rx="3"`) +
      text("0.0", 45, 38, 24, { fill: "#5dffa0" }) +
      text("Cl₂ ppm", 45, 64, 15) +
      disc(24, 86, 7, "#26b35c") +
      disc(45, 86, 7, "#6b2020") +
      disc(66, 86, 7, "#6b5a20"),
  },
  {
    id: "key-pad",
    width: 100,
    height: 120,
    body:
      box(0, 0, 100, 120, "#3a4247") +
      Array.from({ length: 12 }, (_, k) => {
        const [x, y] = [8 + (k % 3) * 29, 6 + Math.floor(k / 3) * 28];
        return box(x, y, 26, 24, "#dfe3e4", `rx="3"`) + text("123456789*0#".charAt(k), x + 13, y + 18, 16);
      }).join(""),
  },
  {
    id: "keyboard",
    width: 240,
    height: 80,
    body:
      box(0, 0, 240, 80, "#23282c") +
      Array.from({ length: 5 }, (_, r) =>
        Array.from({ length: r === 4 ? 1 : 15 }, (_, k) =>
          box((r === 4 ? 66 : 6) + k * 15.3, 5 + r * 14.6, r === 4 ? 100 : 13, 12, "#4a5257", `rx="2"`),
        ).join(""),
      ).join(""),
  },
  {
    id: "site-map",
    width: 400,
    height: 330,
    body:
      box(0, 0, 400, 330, "#f6f4ea") +
      box(0, 0, 400, 38, COLOURS.plate) +
      text("厂区平面与疏散路线图", 200, 28, 22, { fill: "#fff" }) +
      box(14, 50, 372, 266, "#d7e3c8") +
      roads() +
      box(180, 170, 74, 44, "#e7a7a2", `stroke="${COLOURS.danger}" stroke-width="3"`) +
      text("氯库", 217, 199, 19) +
      box(254, 170, 36, 44, "#f3d9a2", `stroke="#8a6d1c" stroke-width="2"`) +
      text("加氯", 272, 198, 14) +
      box(96, 116, 48, 40, "#b9d3ea", `stroke="${COLOURS.must}" stroke-width="2"`) +
      text("中控", 120, 142, 15) +
      disc(300, 90, 30, "#9cc7e0") +
      disc(352, 112, 26, "#9cc7e0") +
      icon("account-group", 34, 84, 40, COLOURS.safe) +
      text("集合点", 54, 140, 14, { fill: COLOURS.safe }) +
      `<path d="M174 192 C120 200 96 180 62 148" stroke="${COLOURS.safe}" stroke-width="6" fill="none" stroke-dasharray="14 8"/>` +
      `<path d="M334 292 l22 -54 22 54 -22 -14z" fill="${COLOURS.ink}"/>` +
      text("北", 356, 234, 16) +
      icon("windsock", 150, 60, 34, "#f0702a"),
  },
  {
    id: "whiteboard",
    width: 330,
    height: 220,
    body:
      box(0, 0, 330, 220, "#fcfcfa") +
      text("今日值班", 60, 36, 24, { fill: "#1c4f9c" }) +
      line(14, 48, 316, 48, "#1c4f9c", 2) +
      ["值班长  王建国", "操作    李敏  赵强", "检修    陈志远", "在用氯瓶  2#   备用 1# 3#"]
        .map((w, i) =>
          text(w, 18, 82 + i * 31, 20, { anchor: "start", weight: 400, fill: i === 3 ? COLOURS.danger : "#23353f" }),
        )
        .join("") +
      text("西北风 3 级", 250, 36, 19, { fill: COLOURS.danger, weight: 500 }),
  },
  {
    id: "form",
    width: 150,
    height: 200,
    body:
      box(0, 0, 150, 200, "#fdfcf8") +
      text("事故报告单", 75, 26, 17) +
      Array.from({ length: 7 }, (_, k) => line(12, 52 + k * 21, 138, 52 + k * 21, "#8f9aa0", 1.2)).join("") +
      text("时间  地点  物质  伤亡", 75, 46, 11, { weight: 500 }),
  },
  {
    id: "door-vision",
    width: 60,
    height: 100,
    body:
      `<defs><linearGradient id="dv" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#8fa6b2"/><stop offset=".5" stop-color="#4f6672"/><stop offset="1" stop-color="#2b3b45"/></linearGradient></defs>` +
      box(0, 0, 60, 100, "url(#dv)") +
      `<path d="M0 60 L60 10 V30 L0 80z" fill="#fff" fill-opacity=".18"/>`,
  },
];
