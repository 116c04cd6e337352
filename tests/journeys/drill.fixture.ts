// What the players of a case ask, tick by tick, and how a person asks it over a line that takes its time.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readScenarioFiles } from "../../scenarios/format/load.ts";
import { parseScenario } from "../../scenarios/format/parse.ts";
import { parseCase } from "../../scenarios/format/parse-case.ts";
import { compileScenario } from "../../sim-server/core/compile.ts";
import { playCase } from "../../sim-server/core/play-case.ts";
import type { Input, PlayerIntent } from "../../sim-server/protocol/intents.ts";
import type { Answer } from "../../sim-server/protocol/refusals.ts";
import type { Person } from "./server.fixture.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "scenarios", "emergency", "chlorine-station");

export function chlorineStation() {
  const { scenario } = parseScenario(readScenarioFiles(FOLDER));
  if (!scenario) throw new Error("the chlorine drill does not parse");
  return compileScenario(scenario);
}

/** The asks of a case's players by slot, as its headless play makes them. */
export function asksOfCase(name: string): { seed: number; bySlot: Map<string, Input[]> } {
  const compiled = chlorineStation();
  const { script } = parseCase(name, readFileSync(join(FOLDER, "cases", name), "utf8"), compiled.scenario);
  if (!script) throw new Error(`case ${name} does not parse`);
  const played = playCase(compiled, script);
  const bySlot = new Map<string, Input[]>(script.players.map((slot) => [slot, []]));
  for (const input of played.inputs) {
    if (input.intent.do !== "joined" && bySlot.has(input.by)) bySlot.get(input.by)?.push(input);
  }
  return { seed: script.seed, bySlot };
}

const AGAIN = new Set(["out-of-reach", "busy", "too-far", "not-here", "not-open"]);
const TRIES = 60;

/** Asks in order, each at its tick or later; what is out of reach yet is asked again, as a person would. */
export async function play(person: Person, inputs: readonly Input[], untilTick: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { tick, by, intent } of inputs) {
    if (tick > untilTick) break;
    const working = (): boolean => person.room.state.people.get(by)?.doing === "work";
    // Whoever walks off leaves the work in hand undone.
    while (person.room.state.tick < tick || (working() && person.room.state.phase === "running")) await pause(20);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const answer = await person.ask(intent as PlayerIntent);
      if (!answer.ok && AGAIN.has(answer.refusal.code)) {
        await pause(60);
        continue;
      }
      answers.push(answer);
      if (intent.do === "operate") await pause(200); // Until the mirror shows the hands at work.
      break;
    }
  }
  return answers;
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
