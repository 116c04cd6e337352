// The stage can be built: rooms apart from each other, doors in the walls they name and lower than the ceiling.
import { type Finding, finding, type Path } from "../format/problem.ts";
import type { Door, Room, Stage } from "../format/stage.ts";
import type { Rule } from "./rule.ts";

const NEAR_M = 0.3;

export const stageGeometry: Rule = {
  id: "stage-geometry",
  sentence: {
    zh: "房间互不重叠，门在其所写的墙上。",
    en: "Rooms do not overlap, and doors are in the walls they name.",
  },
  check: ({ stage }) => [
    ...rooms(stage),
    ...Object.entries(stage.doors).flatMap(([name, door]) => doorFits(stage, name, door)),
  ],
};

function rooms(stage: Stage): Finding[] {
  const indoor = Object.entries(stage.rooms).filter(([, room]) => room.indoor);
  return Object.entries(stage.rooms).flatMap(([name, room]) => {
    const found: Finding[] = [];
    const within = (["x", "y"] as const).every(
      (axis) => room[axis][0] >= stage.bounds[axis][0] && room[axis][1] <= stage.bounds[axis][1],
    );
    if (!within)
      found.push(finding(["stage", "rooms", name], `${name} goes beyond the site's bounds`, `${name} 超出场地边界。`));
    for (const [other, there] of indoor) {
      if (!room.indoor || other <= name) continue;
      if (room.floorM >= there.floorM + there.heightM || there.floorM >= room.floorM + room.heightM) continue;
      const shared = (["x", "y"] as const).map(
        (axis) => Math.min(room[axis][1], there[axis][1]) - Math.max(room[axis][0], there[axis][0]),
      );
      if (shared.every((length) => length > 0.01))
        found.push(
          finding(
            ["stage", "rooms", other],
            `${other} and ${name} overlap; rooms may touch, not share floor`,
            `${other} 与 ${name} 重叠；房间可以相邻，不能共用地面。`,
          ),
        );
    }
    return found;
  });
}

function doorFits(stage: Stage, name: string, door: Door): Finding[] {
  const path: Path = ["stage", "doors", name];
  const [a, b] = door.between;
  if (a === b)
    return [
      finding(
        [...path, "between"],
        `${name} leads from ${a} back to ${a}; name two rooms`,
        `${name} 的两侧都是 ${a}；请写两个房间。`,
      ),
    ];
  const sides = door.between.flatMap((room) => stage.rooms[room] ?? []).filter((room) => room.indoor);
  if (sides.length === 0)
    return [
      finding(
        [...path, "between"],
        `${name} joins no indoor room; doors stand in the walls of rooms`,
        `${name} 两侧没有室内房间；门应开在房间的墙上。`,
      ),
    ];
  const found: Finding[] = [];
  if (!sides.some((room) => inWall(room, door, door.wall)))
    found.push(
      finding(
        [...path, "at"],
        `${name} is not in the ${door.wall} wall of ${door.between.join(" or ")}; check at, wall and widthM`,
        `${name} 不在 ${door.between.join(" 或 ")} 的 ${WALLS[door.wall]}墙上；请核对 at、wall 和 widthM。`,
      ),
    );
  else if (
    !sides.every((room) => (["north", "south", "east", "west"] as const).some((wall) => inWall(room, door, wall)))
  )
    found.push(
      finding(
        [...path, "between"],
        `${name} does not touch both rooms it joins`,
        `${name} 没有同时贴着它连接的两个房间。`,
      ),
    );
  const ceiling = Math.min(...sides.map((room) => room.heightM));
  if (door.heightM > ceiling)
    found.push(
      finding(
        [...path, "heightM"],
        `${name} is ${door.heightM} m high under a ceiling of ${ceiling} m`,
        `${name} 高 ${door.heightM} 米，而层高仅 ${ceiling} 米。`,
      ),
    );
  return found;
}

const WALLS = { north: "北", south: "南", east: "东", west: "西" } as const;

/** A door's middle is on the wall's line, and both its jambs are within the wall's length. */
function inWall(room: Room, door: Door, wall: Door["wall"]): boolean {
  const [line, along] = wall === "north" || wall === "south" ? (["y", "x"] as const) : (["x", "y"] as const);
  const at = room[line][wall === "north" || wall === "east" ? 1 : 0];
  const half = door.widthM / 2;
  return (
    Math.abs(door.at[line] - at) <= NEAR_M &&
    door.at[along] - half >= room[along][0] - 0.01 &&
    door.at[along] + half <= room[along][1] + 0.01
  );
}
