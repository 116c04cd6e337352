// Planning: changes within the levers, undone, kept, taken up again and submitted; each priced by the engine at once.
import type { Lever } from "../../../scenarios/format/tax-group.ts";
import type { RefusalCode } from "../../protocol/refusals.ts";
import type { PlanChange } from "../../protocol/tax-intents.ts";
import { emitFact, type Run } from "../run.ts";
import { parseDecimal } from "../tax/decimal.ts";
import { dossierOf, totalOf, trueOutcome } from "./group-outcome.ts";

const MOST_CHANGES = 60;
const MOST_KEPT = 12;

export function changePlan(run: Run, by: string, change: PlanChange): RefusalCode | null {
  const { plan, state } = dossierOf(run);
  if (!plan.dossier.group.levers.some((lever) => allows(lever, change))) return "not-allowed";
  if (change.what === "insert" && state.changes.some((one) => sameThing(one, change))) return "already-done";
  if (state.changes.length >= MOST_CHANGES) return "none-left";
  become(run, [...state.changes.filter((one) => !replaces(change, one)), change]);
  said(run, by, change.what, writtenOut(change));
  return null;
}

/** Whether one lever lets a change through, within its limits. */
export function allows(lever: Lever, change: PlanChange): boolean {
  switch (change.what) {
    case "move":
      return "move" in lever && lever.move === change.entity && lever.to.includes(change.to);
    case "insert":
      return "insert" in lever && lever.insert === change.entity && lever.in.includes(change.in);
    case "set":
      if (!("set" in lever) || lever.set !== change.fact || lever.of !== change.of) return false;
      if (lever.choices) return lever.choices.some(({ value }) => value === change.value);
      return lever.range !== undefined && within(String(change.value), lever.range);
    case "flow": {
      if (!("flow" in lever) || lever.flow !== change.flow) return false;
      const { kind, amount, price, date } = change;
      if (kind === undefined && amount === undefined && price === undefined && date === undefined) return false;
      return (
        (kind === undefined || lever.kinds?.includes(kind) === true) &&
        (amount === undefined || (lever.amount !== undefined && within(amount, lever.amount))) &&
        (price === undefined || (lever.price !== undefined && within(price, lever.price))) &&
        (date === undefined || (lever.dates !== undefined && date >= lever.dates.from && date <= lever.dates.to))
      );
    }
  }
}

function within(written: string, { min, max }: { min: string; max: string }): boolean {
  const value = parseDecimal(written);
  return value !== undefined && value.greaterThanOrEqualTo(min) && value.lessThanOrEqualTo(max);
}

const sameThing = (one: PlanChange, other: PlanChange): boolean =>
  one.what === "insert" && other.what === "insert" && one.entity === other.entity;

/** A later move of the same entity, or setting of the same fact, takes the place of the earlier one. */
function replaces(change: PlanChange, before: PlanChange): boolean {
  if (change.what === "move") return before.what === "move" && before.entity === change.entity;
  if (change.what === "set") return before.what === "set" && before.of === change.of && before.fact === change.fact;
  return false;
}

function writtenOut(change: PlanChange): string {
  switch (change.what) {
    case "move":
      return `${change.entity} ${change.to}`;
    case "insert":
      return `${change.entity} ${change.in}`;
    case "set":
      return `${change.of} ${change.fact} ${String(change.value)}`;
    case "flow":
      return [change.flow, change.kind, change.amount, change.price, change.date]
        .filter((part) => part !== undefined)
        .join(" ");
  }
}

function become(run: Run, changes: PlanChange[]): void {
  const { state } = dossierOf(run);
  state.undo.push(state.changes);
  if (state.undo.length > MOST_CHANGES) state.undo.shift();
  state.changes = changes;
}

function said(run: Run, by: string, change: string, value: string): void {
  const [total, start] = [totalOf(trueOutcome(run)), totalOf(trueOutcome(run, []))];
  emitFact(run, by, "plan-changed", "plan", { change, value, total, start });
}

export function undoPlan(run: Run, by: string): RefusalCode | null {
  const { state } = dossierOf(run);
  const before = state.undo.pop();
  if (!before) return "none-left";
  state.changes = before;
  said(run, by, "undo", "");
  return null;
}

export function keepPlan(run: Run, by: string, name: string): RefusalCode | null {
  const { state } = dossierOf(run);
  if (state.kept.length >= MOST_KEPT) return "none-left";
  state.kept.push({ name, tick: run.state.tick, changes: state.changes });
  emitFact(run, by, "plan-kept", `plan-${state.kept.length}`, { name, total: totalOf(trueOutcome(run)) });
  return null;
}

export function restorePlan(run: Run, by: string, number: number): RefusalCode | null {
  const { state } = dossierOf(run);
  const kept = number === 0 ? [] : state.kept[number - 1]?.changes;
  if (!kept) return "unknown";
  become(run, kept);
  said(run, by, "restore", String(number));
  return null;
}

/** The plan in hand is the team's answer, until another is submitted. */
export function submitPlan(run: Run, by: string): RefusalCode | null {
  const { plan, state } = dossierOf(run);
  if (!plan.dossier.goal) return "not-allowed";
  const worth = worthOf(run);
  state.submitted = { tick: run.state.tick, total: String(worth.total), share: worth.share, risks: worth.risks };
  emitFact(run, by, "plan-submitted", "plan", { ...worth, risks: worth.risks.join(" ") });
  return null;
}

/** What the plan in hand is worth: the way from the first tax to the target, less the risks that stand. */
export function worthOf(run: Run): { total: number; start: number; share: number; risks: string[] } {
  const { plan } = dossierOf(run);
  const total = totalOf(trueOutcome(run));
  const start = totalOf(trueOutcome(run, []));
  run.compiled.conditions.read(run.state.tick, run.index, run.world);
  const standing = plan.dossier.risks.filter(({ id }) => plan.risks.get(id)?.() === true);
  const way = start - Number(plan.dossier.goal?.target ?? start);
  const saved = way > 0 ? Math.min(1, Math.max(0, (start - total) / way)) : 0;
  const share = Math.max(0, saved - standing.reduce((sum, { weight }) => sum + weight, 0));
  return { total, start, share: Math.round(share * 10_000) / 10_000, risks: standing.map(({ id }) => id) };
}
