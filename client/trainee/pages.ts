// The tablet's pages: tasks, messages, map, talk, report, settings, each put together from what the run has said.
import type { RunState } from "../session/run-store.ts";
import { type Language, setLanguage } from "../words/language.ts";
import { SNAP_DEG } from "./body.ts";
import { meterCells } from "./meter.ts";
import type { Block, Panel, PanelButton } from "./panel.ts";
import { openPage, type Page, type Play } from "./play-store.ts";
import { reportPage } from "./report-page.ts";
import { change, type Settings } from "./settings.ts";
import { talkPage } from "./talk-page.ts";
import type { TraineeRun } from "./trainee-run.ts";
import { clock, read, word } from "./words.ts";

export type PageView = {
  readonly trainee: TraineeRun;
  readonly run: RunState;
  readonly play: Play;
  readonly settings: Settings;
  readonly language: Language;
  readonly leaveVr: (() => void) | null;
};

const PAGES: readonly Page[] = ["tasks", "inbox", "map", "talk", "report", "settings"];

export function tabletPanel(view: PageView, page: Page): Panel {
  const unread = view.run.inbox.length - view.play.seenInbox;
  const tabs = PAGES.map(
    (tab): PanelButton => ({
      kind: "button",
      id: `tab-${tab}`,
      text: tab === "inbox" && unread > 0 ? `${word("tab.inbox")} ${unread}` : word(`tab.${tab}`),
      chosen: tab === page,
      press: () => openPage(view.trainee.play, tab),
    }),
  );
  return { tabs, blocks: [...gauges(view), ...pageBlocks(view, page)] };
}

function pageBlocks(view: PageView, page: Page): Block[] {
  switch (page) {
    case "tasks":
      return tasksPage(view);
    case "inbox":
      return inboxPage(view);
    case "map":
      return mapPage(view);
    case "talk":
      return talkPage(view);
    case "report":
      return reportPage(view);
    case "settings":
      return settingsPage(view);
  }
}

const FULL_AIR_MIN = 45;

function gauges({ run }: PageView): Block[] {
  const self = run.self;
  if (!self) return [];
  const blocks: Block[] = [];
  if (self.airMin !== null) {
    const value = self.airLow ? word("hud.airLow") : word("hud.airMinutes", { minutes: Math.floor(self.airMin) });
    const fraction = Math.min(1, self.airMin / FULL_AIR_MIN);
    blocks.push({ kind: "meter", label: word("hud.air"), value, fraction, tone: self.airLow ? "danger" : "safe" });
  }
  if (self.detector) {
    const { ppm, over, alarm, rangePpm } = self.detector;
    const value = over ? word("hud.over") : word("hud.ppm", { ppm: ppm < 10 ? ppm.toFixed(1) : Math.round(ppm) });
    const tone = alarm === 2 ? "danger" : alarm === 1 ? "warn" : "safe";
    blocks.push({ kind: "meter", label: word("hud.detector"), value, fraction: Math.min(1, ppm / rangePpm), tone });
  }
  for (const { label, value, isAlarming } of self.meter ? meterCells(self.meter) : [])
    blocks.push({
      kind: "text",
      text: `${label}  ${value}${isAlarming ? "  ⚠" : ""}`,
      tone: isAlarming ? "danger" : "safe",
    });
  return blocks;
}

function tasksPage({ run }: PageView): Block[] {
  const { briefing, self } = run;
  if (!briefing) return [];
  const done = new Set(self?.tasksDone ?? []);
  const tasks = briefing.tasks.map((task): Block => {
    const met = done.has(task.id);
    return { kind: "text", text: `${met ? "✓" : "○"} ${read(task.title)}`, tone: met ? "safe" : "plain" };
  });
  return [
    { kind: "title", text: read(briefing.position.title) },
    { kind: "text", text: read(briefing.position.brief), tone: "quiet" },
    { kind: "title", text: word("tasks.title") },
    ...(tasks.length > 0 ? tasks : [{ kind: "text", text: word("tasks.none"), tone: "quiet" } as const]),
  ];
}

