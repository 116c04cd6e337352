// The caption board's words in the headset: who speaks, what is heard, what was refused, and how the body and line are.

import type { PageView } from "./pages.ts";
import type { Block, Panel } from "./panel.ts";
import { expireCaptions, useCaptions } from "./subtitles.tsx";
import { word } from "./words.ts";

const NOTICE_MS = 3500;
let noticed = { count: -1, atMs: 0 };

export function headsetCaptions({ run, play, trainee }: PageView, _tick: number): Panel {
  expireCaptions();
  const blocks: Block[] = [];
  if (play.away) blocks.push({ kind: "text", text: word("headset.away"), tone: "warn" });
  if (run.connection !== "live")
    blocks.push({ kind: "text", text: `⚠ ${word(`line.${run.connection}`)}`, tone: "warn" });
  if (run.phase !== "running") blocks.push({ kind: "text", text: word(`phase.${run.phase}`), tone: "warn" });
  const { notice } = play;
  if (notice) {
    if (notice.count !== noticed.count) noticed = { count: notice.count, atMs: Date.now() };
    if (Date.now() - noticed.atMs > NOTICE_MS) trainee.play.setState({ notice: null });
    else blocks.push({ kind: "text", text: notice.text, tone: notice.tone === "warn" ? "warn" : "safe" });
  }
  const working = run.self?.working;
  // What the hands are on says itself how far it is.
  if (working && play.aim?.target.id !== working.prop) {
    const value = `${Math.round(working.fraction * 100)}%`;
    blocks.push({
      kind: "meter",
      label: word(`act.${working.action}`),
      value,
      fraction: working.fraction,
      tone: "safe",
    });
  }
  if (run.self?.airLow) blocks.push({ kind: "text", text: word("hud.airLow"), tone: "danger" });
  const symptoms = run.self?.symptoms ?? "well";
  if (symptoms !== "well") blocks.push({ kind: "text", text: word(`symptoms.${symptoms}`), tone: "danger" });
  for (const line of useCaptions.getState().lines.slice(-2)) {
    blocks.push({ kind: "text", text: line.who ? `${line.who}：${line.text}` : line.text });
  }
  return { tabs: [], blocks };
}
