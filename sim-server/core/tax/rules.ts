// Every rule of the tax engine, in one table.
import type { TaxRule } from "./rule.ts";
import { CHINA_RULES } from "./rules-china.ts";
import { INTERNATIONAL_RULES } from "./rules-international.ts";

export const RULES: readonly TaxRule[] = [...CHINA_RULES, ...INTERNATIONAL_RULES];

const BY_ID: ReadonlyMap<string, TaxRule> = new Map(RULES.map((rule) => [rule.id, rule]));

export const ruleOf = (id: string): TaxRule | undefined => BY_ID.get(id);
