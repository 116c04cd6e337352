// A run's improvement plan over HTTP: what was found, what will be done about it, by whom and until when.
export const PLAN_STATES = ["open", "under-way", "done", "dropped"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export type PlanItem = {
  /** `task:<id>`, `violation:<id>`, `duty:<id>`, or `own:<number>` for what people added. */
  item: string;
  finding: string;
  action: string;
  owner: string;
  /** A day, YYYY-MM-DD, or null while none is set. */
  dueOn: string | null;
  state: PlanState;
  /** 0 while it is only suggested by the score. */
  revision: number;
  by: string;
  atMs: number | null;
};
/** GET and POST /api/runs/:id/plan */
export type ImprovementPlan = { runId: string; items: readonly PlanItem[] };
export type PlanChange = Pick<PlanItem, "item" | "finding" | "action" | "owner" | "dueOn" | "state">;
