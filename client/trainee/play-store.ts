// What the trainee has in hand and in view right now: aim, open panel, half-written report, notices.
import { create, type StoreApi, type UseBoundStore } from "zustand";
import type { Target } from "./targets.ts";

export type Page = "tasks" | "inbox" | "map" | "talk" | "report" | "settings";
export type Aim = { readonly target: Target; readonly near: boolean; readonly actions: readonly string[] };
export type WindRead = { readonly fromDeg: number; readonly speedMps: number; readonly tick: number };
export type Notice = { readonly text: string; readonly tone: "plain" | "safe" | "warn"; readonly count: number };

export type Play = {
  readonly entered: boolean;
  readonly help: boolean;
  /** What the ray is on. */
  readonly aim: Aim | null;
  /** A thing with more than one possible act, asked about. */
  readonly choosing: Aim | null;
  readonly page: Page | null;
  /** The prop the open page was opened at (a telephone, a report desk), or null for the tablet in hand. */
  readonly at: string | null;
  readonly talking: { readonly message: string } | null;
  readonly writing: {
    readonly report: string;
    readonly item: number;
    readonly items: Readonly<Record<string, string>>;
  } | null;
  readonly windRead: WindRead | null;
  readonly seenInbox: number;
  readonly notice: Notice | null;
  readonly inHeadset: boolean;
  /** The headset shows its own menu or lies aside: nothing is pressed and nobody moves. */
  readonly away: boolean;
};
export type PlayStore = UseBoundStore<StoreApi<Play>>;

export const openPlay = (): PlayStore =>
  create<Play>(() => ({
    entered: false,
    help: true,
    aim: null,
    choosing: null,
    page: null,
    at: null,
    talking: null,
    writing: null,
    windRead: null,
    seenInbox: 0,
    notice: null,
    inHeadset: false,
    away: false,
  }));

export function notify(play: PlayStore, text: string, tone: Notice["tone"] = "plain"): void {
  play.setState({ notice: { text, tone, count: (play.getState().notice?.count ?? 0) + 1 } });
}

export function openPage(play: PlayStore, page: Page, at: string | null = null): void {
  play.setState({ page, at, talking: null, writing: null, choosing: null });
}

export function closePage(play: PlayStore): void {
  play.setState({ page: null, at: null, talking: null, writing: null });
}
