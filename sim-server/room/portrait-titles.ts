// What the shelf tells portraits: titles of scenarios, tasks and posts, and which drills there are to advise.
import type { Offer } from "../evaluation/portrait/advice.ts";
import type { Titles } from "../evaluation/portrait/group-view.ts";
import type { Shelf } from "./scenario-shelf.ts";

/** What is no longer on the shelf goes by its id. */
export function titlesOf(shelf: Shelf): Titles {
  const named = (id: string) => ({ zh: id, en: id });
  return {
    scenario: (id) => shelf.items.get(id)?.compiled.scenario.title ?? named(id),
    task: (scenario, task) =>
      shelf.items.get(scenario)?.compiled.tasks.find((plan) => plan.task.id === task)?.task.title ?? named(task),
    position: (scenario, position) =>
      shelf.items.get(scenario)?.compiled.scenario.positions[position]?.title ?? named(position),
  };
}

export function offersOf(shelf: Shelf): Offer[] {
  return [...shelf.items].map(([scenario, { compiled }]) => ({
    scenario,
    positions: Object.keys(compiled.scenario.positions),
    tasks: compiled.tasks.map(({ task, capability }) => ({
      task: task.id,
      capability,
      positions: task.by,
      weight: task.weight,
    })),
  }));
}
