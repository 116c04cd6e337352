// What is in the vessels and what looks for it: one gas a drill, no vessel overfilled, levels in order, detectors for it.
import { type Finding, finding, type Path } from "../format/problem.ts";
import type { Scenario } from "../format/scenario.ts";
import { FILLING_KG_PER_M3, SUBSTANCE_NAMES } from "../format/substance.ts";
import type { Rule } from "./rule.ts";

export const substance: Rule = {
  id: "substance",
  sentence: {
    zh: "只泄漏一种物质，容器不超装，浓度界限次序正确，检测仪与物质相配。",
    en: "One substance leaks, no vessel is overfilled, levels are in order, and detectors are made for it.",
  },
  check: (scenario) => [...releases(scenario), ...vessels(scenario), ...detectors(scenario)],
};

function releases({ hazards }: Scenario): Finding[] {
  const [first] = Object.values(hazards);
  return Object.entries(hazards).flatMap(([name, { substance: gas, hotPpm, clearPpm }]) => {
    const found: Finding[] = [];
    if (first && gas !== first.substance)
      found.push(
        finding(
          ["hazards", name, "substance"],
          `${first.substance} leaks already; a drill has one substance, so make ${gas} another scenario`,
          `已有 ${first.substance} 泄漏；一个情景只有一种物质，请把 ${gas} 另写成一个情景。`,
        ),
      );
    if (hotPpm !== undefined && clearPpm !== undefined && clearPpm >= hotPpm)
      found.push(
        finding(
          ["hazards", name, "clearPpm"],
          `clearPpm ${clearPpm} must be below hotPpm ${hotPpm}: what is clear cannot be hot`,
          `clearPpm ${clearPpm} 应低于 hotPpm ${hotPpm}：合格处不能同时是重危区。`,
        ),
      );
    return found;
  });
}

function vessels({ stage }: Scenario): Finding[] {
  return Object.entries(stage.props).flatMap(([name, { kind, substance: gas, fillKg, volumeM3 }]) => {
    const held = SUBSTANCE_NAMES.find((one) => one === gas);
    if (kind !== "container" || held === undefined || fillKg === undefined || volumeM3 === undefined) return [];
    const most = FILLING_KG_PER_M3[held] * volumeM3;
    if (fillKg <= most) return [];
    return finding(
      ["stage", "props", name, "fillKg"],
      `${volumeM3} m³ may hold ${Math.floor(most)} kg of ${held} at most; fill in less or give it more volumeM3`,
      `${volumeM3} 立方米最多可装 ${held} ${Math.floor(most)} 千克；请减少 fillKg 或加大 volumeM3。`,
    );
  });
}

function detectors({ positions, stage, hazards }: Scenario): Finding[] {
  const leaks = Object.values(hazards)[0]?.substance;
  const carried = Object.entries(positions).flatMap(([name, { detector }]) =>
    typeof detector === "object" ? [{ path: ["positions", name, "detector"], key: "gas", ...detector }] : [],
  );
  const fixed = Object.entries(stage.props).flatMap(([name, { kind, substance: gas, alarmPpm, rangePpm }]) =>
    kind === "gas-head" ? [{ path: ["stage", "props", name], key: "substance", gas, alarmPpm, rangePpm }] : [],
  );
  return [...carried, ...fixed].flatMap(({ path, key, gas, alarmPpm, rangePpm }) => [
    ...inOrder(path, alarmPpm, rangePpm),
    ...(leaks === undefined || gas === undefined || gas === leaks
      ? []
      : [
          finding(
            [...path, key],
            `a detector for ${gas} shows nothing of ${leaks}, which is what leaks here`,
            `${gas} 检测仪测不出此处泄漏的 ${leaks}。`,
            "warning",
          ),
        ]),
  ]);
}

function inOrder(path: Path, alarmPpm: readonly [number, number] | undefined, rangePpm: number | undefined): Finding[] {
  if (!alarmPpm) return [];
  const [low, high] = alarmPpm;
  if (low < high && high <= (rangePpm ?? high)) return [];
  return [
    finding(
      [...path, "alarmPpm"],
      `the low alarm must be below the high one, and both within the range; here ${low}, ${high}, ${rangePpm ?? "-"}`,
      `低报应小于高报，且都在量程之内；此处为 ${low}、${high}、${rangePpm ?? "-"}。`,
    ),
  ];
}
