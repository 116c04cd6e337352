// The conditions written with fires, explosions and crowds, planned.
import type { Scenario } from "../../../scenarios/format/scenario.ts";
import type { Plan } from "../conditions.ts";

type Source = readonly [id: string, condition: string | undefined];

export function firePlans({ fires, explosions, crowds }: Scenario, plan: (source: string) => Plan) {
  const plans = (sources: readonly Source[]): Map<string, Plan> =>
    new Map(sources.flatMap(([id, source]) => (source === undefined ? [] : [[id, plan(source)]])));
  return {
    fireStarts: plans([
      ...Object.entries(fires).map(([id, { startsWhen }]): Source => [id, startsWhen]),
      ...Object.entries(explosions).map(([id, { gathers }]): Source => [id, gathers?.startsWhen]),
    ]),
    ignitions: plans(Object.entries(explosions).map(([id, { ignites }]): Source => [id, ignites])),
    crowdOrders: plans(Object.entries(crowds).map(([id, { evacuation }]): Source => [id, evacuation.ordered])),
  };
}
