// The words of the bars, for every page that shows them.
import { useWords } from "../words/language.ts";
import type { BarWords } from "./tax-bars.tsx";

export function useBarWords(): BarWords {
  const t = useWords("case");
  return {
    title: t("bars.title"),
    incomeTax: t("bars.incomeTax"),
    withheld: t("bars.withheld"),
    topUp: t("bars.topUp"),
    before: t("bars.before"),
    total: t("bars.total"),
    etr: t("bars.etr"),
    missing: t("bars.missing"),
    why: t("bars.why"),
  };
}
