// Deeds: what an act finished does to the prop it was done to, and to the world.
import { takeOff, wash, wear } from "./gear.ts";
import { spark } from "./hazard/explosion-run.ts";
import { throwPowder } from "./hazard/fire-run.ts";
import { reopenLeak, shutLeak, submergeLeak, turnContainer } from "./leaks.ts";
import { climb, hook, raise } from "./lifeline.ts";
import { testAir } from "./meter.ts";
import { able, emitFact, type Run } from "./run.ts";
import { sparkOf } from "./sparks.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";

const HEADCOUNT_M = 10;

/** What an act finished does to the world. */
export function complete(run: Run, body: Body, target: string, action: string): void {
  const prop = run.compiled.scenario.stage.props[target];
  const state = run.state.props[target];
  if (!prop || !state) return;
  const ppm = rounded(body.ppm);
  emitFact(run, body.slot, "operated", target, { action, ppm });
  spark(run, target);
  sparkOf(run, body.slot, target);
  switch (prop.kind) {
    case "container":
      state.state = "turned";
      turnContainer(run, body.slot, target);
      break;
    case "valve":
      state.fraction = action === "open" ? 1 : state.jam;
      state.state = action === "open" ? "open" : "closed";
      if (prop.of === undefined) break;
      if (action === "open") reopenLeak(run, body.slot, prop.of);
      else if (state.jam === 0) shutLeak(run, body.slot, prop.of, "valve");
      break;
    case "switch":
      state.state = action;
      break;
    case "hatch":
    case "barrier":
      state.state = action === "open" ? "open" : "closed";
      break;
    case "button":
      if (prop.does === "alarm") {
        state.state = "alarm";
        for (const id of run.compiled.devices.sirens) {
          const siren = run.state.props[id];
          if (siren) siren.state = "alarm";
        }
        emitFact(run, body.slot, "alarm-pressed", target, {});
      }
      break;
    case "gas-head":
      emitFact(run, body.slot, "inspected", target, { reading: rounded(run.state.heads[target]?.ppm ?? 0) });
      break;
    case "control-panel":
      emitFact(run, body.slot, "inspected", target, {
        reading: rounded(Object.values(run.state.heads).reduce((most, head) => Math.max(most, head.ppm), 0)),
      });
      break;
    case "wind-sock":
      emitFact(run, body.slot, "inspected", target, { reading: Math.round(run.state.wind.fromDeg) });
      break;
    case "scenery":
      emitFact(run, body.slot, "inspected", target, { reading: 0 });
      break;
    case "suit-rack":
    case "scba-rack":
      if (action === "wear") wear(run, body, target, prop.kind);
      else takeOff(run, body, target, prop.kind);
      break;
    case "shower":
      wash(run, body, target);
      break;
    case "hoist":
      state.state = "submerged";
      if (prop.of !== undefined) submergeLeak(run, body.slot, prop.of);
      break;
    case "monitor":
      state.state = action === "stop" ? "idle" : action === "spray-leak" ? "leak" : "curtain";
      if (action === "spray-leak") emitFact(run, body.slot, "water-applied", target, { on: prop.of ?? "" });
      break;
    case "board": {
      const bodies = run.compiled.slots.flatMap(({ slot }) => run.state.bodies[slot] ?? []);
      const present = bodies.filter((other) => able(other) && distance(other, prop.at) <= HEADCOUNT_M).length;
      const absent = bodies.length - present + run.state.casualties.missing;
      emitFact(run, body.slot, "counted", target, { present, absent });
      break;
    }
    case "sample-point":
      testAir(run, body, target, prop);
      break;
    case "ladder":
      climb(run, body, prop);
      break;
    case "tripod":
      if (action === "rig") state.state = "rigged";
      else raise(run, body, target, prop);
      break;
    case "line":
      hook(run, body, target);
      break;
    case "appliance":
      emitFact(run, body.slot, "inspected", target, { reading: 0 });
      break;
    case "hose":
      state.state = action === "spray" ? "spray" : "idle";
      if (action === "spray") emitFact(run, body.slot, "fire-attacked", target, { on: prop.of ?? "", how: "hose" });
      break;
    case "extinguisher":
      state.broken = true;
      emitFact(run, body.slot, "fire-attacked", target, { on: body.room, how: "powder" });
      throwPowder(run, body.room);
      break;
    case "cylinder":
    case "sprinkler":
    case "smoke-detector":
    case "heat-detector":
    case "phone":
    case "report-desk":
    case "pool":
    case "siren":
      break;
  }
}

/** ppm as facts carry it. */
export const rounded = (ppm: number): number => Math.round(ppm * 100) / 100;
