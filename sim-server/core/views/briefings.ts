// Briefings: the scenario minus the answers for a trainee, and whole for those who steer and judge.
import type { LawPack } from "../../../scenarios/format/law.ts";
import type { Scenario } from "../../../scenarios/format/scenario.ts";
import type { Briefing, Citation, ConsoleBriefing, Contact } from "../../protocol/briefing.ts";
import type { Text } from "../../protocol/words.ts";
import type { Compiled } from "../compile.ts";
import { gasBriefing } from "./gas.ts";
import { stageView } from "./stage.ts";
import { taxBriefing, taxConsoleBriefing } from "./tax-briefing.ts";

export type BriefingFacts = {
  runId: string;
  seed: number;
  parameters: Record<string, number>;
  sha256: string;
  /** Law packs by id, where citations are to be told in words. */
  laws?: ReadonlyMap<string, LawPack>;
  /** Names by slot; empty while nobody holds it. */
  names: Readonly<Record<string, string>>;
};

function rosterOf(compiled: Compiled, names: Readonly<Record<string, string>>): Briefing["roster"] {
  return compiled.slots.map(({ slot, position }) => ({
    slot,
    position,
    positionTitle: compiled.scenario.positions[position]?.title ?? { zh: position, en: position },
    name: names[slot] ?? "",
  }));
}

function contactsOf(compiled: Compiled): Contact[] {
  return [
    ...Object.entries(compiled.scenario.simulated).map(([id, { title, channels }]) => ({ id, title, channels })),
    ...Object.entries(compiled.scenario.positions).map(([id, { title }]) => ({
      id,
      title,
      channels: ["radio", "face"] as const,
    })),
  ];
}

function headOf(compiled: Compiled): Briefing["scenario"] {
  const { id, version, kind, title, summary, briefing, startsAt, duration } = compiled.scenario;
  return { id, version, kind, title, summary, briefing, startsAt, durationS: duration };
}

export function briefingFor(
  compiled: Compiled,
  facts: Pick<BriefingFacts, "runId" | "names" | "laws">,
  slot: string,
): Briefing {
  const { scenario } = compiled;
  const position = compiled.slots.find((one) => one.slot === slot)?.position ?? "";
  const role = scenario.positions[position];
  return {
    runId: facts.runId,
    slot,
    scenario: headOf(compiled),
    position: {
      id: position,
      title: role?.title ?? { zh: position, en: position },
      brief: role?.brief ?? { zh: "", en: "" },
      detector: compiled.gas.worn.has(position),
    },
    stage: stageView(scenario.stage),
    roster: rosterOf(compiled, facts.names),
    contacts: contactsOf(compiled),
    messages: Object.entries(scenario.messages)
      .filter(([, message]) => message.from.includes(position))
      .map(([id, message]) => ({
        id,
        title: message.title,
        text: message.text,
        to: message.to,
        channel: message.channel,
        at: message.at ?? null,
        order: message.do !== undefined,
      })),
    reports: Object.entries(scenario.reports)
      .filter(([, report]) => report.from.includes(position))
      .map(([id, report]) => ({
        id,
        title: report.title,
        to: report.to,
        channel: report.channel,
        items: report.items.map((item) => ({
          id: item.id,
          title: item.title,
          options: item.options.map(({ id: option, text }) => ({ id: option, text })),
        })),
      })),
    tasks: compiled.tasks
      .filter(({ task }) => task.known && (task.by.length === 0 || task.by.includes(position)))
      .map(({ task }) => ({ id: task.id, title: task.title })),
    tax: taxBriefing(compiled, facts.laws ?? new Map()),
  };
}

