// The rules that many jurisdictions share: GloBE, transfer pricing, VAT, indirect transfers, penalties and interest.
import type { TaxRule } from "./rule.ts";

export const INTERNATIONAL_RULES: readonly TaxRule[] = [];
