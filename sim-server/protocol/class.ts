// A class: many runs of one unit side by side, how each stands, and one command to several of them.
import type { BodyFrame, ConsoleView } from "./views.ts";
import type { Channel, Text } from "./words.ts";

export type ClassPerson = Pick<
  ConsoleView["people"][number],
  "slot" | "name" | "position" | "simulated" | "connected"
> &
  Pick<BodyFrame, "airMin" | "condition" | "dosePercent"> & { readonly scba: boolean; readonly idleS: number };

/** How one run stands. */
export type ClassProgress = {
  readonly tick: number;
  readonly phase: "lobby" | "running" | "paused" | "ended";
  readonly speed: number;
  readonly percentSoFar: number;
  readonly tasksDone: number;
  readonly tasksMissed: number;
  readonly tasks: number;
  readonly violations: number;
  readonly people: readonly ClassPerson[];
};
export type ClassRun = ClassProgress & {
  readonly runId: string;
  readonly title: Text;
  /** Titles of the positions, by id. */
  readonly positions: Readonly<Record<string, Text>>;
};

/** What the feed room sends to those who asked for the class, once a second. */
export type ClassMessages = { class: { readonly runs: readonly ClassRun[] } };

/** POST /api/class: the same to each of these runs. */
export type ClassCommand = {
  readonly runs: readonly string[];
  readonly command:
    | { readonly do: "start" | "pause" | "resume" }
    | { readonly do: "tell"; readonly channel: Channel; readonly text: Text };
};
/** Each run's answer: `ok`, or the code of its refusal. */
export type ClassAnswer = { readonly answers: Readonly<Record<string, string>> };