export function consoleBriefing(compiled: Compiled, facts: BriefingFacts): ConsoleBriefing {
  const { scenario } = compiled;
  return {
    runId: facts.runId,
    scenario: { ...headOf(compiled), sha256: facts.sha256 },
    seed: facts.seed,
    parameters: facts.parameters,
    stage: stageView(scenario.stage),
    roster: rosterOf(compiled, facts.names),
    contacts: contactsOf(compiled),
    gas: gasBriefing(scenario),
    messages: Object.entries(scenario.messages).map(([id, { title, text }]) => ({ id, title, text })),
    reports: Object.entries(scenario.reports).map(([id, { title, items }]) => ({
      id,
      title,
      items: items.map(({ id: item, title: name }) => ({ id: item, title: name })),
    })),
    hazards: [
      ...Object.entries(scenario.hazards).map(([id, { title, from }]) => ({ id, title, from })),
      ...[...Object.entries(scenario.fires), ...Object.entries(scenario.explosions)].map(([id, { title, room }]) => ({
        id,
        title,
        from: room,
      })),
    ],
    settings: Object.entries(scenario.parameters).map(([id, { title, unit, default: usual }]) => ({
      id,
      title,
      unit,
      value: facts.parameters[id] ?? usual,
    })),
    phases: scenario.phases.map(({ id, title }) => ({ id, title })),
    msel: scenario.msel.map((inject) => ({
      id: inject.inject,
      title: inject.title,
      type: inject.type,
      channel: inject.channel,
      from: inject.from,
      to: inject.to,
      text: inject.text,
      atS: inject.trigger.at ?? null,
      when: inject.trigger.when ?? null,
      manual: inject.trigger.manual === true,
      expects: inject.expects.map(({ by, task, within }) => ({ by, task, withinS: within })),
    })),
    events: scenario.events.map((event) => ({
      id: event.event,
      title: event.title,
      manual: event.trigger.manual === true,
    })),
    decisions: scenario.decisions.map(({ id, prompt, options }) => ({
      id,
      prompt,
      options: options.map(({ id: option, text, judgement }) => ({ id: option, text, judgement })),
    })),
    probes: scenario.probes.map(({ id, level, ask, options }) => ({
      id,
      level,
      ask,
      options: options.map(({ id: option, text }) => ({ id: option, text })),
    })),
    duties: Object.entries(scenario.duties).map(([id, { text, deadline, cite }]) => ({
      id,
      text,
      deadlineS: deadline,
      cite,
    })),
    objectives: scenario.objectives.map((objective) => ({
      id: objective.id,
      title: objective.title,
      capabilities: objective.capabilities.map((capability) => ({
        id: capability.id,
        title: capability.title,
        tasks: capability.tasks.map(({ id, title, weight, critical, cite, standard }) => ({
          id,
          title,
          weight,
          critical,
          cite,
          standard: standards(standard),
        })),
      })),
    })),
    citations: citations(scenario, facts.laws ?? new Map()),
    violations: scenario.violations.map(({ id, text, points, critical }) => ({ id, text, points, critical })),
    populations: Object.entries(scenario.populations).map(([id, { title, people, at }]) => ({
      id,
      title,
      people,
      x: scenario.stage.places[at]?.at.x ?? 0,
      y: scenario.stage.places[at]?.at.y ?? 0,
    })),
    crowds: Object.entries(scenario.crowds).map(([id, { title, people, room }]) => {
      const { x = [0, 0], y = [0, 0] } = scenario.stage.rooms[room] ?? {};
      return { id, title, people, x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 };
    }),
    debrief: scenario.debrief,
    tax: taxConsoleBriefing(compiled, facts.laws ?? new Map()),
  };
}

/** A citation is written `law#article`. */
function citations(scenario: Scenario, laws: ReadonlyMap<string, LawPack>): Record<string, Citation> {
  const tasks = scenario.objectives.flatMap((objective) => objective.capabilities.flatMap(({ tasks: list }) => list));
  const cited = [...tasks.flatMap(({ cite }) => cite), ...Object.values(scenario.duties).map(({ cite }) => cite)];
  const found: Record<string, Citation> = {};
  for (const cite of cited) {
    const [id = "", article = ""] = cite.split("#");
    const law = laws.get(id);
    const text = law?.articles[article]?.text;
    if (law && text) found[cite] = { law: law.title, article, text };
  }
  return found;
}

function standards(by: Readonly<Partial<Record<"P" | "S" | "M" | "U", Text | undefined>>>): Record<string, Text> {
  const found: Record<string, Text> = {};
  for (const [rating, text] of Object.entries(by)) if (text) found[rating] = text;
  return found;
}
