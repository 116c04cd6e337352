// The rules that many jurisdictions share: GloBE, transfer pricing, VAT, indirect transfers, penalties and interest.
import { groupRule } from "./globe-group-rule.ts";
import { allocationRule, topUpRule } from "./globe-jurisdiction.ts";
import { cbcrRule, deMinimisRule, utprSafeHarbourRule } from "./globe-relief.ts";
import { incomeRule, payrollRule, scopeRule } from "./globe-scope.ts";
import { coveredRule, deferredRule, lossAssetRule } from "./globe-taxes.ts";
import { utprRule } from "./globe-utpr.ts";
import type { TaxRule } from "./rule.ts";

export const INTERNATIONAL_RULES: readonly TaxRule[] = [
  scopeRule,
  incomeRule,
  coveredRule,
  deferredRule,
  lossAssetRule,
  payrollRule,
  topUpRule,
  allocationRule,
  groupRule,
  utprRule,
  cbcrRule,
  deMinimisRule,
  utprSafeHarbourRule,
];
