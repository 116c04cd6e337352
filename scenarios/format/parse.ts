// The only door into the scenario language: text in, a frozen scenario or sentences for its author out.
import type { Problem } from "./problem.ts";
import { readScenario } from "./reading.ts";
import type { Scenario } from "./scenario.ts";

export type ParsedScenario = { scenario?: Scenario; problems: Problem[] };

/** Files by name: `scenario.yaml`, and `stage.yaml` if the stage stands apart. Never throws. */
export function parseScenario(files: ReadonlyMap<string, string>): ParsedScenario {
  const { whole, problems } = readScenario(files);
  const wrong = problems.some(({ severity }) => severity === "error");
  return whole && !wrong ? { scenario: frozen(whole), problems } : { problems };
}

/** Freezes a value through and through: past the door nobody changes it. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) frozen(item);
  }
  return value;
}
