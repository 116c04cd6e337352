// Subtitles: who said what, and what is heard; one place for the desk, the same list for the headset's caption board.
import { useEffect, useState } from "react";
import { create } from "zustand";
import type { InboxItem } from "../../sim-server/protocol/views.ts";
import type { TraineeRun } from "./trainee-run.ts";
import { read, word } from "./words.ts";

type Subtitle = { readonly id: string; readonly who: string; readonly text: string; readonly untilMs: number };
type Captions = { readonly lines: readonly Subtitle[] };

const MOST_LINES = 3;
const LEAST_MS = 4500;
const MS_PER_LETTER = 190;

export const useCaptions = create<Captions>(() => ({ lines: [] }));

export function caption(id: string, who: string, text: string, nowMs = Date.now()): void {
  const letters = who.length + text.length;
  const perLetter = /\p{Script=Han}/u.test(text) ? MS_PER_LETTER : MS_PER_LETTER / 3;
  const line = { id, who, text, untilMs: nowMs + Math.max(LEAST_MS, letters * perLetter) };
  const others = useCaptions.getState().lines.filter((known) => known.id !== id && known.untilMs > nowMs);
  useCaptions.setState({ lines: [...others, line].slice(-MOST_LINES) });
}

export function expireCaptions(nowMs = Date.now()): void {
  const { lines } = useCaptions.getState();
  const left = lines.filter((line) => line.untilMs > nowMs);
  if (left.length !== lines.length) useCaptions.setState({ lines: left });
}

const spoken = (item: InboxItem) => `${word(`channel.${item.channel}`)} · ${read(item.fromTitle)}`;

/** Turns each new message into a subtitle; what was in the inbox before the page opened is not read out again. */
export function useSpokenMessages(trainee: TraineeRun, onMessage: (item: InboxItem) => void): void {
  useEffect(() => {
    let last: number | null = null;
    const take = () => {
      const { inbox } = trainee.run.getState();
      const newest = inbox.at(-1)?.id ?? -1;
      if (last !== null) {
        for (const item of inbox) {
          if (item.id <= last) continue;
          caption(`inbox-${item.id}`, spoken(item), read(item.text));
          onMessage(item);
        }
      }
      last = Math.max(last ?? -1, newest);
    };
    const stop = trainee.run.subscribe(take);
    const timer = setInterval(expireCaptions, 400);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [trainee, onMessage]);
}

export function Subtitles() {
  const lines = useCaptions((captions) => captions.lines);
  return (
    <div className="subtitles" aria-live="polite">
      {lines.map((line) => (
        <p key={line.id}>
          {line.who ? <b>{line.who}：</b> : null}
          {line.text}
        </p>
      ))}
    </div>
  );
}

/** The exercise tick, told to React once a second. */
export function useTick(trainee: TraineeRun): number {
  const [second, setSecond] = useState(0);
  useEffect(
    () =>
      trainee.line.source.subscribe(() => {
        const tick = trainee.line.source.getFrame()?.tick ?? 0;
        setSecond(Math.floor(tick / 10) * 10);
      }),
    [trainee],
  );
  return second;
}
