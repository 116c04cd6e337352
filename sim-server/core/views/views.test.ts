import { describe, expect, test } from "vitest";
import { chlorine, readCase } from "../../../tests/chlorine.fixture.ts";
import { playCase } from "../play-case.ts";
import { briefingFor } from "./briefings.ts";
import { mirrorFrame } from "./mirror.ts";
import { inboxFor, selfView } from "./self.ts";

const compiled = chlorine();
const { scenario } = compiled;
const names = { "shift-leader-1": "张伟", "operator-1": "李娜", "operator-2": "王强" };
/** The drill three minutes in: gas out, alarm given, a decision open, most of the story still to come. */
const { session } = playCase(compiled, readCase("textbook"), 1000);
const { run } = session;

type Walked = { keys: Set<string>; texts: Set<string> };
/** Every key and every string anywhere in what a client is sent, as it comes out of JSON. */
function walk(value: unknown, found: Walked = { keys: new Set(), texts: new Set() }): Walked {
  const inner: unknown = typeof value === "object" ? JSON.parse(JSON.stringify(value)) : value;
  if (typeof inner === "string") found.texts.add(inner);
  else if (typeof inner === "object" && inner !== null)
    for (const [key, item] of Object.entries(inner)) {
      if (!Array.isArray(inner)) found.keys.add(key);
      walk(item, found);
    }
  return found;
}
const sentTo = (slot: string) =>
  walk({
    briefing: briefingFor(compiled, { runId: "r", names }, slot),
    self: selfView(run, slot),
    inbox: inboxFor(run, slot),
    mirror: mirrorFrame(run),
  });
const both = ({ zh, en }: { zh: string; en: string }): string[] => [zh, en];
const slots = compiled.slots.map(({ slot }) => slot);

describe.each(slots)("what is sent to %s", (slot) => {
  const { keys, texts } = sentTo(slot);

  test("holds no word of the rubric: no standard, no rating, no judgement and no reason why", () => {
    const rubric = [
      ...compiled.tasks.flatMap(({ task }) => Object.values(task.standard).flatMap((text) => (text ? both(text) : []))),
      ...compiled.tasks.flatMap(({ task }) => [task.met, ...Object.values(task.rating ?? {})]),
      ...scenario.decisions.flatMap(({ options }) => options.flatMap(({ because }) => both(because))),
      ...scenario.violations.flatMap(({ text, when }) => [...both(text), when]),
      ...scenario.debrief.flatMap(both),
    ];
    expect(rubric.length).toBeGreaterThan(100);
    expect(rubric.filter((text) => text !== undefined && texts.has(text))).toEqual([]);
    for (const key of ["right", "judgement", "because", "rating", "weight", "standard", "met", "when", "citation"])
      expect(keys.has(key)).toBe(false);
  });

  test("holds no inject that has not been released, no event and no end of the story", () => {
    const waiting = scenario.msel.filter(({ inject }) => run.state.injects[inject]?.status === "pending");
    expect(waiting.length).toBeGreaterThan(5);
    const story = [
      ...waiting.flatMap(({ title, text }) => [...both(title), ...both(text)]),
      ...scenario.events.flatMap(({ title }) => both(title)),
      ...scenario.end.flatMap(({ text }) => both(text)),
    ];
    expect(story.filter((text) => texts.has(text))).toEqual([]);
  });

  test("holds no probe before it is asked and no decision of others", () => {
    const position = compiled.slots.find((one) => one.slot === slot)?.position ?? "";
    const unasked = scenario.probes.filter(({ id }) => run.state.probes[id]?.asked.length === 0);
    const others = scenario.decisions.filter(({ to }) => !to.includes(position));
    const closed = scenario.decisions.filter(({ id }) => (run.state.decisions[id]?.opened ?? -1) < 0);
    const secret = [
      ...unasked.flatMap(({ ask }) => both(ask)),
      ...[...others, ...closed].flatMap(({ prompt, options }) =>
        [prompt, ...options.map(({ text }) => text)].flatMap(both),
      ),
    ];
    expect(secret.length).toBeGreaterThan(0);
    expect(secret.filter((text) => texts.has(text))).toEqual([]);
  });

  test("holds nothing that was said to others alone", () => {
    const own = new Set(run.state.inbox.filter(({ to }) => to === slot).map(({ zh }) => zh));
    const briefed = walk(briefingFor(compiled, { runId: "r", names }, slot)).texts;
    const others = run.state.inbox.filter(({ zh }) => !own.has(zh) && !briefed.has(zh));
    expect(others.filter(({ zh, en }) => texts.has(zh) || texts.has(en))).toEqual([]);
  });

  test("holds no concentration but the reading of a detector one wears or stands before", () => {
    const self = selfView(run, slot);
    const { keys: rest } = walk({
      briefing: briefingFor(compiled, { runId: "r", names }, slot),
      self: { ...self, detector: null, panel: null },
      mirror: mirrorFrame(run),
    });
    for (const key of ["ppm", "peak", "kgPerS", "releasedKg", "exposure", "load", "lethality", "fillKg"])
      expect(rest.has(key)).toBe(false);
    expect(self?.detector === null).toBe(!scenario.positions[slot.replace(/-\d+$/, "")]?.detector);
  });

  test("holds only messages and reports of the own position", () => {
    const position = slot.replace(/-\d+$/, "");
    const briefing = briefingFor(compiled, { runId: "r", names }, slot);
    for (const { id } of briefing.messages) expect(scenario.messages[id]?.from).toContain(position);
    for (const { id } of briefing.reports) expect(scenario.reports[id]?.from).toContain(position);
  });
});

describe("the cloud in the mirror", () => {
  test("is what an eye sees: steps of opacity, and nothing where the gas is too thin to see", () => {
    const { cloud } = mirrorFrame(run);
    const seen = [...Object.values(cloud.rooms), ...cloud.puffs.map(({ opacity }) => opacity)];
    expect(seen.length).toBeGreaterThan(0);
    for (const opacity of seen) {
      expect(opacity).toBeGreaterThan(0);
      expect(opacity).toBeLessThanOrEqual(1);
      expect((opacity * 8) % 1).toBe(0);
    }
    expect(cloud.rooms["control-room"]).toBeUndefined();
  });
});
