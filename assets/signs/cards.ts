// Safety signs in the manner of GB 2894: warning triangles, prohibition rings, mandatory discs, green guidance squares.
import { box, COLOURS, disc, icon, line, type Sign, text } from "./drawing.ts";

const WIDTH = 204;
const HEIGHT = 256;
const MID = WIDTH / 2;

const card = (id: string, ground: string, ink: string, picture: string, zh: string, en: string): Sign => ({
  id,
  width: WIDTH,
  height: HEIGHT,
  body:
    box(0, 0, WIDTH, HEIGHT, "#fdfdfb") +
    box(4, 4, WIDTH - 8, HEIGHT - 8, "none", `stroke="${COLOURS.ink}" stroke-width="1.6" rx="6"`) +
    picture +
    box(9, 184, WIDTH - 18, 63, ground, `rx="3"`) +
    text(zh, MID, 215, zh.length > 8 ? 19.5 : zh.length > 6 ? 23 : zh.length > 5 ? 27 : 32, { fill: ink }) +
    text(en, MID, 238, Math.min(13.5, 300 / en.length), { fill: ink, weight: 500 }),
});

const warning = (id: string, picture: string, zh: string, en: string): Sign =>
  card(
    id,
    COLOURS.warn,
    COLOURS.ink,
    `<path d="M${MID} 18 L188 168 L16 168 Z" fill="${COLOURS.warn}" stroke="${COLOURS.ink}" ` +
      `stroke-width="10" stroke-linejoin="round"/>${picture}`,
    zh,
    en,
  );

const prohibition = (id: string, picture: string, zh: string, en: string): Sign =>
  card(
    id,
    COLOURS.danger,
    "#fff",
    picture +
      disc(MID, 94, 74, "none", `stroke="${COLOURS.danger}" stroke-width="15"`) +
      line(50, 42, 154, 146, COLOURS.danger, 15),
    zh,
    en,
  );

const mandatory = (id: string, picture: string, zh: string, en: string): Sign =>
  card(id, COLOURS.must, "#fff", disc(MID, 94, 82, COLOURS.must) + picture, zh, en);

const guidance = (id: string, picture: string, zh: string, en: string, ground: string = COLOURS.safe): Sign =>
  card(id, ground, "#fff", box(18, 12, 168, 164, ground, `rx="4"`) + picture, zh, en);

const mdi = (name: string, colour: string, size: number, y: number): string =>
  icon(name, MID - size / 2, y, size, colour);

const respirator =
  `<path d="M60 78 q42 -60 84 0 v30 q-3 30 -42 40 q-39 -10 -42 -40z" fill="#fff"/>` +
  `<ellipse cx="83" cy="85" rx="16" ry="13" fill="${COLOURS.must}"/>` +
  `<ellipse cx="121" cy="85" rx="16" ry="13" fill="${COLOURS.must}"/>` +
  disc(MID, 124, 17, COLOURS.must) +
  disc(MID, 124, 10, "#fff") +
  disc(66, 130, 13, "#fff") +
  disc(138, 130, 13, "#fff");

const suit =
  disc(MID, 50, 19, "#fff") +
  box(91, 44, 22, 11, COLOURS.must, `rx="4"`) +
  `<path d="M76 72 h52 l22 42 -14 9 -14 -24 v60 h-15 v-34 h-10 v34 h-15 v-60 l-14 24 -14 -9z" fill="#fff"/>`;

const assembly =
  icon("arrow-bottom-right-thick", 24, 18, 44, "#fff") +
  icon("arrow-bottom-left-thick", 136, 18, 44, "#fff") +
  icon("arrow-top-right-thick", 24, 126, 44, "#fff") +
  icon("arrow-top-left-thick", 136, 126, 44, "#fff") +
  icon("account-group", 54, 46, 96, "#fff");

export const CARDS: readonly Sign[] = [
  warning("toxic", mdi("skull-crossbones", COLOURS.ink, 86, 72), "当心中毒", "WARNING: TOXIC GAS"),
  warning("leak", mdi("gas-cylinder", COLOURS.ink, 84, 74), "当心泄漏", "WARNING: GAS LEAK"),
  warning("corrosive", icon("hand-wash", MID - 38, 82, 76, COLOURS.ink), "当心腐蚀", "WARNING: CORROSIVE"),
  warning("drop", mdi("stairs-down", COLOURS.ink, 74, 84), "当心坠落", "WARNING: DROP"),
  warning("electric", mdi("flash", COLOURS.ink, 92, 70), "当心触电", "WARNING: ELECTRICITY"),
  warning("hoist", mdi("hook", COLOURS.ink, 84, 72), "当心吊物", "WARNING: OVERHEAD LOAD"),
  prohibition("no-fire", mdi("fire", COLOURS.ink, 104, 40), "禁止烟火", "NO OPEN FLAME"),
  prohibition("no-smoking", mdi("smoking", COLOURS.ink, 100, 46), "禁止吸烟", "NO SMOKING"),
  prohibition("no-entry", mdi("account", COLOURS.ink, 100, 44), "非工作人员禁止入内", "AUTHORISED PERSONNEL ONLY"),
  mandatory("respirator", respirator, "必须戴防毒面具", "WEAR RESPIRATOR"),
  mandatory("suit", suit, "必须穿防护服", "WEAR PROTECTIVE SUIT"),
  mandatory("helmet", mdi("account-hard-hat", "#fff", 120, 36), "必须戴安全帽", "WEAR HELMET"),
  mandatory("ventilate", mdi("fan", "#fff", 112, 38), "进入前先通风", "VENTILATE BEFORE ENTRY"),
  guidance("exit", mdi("exit-run", "#fff", 140, 22), "紧急出口", "EMERGENCY EXIT"),
  guidance("assembly", assembly, "紧急集合点", "ASSEMBLY POINT"),
  guidance("eyewash", mdi("eye-plus", "#fff", 128, 28), "洗眼器", "EYEWASH"),
  guidance("decon", mdi("shower-head", "#fff", 128, 30), "洗消点", "DECONTAMINATION"),
  guidance("first-aid", mdi("medical-bag", "#fff", 124, 30), "急救", "FIRST AID"),
  guidance("extinguisher", mdi("fire-extinguisher", "#fff", 132, 26), "灭火器", "EXTINGUISHER", COLOURS.danger),
  guidance("call-point", mdi("bell-ring", "#fff", 120, 34), "手动报警", "ALARM CALL POINT", COLOURS.danger),
  guidance("hydrant", mdi("water-pump", "#fff", 126, 30), "消防水炮", "WATER MONITOR", COLOURS.danger),
  guidance("scba", mdi("gas-cylinder", "#fff", 124, 32), "空气呼吸器", "BREATHING APPARATUS", COLOURS.must),
];
