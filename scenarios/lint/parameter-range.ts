// What an instructor may vary stays sensible: a default within its range, a range the world allows, each quantity once.
import { type Finding, finding } from "../format/problem.ts";
import type { Rule } from "./rule.ts";

const ALLOWED = {
  windSpeedMps: [0.5, 30],
  windFromDeg: [0, 360],
  temperatureC: [-40, 50],
  diameterMm: [0.5, 150],
} as const;

export const parameterRange: Rule = {
  id: "parameter-range",
  sentence: {
    zh: "可调参数的默认值在范围内，范围合理。",
    en: "A parameter's default lies in its range, and its range is possible.",
  },
  check: (scenario) => {
    const seen = new Map<string, string>();
    return Object.entries(scenario.parameters).flatMap(([name, { sets, min, max, default: usual }]) => {
      const path = ["parameters", name];
      const found: Finding[] = [];
      const [least, most] = ALLOWED[sets];
      if (min > max)
        found.push(
          finding(
            [...path, "min"],
            `min ${min} is above max ${max}; swap them`,
            `min ${min} 大于 max ${max}；请对调。`,
          ),
        );
      else if (usual < min || usual > max)
        found.push(
          finding(
            [...path, "default"],
            `the default ${usual} is outside ${min} to ${max}`,
            `默认值 ${usual} 不在 ${min} 至 ${max} 之内。`,
          ),
        );
      if (min < least || max > most)
        found.push(
          finding(path, `${sets} may go from ${least} to ${most} only`, `${sets} 只能在 ${least} 至 ${most} 之间。`),
        );
      const twin = seen.get(sets);
      if (twin !== undefined)
        found.push(
          finding(
            [...path, "sets"],
            `${twin} sets ${sets} already; keep one of them`,
            `${twin} 已经设定了 ${sets}；请只留一个。`,
          ),
        );
      seen.set(sets, name);
      if (sets === "diameterMm" && Object.keys(scenario.hazards).length === 0)
        found.push(
          finding([...path, "sets"], "there is no hazard whose opening this could set", "没有危险源可设定开口。"),
        );
      const written = sets === "diameterMm" ? undefined : scenario.weather[sets];
      if (written !== undefined && written !== usual)
        found.push(
          finding(
            [...path, "default"],
            `the default ${usual} differs from weather.${sets} ${written}; write the same`,
            `默认值 ${usual} 与 weather.${sets} 的 ${written} 不一致；请写成一致。`,
            "warning",
          ),
        );
      return found;
    });
  },
};
