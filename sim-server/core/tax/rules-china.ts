// The rules of China and its treaties: residence, establishments, withholding, credit, interest and foreign companies.
import { beneficialOwner } from "./beneficial-owner.ts";
import { controlledForeignCompany } from "./cfc.ts";
import { corporateTax } from "./corporate-tax.ts";
import { foreignTaxCredit } from "./ftc.ts";
import { creditChain } from "./ftc-chain.ts";
import { creditTier } from "./ftc-tier.ts";
import { groupTax } from "./group-rule.ts";
import { ebitdaLimit } from "./interest-ebitda.ts";
import { thinCapitalisation } from "./interest-thin-cap.ts";
import { ownership } from "./ownership.ts";
import { peAttribution } from "./pe-attribution.ts";
import { constructionPe } from "./pe-construction.ts";
import { agentPe, fixedPlacePe } from "./pe-place.ts";
import { secondmentPe } from "./pe-secondment.ts";
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
  thinCapitalisation,
  ebitdaLimit,
  controlledForeignCompany,
  corporateTax,
  ownership,
  groupTax,
];
