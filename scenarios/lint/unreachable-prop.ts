// People can get at everything they are meant to use: through doors, within the site, at a height for hands.
import { type Finding, finding } from "../format/problem.ts";
import { PROP_ACTIONS } from "../format/stage.ts";
import type { Rule } from "./rule.ts";
import { inside, REACH_HEIGHT_M, reachedRegions, regionAt, standingPoint } from "./stage-ways.ts";

/** Walls of a well are no walls to what stands on the ground over it. */
const inRoomsHeight = (room: { floorM: number; heightM: number }, z: number): boolean =>
  z >= room.floorM - 0.3 && z < room.floorM + room.heightM - 0.05;

const LOOKED_AT = new Set(["inspect", "call"]);
const WALL_M = 0.02;

export const unreachableProp: Rule = {
  id: "unreachable-prop",
  sentence: {
    zh: "每个设备都在场地内，有路可到，伸手可及。",
    en: "Every prop is on the site, and people can walk to it and reach it.",
  },
  check: (scenario) => {
    const { stage } = scenario;
    const reached = reachedRegions(scenario);
    return Object.entries(stage.props).flatMap(([name, prop]): Finding[] => {
      const path = ["stage", "props", name, "at"];
      const actions: readonly string[] = PROP_ACTIONS[prop.kind];
      const region = regionAt(stage, prop.at);
      const walled = Object.values(stage.rooms).some(
        (room) =>
          room.indoor &&
          inRoomsHeight(room, prop.at.z) &&
          inside(room, prop.at, WALL_M) &&
          !inside(room, prop.at, -WALL_M),
      );
      if (!inside(stage.bounds, prop.at, 0.5))
        return [
          finding(
            path,
            `${name} stands outside the site's bounds; move it or widen bounds`,
            `${name} 在场地边界之外；请移动它或扩大 bounds。`,
          ),
        ];
      if (actions.length === 0) return [];
      if (!reached.has(region))
        return [
          finding(
            path,
            `nobody can walk to ${name}: no door leads into ${region}; add a door`,
            `没有人能走到 ${name}：${region} 没有可通行的门；请加门。`,
          ),
        ];
      if (walled)
        return [
          finding(
            path,
            `${name} is inside a wall; move it at least 5 cm to the side people use it from`,
            `${name} 在墙体内；请向使用一侧至少移出 5 厘米。`,
          ),
        ];
      if (regionAt(stage, standingPoint(prop)) !== region)
        return [
          finding(
            ["stage", "props", name, "faces"],
            `${name} faces ${prop.faces} degrees, into a wall: nobody can stand there; turn faces to the side people use it from`,
            `${name} 朝向 ${prop.faces} 度，正对墙体，无处站人；请把 faces 改为使用一侧的方向。`,
          ),
        ];
      if (prop.at.z > REACH_HEIGHT_M && !actions.every((action) => LOOKED_AT.has(action)))
        return [
          finding(
            path,
            `${name} hangs ${prop.at.z} m high, out of reach of hands (${REACH_HEIGHT_M} m)`,
            `${name} 高 ${prop.at.z} 米，伸手够不到（${REACH_HEIGHT_M} 米）。`,
          ),
        ];
      return [];
    });
  },
};
