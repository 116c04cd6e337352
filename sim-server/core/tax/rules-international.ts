// The rules that many jurisdictions share: GloBE, transfer pricing, VAT, indirect transfers, penalties and interest.
import { chargeRule } from "./globe-charge-rule.ts";
import { groupRule } from "./globe-group-rule.ts";
import { allocationRule, topUpRule } from "./globe-jurisdiction.ts";
import { cbcrRule, deMinimisRule, utprSafeHarbourRule } from "./globe-relief.ts";
import { cbcrYearsRule } from "./globe-relief-years.ts";
import { incomeRule, payrollRule, scopeRule } from "./globe-scope.ts";
import { coveredRule, deferredRule, lossAssetRule } from "./globe-taxes.ts";
import { utprRule } from "./globe-utpr.ts";
import { purposeRule } from "./indirect-transfer.ts";
import { indirectInterestRule, indirectTaxRule } from "./indirect-transfer-tax.ts";
import { surchargeRule } from "./interest-charge.ts";
import { penaltyRule, windowRule } from "./penalty.ts";
import { discountRule, rangeRule } from "./range.ts";
import type { TaxRule } from "./rule.ts";
import { specialInterestRule } from "./special-interest.ts";
import { comparablePriceRule, costPlusRule, netMarginRule, profitSplitRule, resaleRule } from "./transfer-pricing.ts";
import { workingCapitalRule } from "./transfer-pricing-capital.ts";
import { advancePricingRule, documentsRule } from "./transfer-pricing-documents.ts";
import { adjustmentRule, multiYearRule, periodRule } from "./transfer-pricing-years.ts";

import { vatRule } from "./vat.ts";

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
  chargeRule,
  utprRule,
  cbcrRule,
  cbcrYearsRule,
  deMinimisRule,
  utprSafeHarbourRule,
  rangeRule,
  discountRule,
  comparablePriceRule,
  resaleRule,
  costPlusRule,
  netMarginRule,
  profitSplitRule,
  workingCapitalRule,
  adjustmentRule,
  multiYearRule,
  periodRule,
  documentsRule,
  specialInterestRule,
  surchargeRule,
  advancePricingRule,
  vatRule,
  purposeRule,
  indirectTaxRule,
  indirectInterestRule,
  penaltyRule,
  windowRule,
];
