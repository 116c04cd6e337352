// One trainee's run, as all parts of the page share it: the line, the body, the stores, and what a use does.

import type { PlayerIntent } from "../../sim-server/protocol/intents.ts";
import type { Answer } from "../../sim-server/protocol/refusals.ts";
import type { Line } from "../session/connect.ts";
import type { Attached, RunStore } from "../session/run-store.ts";
import { type Body, openBody, poseTeller } from "./body.ts";
import { notify, openPage, openPlay, type PlayStore } from "./play-store.ts";
import { actionsNow, reaches, type Target } from "./targets.ts";
import { type DoorState, floorUnder, type Ground, openGround } from "./walk.ts";
import { word } from "./words.ts";

type CareWhat = Extract<PlayerIntent, { do: "care" }>["what"];

export type TraineeRun = {
  readonly line: Line;
  readonly run: RunStore;
  readonly play: PlayStore;
  readonly body: Body;
  readonly isOpen: DoorState;
  /** Null until the briefing has come. */
  readonly ground: () => Ground | null;
  readonly tellPose: (nowMs: number) => void;
  readonly ask: (intent: PlayerIntent) => Promise<Answer>;
  /** Uses what the ray is on: does the one thing possible, asks when there are several, says when it is too far. */
  readonly reachFor: (target: Target) => void;
  readonly act: (target: Target, action: string) => void;
  readonly letGo: () => void;
};

export function openTraineeRun(line: Line, { store: run }: Attached): TraineeRun {
  const play = openPlay();
  const body = openBody();
  const grounds = new Map<number, Ground>();
  const isOpen = (door: string) => line.source.getFrame()?.props[door]?.state === "open";

  const ask = async (intent: PlayerIntent): Promise<Answer> => {
    const answer = await run.getState().ask(intent);
    if (!answer.ok) notify(play, word(`refusal.${answer.refusal.code}`), "warn");
    return answer;
  };

  const act = (target: Target, action: string) => {
    play.setState({ choosing: null });
    if (target.kind === "person") {
      if (action === "check") return void ask({ do: "check", who: target.id });
      return void ask({ do: "care", who: target.id, what: action as CareWhat });
    }
    if (target.kind === "phone") openPage(play, "talk", target.id);
    if (target.kind === "report-desk") openPage(play, "report", target.id);
    void ask({ do: "operate", prop: target.id, action }).then((answer) => {
      const frame = line.source.getFrame();
      if (!answer.ok || !frame || target.kind !== "wind-sock") return;
      const { windFromDeg: fromDeg, windSpeedMps: speedMps, tick } = frame;
      play.setState({ windRead: { fromDeg, speedMps, tick } });
      openPage(play, "map");
    });
  };

  const reachFor = (target: Target) => {
    const { briefing, self } = run.getState();
    const frame = line.source.getFrame();
    if (!briefing || !frame) return;
    if (!reaches(body, target)) return notify(play, word("refusal.out-of-reach"), "warn");
    const actions = actionsNow(target, briefing.stage, frame, self);
    const [only, second] = actions;
    if (only === undefined) return notify(play, word("refusal.already-done"));
    if (second === undefined) return act(target, only);
    play.setState({ choosing: { target, near: true, actions }, page: null });
  };

  return {
    line,
    run,
    play,
    body,
    isOpen,
    ground: () => {
      const briefing = run.getState().briefing;
      if (!briefing) return null;
      const floorM = floorUnder(briefing.stage, body.z);
      const known = grounds.get(floorM);
      if (known) return known;
      const made = openGround(briefing.stage, floorM);
      grounds.set(floorM, made);
      return made;
    },
    tellPose: poseTeller(body, line.sendPose),
    ask,
    reachFor,
    act,
    letGo: () => {
      if (run.getState().self?.working) void run.getState().ask({ do: "let-go" });
    },
  };
}