function inboxPage({ run }: PageView): Block[] {
  const items = run.inbox.toReversed().slice(0, 30);
  if (items.length === 0)
    return [
      { kind: "title", text: word("inbox.title") },
      { kind: "text", text: word("inbox.none"), tone: "quiet" },
    ];
  return [
    { kind: "title", text: word("inbox.title") },
    ...items.map(
      (item): Block => ({
        kind: "entry",
        head: `${clock(item.tick)} · ${word(`channel.${item.channel}`)} · ${read(item.fromTitle)}`,
        text: read(item.text),
      }),
    ),
  ];
}

/** Bare hands have no stick: in the headset the map page turns the wearer in steps. */
function turnRow({ trainee, leaveVr }: PageView): Block[] {
  if (!leaveVr) return [];
  const by = (id: string, text: string, deg: number): PanelButton => ({
    kind: "button",
    id,
    text,
    press: () => {
      trainee.body.turnAskedDeg += deg;
    },
  });
  const buttons = [
    by("turn-left", word("headset.turnLeft"), -SNAP_DEG),
    by("turn-right", word("headset.turnRight"), SNAP_DEG),
  ];
  return [{ kind: "row", buttons }];
}

function mapPage(view: PageView): Block[] {
  const { run, play } = view;
  if (!run.briefing) return [];
  const wind = play.windRead;
  const text = wind
    ? word("map.windValue", {
        from: word(`compass.${Math.round(wind.fromDeg / 45) % 8}`),
        degrees: Math.round(wind.fromDeg),
        speed: wind.speedMps.toFixed(1),
        time: clock(wind.tick),
      })
    : word("map.unread");
  return [
    { kind: "title", text: word("map.title") },
    ...turnRow(view),
    { kind: "map" },
    { kind: "text", text: `${word("map.wind")}：${text}`, tone: wind ? "plain" : "quiet" },
  ];
}

function settingsPage({ settings, language, leaveVr }: PageView): Block[] {
  const option = (id: string, text: string, chosen: boolean, press: () => void): PanelButton => ({
    kind: "button",
    id,
    text,
    chosen,
    press,
  });
  const leaving: Block[] = leaveVr
    ? [{ kind: "button", id: "leave-vr", text: word("settings.leaveVr"), press: leaveVr }]
    : [];
  return [
    { kind: "title", text: word("settings.title") },
    {
      kind: "row",
      label: word("settings.language"),
      buttons: [
        option("zh", "中文", language === "zh", () => setLanguage("zh")),
        option("en", "English", language === "en", () => setLanguage("en")),
      ],
    },
    {
      kind: "row",
      label: word("settings.text"),
      buttons: (["normal", "large", "largest"] as const).map((size) =>
        option(`text-${size}`, word(`settings.textSizes.${size}`), settings.textSize === size, () =>
          change({ textSize: size }),
        ),
      ),
    },
    {
      kind: "row",
      label: word("settings.seated"),
      buttons: [
        option("seated-on", word("settings.on"), settings.seated, () => change({ seated: true })),
        option("seated-off", word("settings.off"), !settings.seated, () => change({ seated: false })),
      ],
    },
    {
      kind: "row",
      label: word("settings.turn"),
      buttons: (["snap", "smooth"] as const).map((turn) =>
        option(`turn-${turn}`, word(`settings.${turn}`), settings.turn === turn, () => change({ turn })),
      ),
    },
    {
      kind: "row",
      label: word("settings.hand"),
      buttons: (["left", "right"] as const).map((hand) =>
        option(`hand-${hand}`, word(`settings.${hand}`), settings.hand === hand, () => change({ hand })),
      ),
    },
    {
      kind: "row",
      label: word("settings.volume"),
      buttons: [0, 0.35, 0.7, 1].map((volume) =>
        option(`volume-${volume}`, `${Math.round(volume * 100)}%`, settings.volume === volume, () =>
          change({ volume }),
        ),
      ),
    },
    ...leaving,
  ];
}
