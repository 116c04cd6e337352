// What one person feels, wears, reads and has been told: the private part of a trainee's view.
import type { InboxItem, SelfView } from "../../protocol/views.ts";
import type { Text } from "../../protocol/words.ts";
import type { Compiled } from "../compile.ts";
import { minutesOfAir } from "../gear.ts";
import { meterView } from "../meter.ts";
import type { Run } from "../run.ts";
import { distance } from "../stage-map.ts";
import type { Body } from "../state.ts";
import { wornReading } from "../worn-detector.ts";
import { feltFire } from "./fire.ts";

const PANEL_M = 4;

export function selfView(run: Run, slot: string): SelfView | null {
  const body = run.state.bodies[slot];
  if (!body) return null;
  const worn = wornReading(run, body);
  const { scenario } = run.compiled;
  return {
    slot,
    suit: body.suit,
    scba: body.scba,
    airMin: body.air ? Math.round(minutesOfAir(body) * 2) / 2 : null,
    airLow: body.airLow,
    washed: body.washed,
    buddyReady: body.buddyReady,
    detector: worn && { ...worn, ppm: rounded(worn.ppm) },
    ...(body.meter ? { meter: meterView(body) } : {}),
    symptoms: body.condition,
    working: body.work
      ? {
          prop: body.work.prop,
          action: body.work.action,
          fraction: Math.round((body.work.done / Math.max(1, body.work.need)) * 50) / 50,
        }
      : null,
    panel: panel(run, body),
    decisions: scenario.decisions.flatMap((decision) => {
      const state = run.state.decisions[decision.id];
      const mine = decision.to.includes(body.position) || decision.to.includes(slot);
      if (!state || !mine || state.opened < 0 || state.status !== "open") return [];
      const options = decision.options.map(({ id, text }) => ({ id, text }));
      return [{ id: decision.id, prompt: decision.prompt, options, openedTick: state.opened, dueTick: state.due }];
    }),
    probe: openProbe(run, slot),
    tasksDone: run.compiled.tasks
      .filter(({ task }) => task.known && (task.by.length === 0 || task.by.includes(body.position)))
      .filter(({ task }) => ["met", "late"].includes(run.state.tasks[task.id]?.status ?? ""))
      .map(({ task }) => task.id),
    reportsSent: (run.index.byKind.get("report-sent") ?? [])
      .filter((fact) => run.state.bodies[fact.by]?.position === body.position)
      .map((fact) => ({ report: fact.of, tick: fact.tick, complete: null })),
    held: body.held,
    fire: feltFire(run, body),
    carries: body.carries,
  };
}

function openProbe(run: Run, slot: string): SelfView["probe"] {
  for (const probe of run.compiled.scenario.probes) {
    const asked = run.state.probes[probe.id]?.asked.find((one) => one.slot === slot && one.status === "open");
    if (asked)
      return {
        id: probe.id,
        ask: probe.ask,
        options: probe.options.map(({ id, text }) => ({ id, text })),
        dueTick: asked.due,
      };
  }
  return null;
}

/** The fixed heads, for those who stand before a panel; a head itself tells who stands before it its own reading. */
function panel(run: Run, body: Body): SelfView["panel"] {
  const { panels, heads } = instrumentsOf(run.compiled);
  const atPanel = panels.some(({ at, room }) => room === body.room && distance(body, at) <= PANEL_M);
  const read = heads.flatMap(([head, prop]) => {
    const data = run.state.heads[head];
    if (!data || !(atPanel || distance(body, prop.at) <= prop.reachM + 0.3)) return [];
    return [{ head, ppm: rounded(data.ppm), alarm: data.alarm }];
  });
  return read.length > 0 ? read : null;
}

type Prop = Compiled["scenario"]["stage"]["props"][string];
type Instruments = {
  readonly panels: readonly { readonly at: Prop["at"]; readonly room: string }[];
  readonly heads: readonly (readonly [id: string, prop: Prop])[];
};

/** Found once a scenario: everybody's own view asks for them twice a second. */
const instruments = new WeakMap<Compiled, Instruments>();

function instrumentsOf(compiled: Compiled): Instruments {
  const known = instruments.get(compiled);
  if (known) return known;
  const props = Object.entries(compiled.scenario.stage.props);
  const found: Instruments = {
    panels: props
      .filter(([, { kind }]) => kind === "control-panel")
      .map(([, { at }]) => ({ at, room: compiled.map.roomAt(at.x, at.y) })),
    heads: props.filter(([, { kind }]) => kind === "gas-head"),
  };
  instruments.set(compiled, found);
  return found;
}

const rounded = (ppm: number): number => (ppm < 10 ? Math.round(ppm * 10) / 10 : Math.round(ppm));

/** Title of whoever speaks: a simulated person, a position's holder, or the system. */
function titleOf(run: Run, from: string): Text {
  const { simulated, positions } = run.compiled.scenario;
  const person = simulated[from];
  if (person) return person.title;
  const body = run.state.bodies[from];
  const role = positions[body?.position ?? from];
  if (role && body && body.name !== "")
    return { zh: `${role.title.zh} ${body.name}`, en: `${role.title.en} ${body.name}` };
  if (role) return role.title;
  return from === "system" ? { zh: "系统", en: "System" } : { zh: from, en: from };
}

export function inboxFor(run: Run, slot: string, afterId = 0): InboxItem[] {
  return run.state.inbox
    .filter((item) => item.to === slot && item.id > afterId)
    .map((item) => ({
      id: item.id,
      tick: item.tick,
      channel: item.channel as InboxItem["channel"],
      from: item.from,
      fromTitle: titleOf(run, item.from),
      text: { zh: item.zh, en: item.en },
      inject: item.inject,
    }));
}
