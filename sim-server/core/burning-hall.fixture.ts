// A hall that burns, for tests: two halls, an office up a stair, an exit each, a sprinkler, a hose, and people in them.
const t = (word: string) => ({ zh: word, en: word });
const room = (x: number[], y: number[], more: object = {}) => ({ title: t("room"), x, y, heightM: 6, ...more });

const STAGE = {
  title: t("hall"),
  model: "hall",
  bounds: { x: [-20, 60], y: [-20, 40] },
  rooms: {
    store: room([0, 20], [0, 15]),
    sorting: room([20, 40], [0, 15]),
    stair: room([40, 46], [6, 8], { heightM: 3, stair: "east", topM: 3 }),
    office: room([46, 54], [4, 10], { heightM: 3, floorM: 3 }),
  },
  doors: {
    "fire-door": {
      title: t("fd"),
      between: ["store", "sorting"],
      at: { x: 20, y: 7 },
      wall: "east",
      widthM: 2,
      heightM: 3,
      open: true,
    },
    west: {
      title: t("w"),
      between: ["store", "outdoors"],
      at: { x: 0, y: 7 },
      wall: "west",
      widthM: 1.5,
      heightM: 2.2,
    },
    south: {
      title: t("s"),
      between: ["sorting", "outdoors"],
      at: { x: 30, y: 0 },
      wall: "south",
      widthM: 1.5,
      heightM: 2.2,
    },
    "stair-foot": {
      title: t("sf"),
      between: ["sorting", "stair"],
      at: { x: 40, y: 7 },
      wall: "east",
      widthM: 1.6,
      open: true,
    },
    "stair-head": {
      title: t("sh"),
      between: ["stair", "office"],
      at: { x: 46, y: 7 },
      wall: "east",
      widthM: 1.6,
      open: true,
    },
  },
  places: { start: { title: t("start"), at: { x: 30, y: -6 } } },
  props: {
    valve: { kind: "valve", title: t("v"), at: { x: 31, y: -6 }, workS: 2 },
    head: { kind: "sprinkler", title: t("h"), at: { x: 10, y: 6, z: 5.8 }, of: "store", fedBy: "valve", rti: 50 },
    smoke: { kind: "smoke-detector", title: t("sd"), at: { x: 12, y: 6, z: 5.8 }, of: "store" },
    hose: { kind: "hose", title: t("ho"), at: { x: 21, y: 5 }, of: "store", waterKgPerS: 8 },
    powder: { kind: "extinguisher", title: t("po"), at: { x: 18, y: 9 }, of: "store" },
    lighter: { kind: "button", title: t("li"), at: { x: 29, y: -6 }, of: "store" },
  },
};

export const FIRE = {
  kind: "fire",
  title: t("fire"),
  room: "store",
  at: { x: 10, y: 7, z: 0 },
  starts: "5s",
  growth: "fast",
  peakKw: 3000,
  fuel: "packed-goods",
};
export const CROWDS = {
  pickers: { title: t("pickers"), room: "sorting", people: 20, evacuation: { ordered: "sent('out')" } },
  clerks: {
    title: t("clerks"),
    room: "office",
    people: 6,
    premovement: { least: "2s", most: "5s" },
    evacuation: { ordered: "sent('out')" },
  },
};

/** Laid over the hut of the other tests. */
export const burningHall = (change: object = {}) => ({
  stage: STAGE,
  hazards: { fire: FIRE },
  crowds: CROWDS,
  positions: {
    lead: { title: t("lead"), brief: t("lead"), players: 1, at: "start" },
    hand: { title: t("hand"), brief: t("hand"), players: 2, at: "start", turnout: true },
  },
  messages: { out: { title: t("out"), text: t("out"), from: ["lead"], to: ["hand"], channel: "radio" } },
  ...change,
});
