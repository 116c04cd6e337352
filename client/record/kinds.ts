// The lanes of a log: which kinds of facts are talk, decisions, danger, results, control or handiwork.
import type { LogEntry } from "../../sim-server/protocol/views.ts";

export const LANES = ["talk", "decision", "danger", "result", "control", "act", "note"] as const;
export type Lane = (typeof LANES)[number];

const LANE_OF: Record<string, Lane> = {
  said: "talk",
  told: "talk",
  ordered: "talk",
  refused: "talk",
  "report-sent": "talk",
  decided: "decision",
  "decision-expired": "decision",
  "probe-asked": "decision",
  "probe-answered": "decision",
  "leak-started": "danger",
  "leak-changed": "danger",
  "leak-stopped": "danger",
  "fire-started": "danger",
  "fire-grown": "danger",
  "fire-out": "danger",
  "fire-reignited": "danger",
  flashover: "danger",
  "smoke-filled": "danger",
  "fire-detected": "danger",
  "sprinkler-opened": "danger",
  explosion: "danger",
  "blast-hurt": "danger",
  "person-overcome": "danger",
  "crowd-crush": "danger",
  "crowd-ordered": "result",
  "crowd-set-off": "result",
  "crowd-evacuated": "result",
  "person-found": "result",
  "person-rescued": "result",
  exposed: "danger",
  "condition-changed": "danger",
  "air-low": "danger",
  "air-out": "danger",
  "alarm-raised": "danger",
  "casualties-changed": "danger",
  "level-changed": "danger",
  "water-applied": "danger",
  sparked: "danger",
  "gas-exploded": "danger",
  "violation-committed": "danger",
  "standing-broken": "danger",
  "task-met": "result",
  "task-overdue": "result",
  "expected-action-met": "result",
  "expected-action-missed": "result",
  "duty-started": "result",
  "duty-met": "result",
  "duty-expired": "result",
  "run-started": "control",
  "run-ended": "control",
  paused: "control",
  resumed: "control",
  "speed-changed": "control",
  joined: "control",
  disconnected: "control",
  reconnected: "control",
  "phase-began": "control",
  "inject-released": "control",
  "inject-held": "control",
  "inject-skipped": "control",
  "event-happened": "control",
  "weather-changed": "control",
  "evacuation-ordered": "result",
  "evacuation-finished": "result",
  observed: "note",
  "document-opened": "act",
  "interview-asked": "talk",
  "finding-stated": "decision",
  "finding-judged": "result",
  "trap-sprung": "danger",
  "plan-submitted": "decision",
  "negotiation-opened": "control",
  "negotiation-offer": "talk",
  "negotiation-agreed": "result",
  "negotiation-broken": "result",
  "document-released": "control",
  "law-changed": "control",
  "hours-changed": "control",
  "fact-changed": "control",
};

export function laneOf(entry: LogEntry): Lane {
  return LANE_OF[entry.kind] ?? "act";
}

/** Results that went wrong: told in the colour of what is missed, whatever their lane. */
export function isSetback(entry: LogEntry): boolean {
  return ["expected-action-missed", "task-overdue", "duty-expired", "standing-broken", "decision-expired"].includes(
    entry.kind,
  );
}

/** Facts that want a controller's eye at once. */
export function isGrave(entry: LogEntry): boolean {
  switch (entry.kind) {
    case "violation-committed":
    case "explosion":
    case "flashover":
    case "person-overcome":
    case "fire-reignited":
    case "air-out":
    case "water-applied":
    case "duty-expired":
    case "casualties-changed":
      return true;
    case "condition-changed":
      return entry.detail["to"] === "collapsed" || entry.detail["to"] === "dead";
    default:
      return false;
  }
}
