// The rules of China and its treaties: residence, establishments, withholding, credit, interest and foreign companies.
import { beneficialOwner } from "./beneficial-owner.ts";
import { foreignTaxCredit } from "./ftc.ts";
import { creditChain } from "./ftc-chain.ts";
import { creditTier } from "./ftc-tier.ts";
import { peAttribution } from "./pe-attribution.ts";
import { constructionPe } from "./pe-construction.ts";
import { agentPe, fixedPlacePe, secondmentPe } from "./pe-place.ts";
import { servicePe } from "./pe-service.ts";
import { residence } from "./residence.ts";
import type { TaxRule } from "./rule.ts";
import { withholding, withholdings } from "./withholding.ts";

export const CHINA_RULES: readonly TaxRule[] = [
  residence,
  fixedPlacePe,
  constructionPe,
  servicePe,
  agentPe,
  secondmentPe,
  peAttribution,
  beneficialOwner,
  withholding,
  withholdings,
  foreignTaxCredit,
  creditChain,
  creditTier,
];
