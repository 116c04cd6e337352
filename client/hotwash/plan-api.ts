// Improvement plans and printed reports as typed calls and addresses.
import type { ImprovementPlan, PlanChange, PlanItem } from "../../sim-server/protocol/improvement.ts";
import { call } from "../session/api.ts";
import type { Language } from "../words/language.ts";

const plan = (runId: string): string => `/api/runs/${encodeURIComponent(runId)}/plan`;

export const planApi = {
  of: (runId: string, language: Language) => call<ImprovementPlan>("GET", `${plan(runId)}?language=${language}`),
  change: (runId: string, change: PlanChange) => call<PlanItem>("POST", plan(runId), change),
};

export const reportAddress = {
  run: (runId: string, language: Language) => `/api/reports/runs/${encodeURIComponent(runId)}?language=${language}`,
  person: (person: string, unit: string, language: Language) =>
    `/api/reports/people/${encodeURIComponent(person)}?${new URLSearchParams({ unit, language })}`,
  unit: (unit: string, language: Language) => `/api/reports/unit?${new URLSearchParams({ unit, language })}`,
  cohort: (id: string, language: Language, form: "pdf" | "zip") =>
    `/api/reports/cohorts/${encodeURIComponent(id)}?${new URLSearchParams({ language, form })}`,
};
