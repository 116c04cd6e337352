// Watches the clips with a ruler: planted feet stay where they are, nothing sinks into the floor, loops close.
import { describe, expect, test } from "vitest";
import { CLIP_NAMES, CLIP_TABLE, type ClipName } from "./clip-table.ts";
import { bakeClips, poseAt } from "./clips.ts";
import { RUN, WALK } from "./gait.ts";
import { jointPlace } from "./rig.ts";
import { JOINTS } from "./skeleton.ts";

const moments = (name: ClipName, count: number): number[] =>
  Array.from({ length: count }, (_, i) => (CLIP_TABLE[name].durationS * i) / count);

describe.each([
  ["walk", WALK],
  ["run", RUN],
] as const)("%s", (name, gait) => {
  test("its ground speed is the one the client is told", () => {
    expect(CLIP_TABLE[name].groundSpeedMps).toBe(gait.speedMps);
    expect(CLIP_TABLE[name].durationS).toBe(gait.durationS);
  });

  test("a flat foot stays in place on the ground while the body passes over it", () => {
    const from = gait.durationS * gait.planted * 0.3;
    const to = gait.durationS * gait.planted * 0.58;
    const world = (timeS: number): number => {
      return jointPlace(poseAt(name, timeS), "leftFoot")[2] + gait.speedMps * timeS;
    };
    for (let timeS = from; timeS <= to; timeS += 0.01) expect(Math.abs(world(timeS) - world(from))).toBeLessThan(0.012);
  });

  test("one foot passes the other in the air", () => {
    const heights = moments(name, 40).map((timeS) => jointPlace(poseAt(name, timeS), "leftFoot")[1]);
    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(0.06);
  });
});

describe.each(CLIP_NAMES)("%s", (name) => {
  test("sinks no joint into the floor", () => {
    for (const timeS of [...moments(name, 24), CLIP_TABLE[name].durationS]) {
      const pose = poseAt(name, timeS);
      for (const joint of JOINTS)
        expect(jointPlace(pose, joint.name)[1], `${joint.name} at ${timeS}`).toBeGreaterThan(0.015);
    }
  });

  test("never bends a knee or an elbow backwards", () => {
    for (const timeS of moments(name, 24)) {
      const { turns } = poseAt(name, timeS);
      JOINTS.forEach((joint, i) => {
        const turn = turns[i];
        if (!turn || !joint.name.endsWith("LowerLeg")) return;
        expect(
          2 * Math.atan2(turn.x * Math.sign(turn.w), Math.abs(turn.w)),
          `${joint.name} at ${timeS}`,
        ).toBeGreaterThan(-0.02);
      });
    }
  });
});

test("a repeating clip ends in the pose it began with", () => {
  for (const clip of bakeClips().filter(({ name }) => CLIP_TABLE[name].loops)) {
    for (const turns of clip.rotations) {
      const dot = [0, 1, 2, 3].reduce((sum, k) => sum + (turns[k] ?? 0) * (turns[turns.length - 4 + k] ?? 0), 0);
      expect(Math.abs(dot), clip.name).toBeGreaterThan(0.9999);
    }
  }
});

test("a collapse ends where lying begins", () => {
  const end = poseAt("collapse", CLIP_TABLE.collapse.durationS);
  const lying = poseAt("lie", 0);
  for (const { name } of JOINTS) {
    const [a, b] = [jointPlace(end, name), jointPlace(lying, name)];
    expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]), name).toBeLessThan(0.03);
  }
});
