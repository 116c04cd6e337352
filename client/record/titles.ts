// Titles in the author's words for whatever a fact may be about; ids of different nouns may be alike, so each has its shelf.
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { Text } from "../../sim-server/protocol/words.ts";

export type Noun =
  | "message"
  | "report"
  | "inject"
  | "event"
  | "decision"
  | "probe"
  | "duty"
  | "task"
  | "violation"
  | "phase"
  | "hazard"
  | "population"
  | "crowd"
  | "thing";
type Titles = Readonly<Record<Noun, ReadonlyMap<string, Text>>>;

export function titlesOf(briefing: ConsoleBriefing): Titles {
  const { stage } = briefing;
  const titled = (list: readonly { id: string; title: Text }[]) => new Map(list.map(({ id, title }) => [id, title]));
  const worded = (list: readonly { id: string; text: Text }[]) => new Map(list.map(({ id, text }) => [id, text]));
  const capabilities = briefing.objectives.flatMap((goal) => goal.capabilities);
  return {
    message: titled(briefing.messages),
    report: titled(briefing.reports),
    inject: titled(briefing.msel),
    event: titled(briefing.events),
    decision: new Map(briefing.decisions.map(({ id, prompt }) => [id, prompt])),
    probe: new Map(briefing.probes.map(({ id, ask }) => [id, ask])),
    duty: worded(briefing.duties),
    task: titled(capabilities.flatMap((capability) => capability.tasks)),
    violation: worded(briefing.violations),
    phase: titled(briefing.phases),
    hazard: titled(briefing.hazards),
    crowd: titled(briefing.crowds),
    population: titled(briefing.populations),
    thing: new Map(
      [stage.rooms, stage.places, stage.doors, stage.props].flatMap((record) =>
        Object.entries(record).map(([id, { title }]): [string, Text] => [id, title]),
      ),
    ),
  };
}

/** What a kind of fact is about; null where it is about a person, the clock or the whole site. */
export function nounOf(kind: string): Noun | null {
  switch (kind) {
    case "said":
    case "told":
    case "ordered":
      return "message";
    case "report-sent":
      return "report";
    case "inject-released":
    case "inject-held":
    case "inject-skipped":
      return "inject";
    case "event-happened":
      return "event";
    case "decided":
    case "decision-expired":
      return "decision";
    case "probe-asked":
    case "probe-answered":
      return "probe";
    case "duty-started":
    case "duty-met":
    case "duty-expired":
      return "duty";
    case "task-met":
    case "task-overdue":
    case "standing-broken":
    case "expected-action-met":
    case "expected-action-missed":
      return "task";
    case "violation-committed":
      return "violation";
    case "phase-began":
      return "phase";
    case "leak-started":
    case "leak-changed":
    case "leak-stopped":
      return "hazard";
    case "fire-started":
    case "fire-grown":
    case "fire-out":
    case "fire-reignited":
    case "explosion":
      return "hazard";
    case "crowd-ordered":
    case "crowd-set-off":
    case "crowd-evacuated":
      return "crowd";
    case "flashover":
    case "smoke-filled":
    case "fire-detected":
    case "sprinkler-opened":
    case "crowd-crush":
      return "thing";
    case "evacuation-ordered":
    case "evacuation-finished":
      return "population";
    case "entered":
    case "left":
    case "refused":
    case "operated":
    case "work-begun":
    case "inspected":
    case "measured":
    case "alarm-raised":
    case "alarm-pressed":
    case "counted":
    case "washed":
    case "water-applied":
    case "fire-attacked":
    case "tested":
    case "sparked":
    case "gas-exploded":
      return "thing";
    default:
      return null;
  }
}
