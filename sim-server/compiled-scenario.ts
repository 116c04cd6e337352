// A scenario made ready to run, a tax case with the law of our own files.
import type { Scenario } from "../scenarios/format/scenario.ts";
import { loadTaxLaw, type TaxLawData } from "../scenarios/format/tax-law.ts";
import { type Compiled, compileScenario } from "./core/compile.ts";

let law: TaxLawData | undefined;

export function compiledOf(scenario: Scenario): Compiled {
  if (!scenario.dossier) return compileScenario(scenario);
  law ??= loadTaxLaw();
  return compileScenario(scenario, law);
}
