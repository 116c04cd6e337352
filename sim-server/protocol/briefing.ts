// The briefing: the scenario minus the answers, for one role; sent once when a client joins.
import type { StageView } from "./frames.ts";
import type { TaxBriefing, TaxConsoleBriefing } from "./tax-briefing.ts";
import type { Channel, Slot, Text } from "./words.ts";

export type Contact = { id: string; title: Text; channels: readonly Channel[] };
export type SendableMessage = {
  id: string;
  title: Text;
  text: Text;
  to: readonly string[];
  channel: Channel;
  at: string | null;
  order: boolean;
};
export type ReportForm = {
  id: string;
  title: Text;
  to: string;
  channel: Channel;
  items: readonly { id: string; title: Text; options: readonly { id: string; text: Text }[] }[];
};

export type Briefing = {
  runId: string;
  slot: Slot;
  scenario: {
    id: string;
    version: string;
    kind: "emergency" | "tax";
    title: Text;
    summary: Text;
    briefing: Text;
    startsAt: string;
    durationS: number;
  };
  position: { id: string; title: Text; brief: Text; detector: boolean };
  stage: StageView;
  roster: readonly { slot: Slot; position: string; positionTitle: Text; name: string }[];
  contacts: readonly Contact[];
  messages: readonly SendableMessage[];
  reports: readonly ReportForm[];
  tasks: readonly { id: string; title: Text }[];
  /** Null in an emergency. */
  tax: TaxBriefing | null;
};

export type Citation = { law: Text; article: string; text: Text };

/** The gas of the drill and the guideline levels drawn on the map: AEGL of one exposure time, lowest first. */
export type GasBriefing = {
  id: string;
  title: Text;
  exposureMin: number;
  levels: readonly { band: 1 | 2 | 3; ppm: number }[];
  source: string;
};

/** The instructor's and evaluator's briefing carries the storyline and the rubric. */
export type ConsoleBriefing = {
  runId: string;
  scenario: Briefing["scenario"] & { sha256: string };
  seed: number;
  parameters: Record<string, number>;
  stage: StageView;
  roster: Briefing["roster"];
  contacts: readonly Contact[];
  /** Null in a drill without gas. */
  gas: GasBriefing | null;
  /** What may be said and reported, by whomever: titles for log, timeline, desk and report. */
  messages: readonly { id: string; title: Text; text: Text }[];
  reports: readonly { id: string; title: Text; items: readonly { id: string; title: Text }[] }[];
  /** `from` is the prop that leaks, or the room that burns. */
  hazards: readonly { id: string; title: Text; from: string }[];
  settings: readonly { id: string; title: Text; unit: string; value: number }[];
  phases: readonly { id: string; title: Text }[];
  msel: readonly {
    id: string;
    title: Text;
    type: string;
    channel: Channel;
    from: string;
    to: readonly string[];
    text: Text;
    atS: number | null;
    when: string | null;
    manual: boolean;
    expects: readonly { by: string; task: string; withinS: number }[];
  }[];
  events: readonly { id: string; title: Text; manual: boolean }[];
  decisions: readonly { id: string; prompt: Text; options: readonly { id: string; text: Text; judgement: string }[] }[];
  probes: readonly { id: string; level: number; ask: Text; options: readonly { id: string; text: Text }[] }[];
  duties: readonly { id: string; text: Text; deadlineS: number; cite: string }[];
  objectives: readonly {
    id: string;
    title: Text;
    capabilities: readonly {
      id: string;
      title: Text;
      tasks: readonly {
        id: string;
        title: Text;
        weight: number;
        critical: boolean;
        cite: readonly string[];
        standard: Record<string, Text>;
      }[];
    }[];
  }[];
  violations: readonly { id: string; text: Text; points: number; critical: boolean }[];
  /** What tasks and duties cite, by citation: the law's title, the article's name in it, and its text in our words. */
  citations: Readonly<Record<string, Citation>>;
  /** People simulated one by one: how many, and where they are at first. */
  crowds: readonly { id: string; title: Text; people: number; x: number; y: number }[];
  populations: readonly { id: string; title: Text; people: number; x: number; y: number }[];
  debrief: readonly Text[];
  tax: TaxConsoleBriefing | null;
};
