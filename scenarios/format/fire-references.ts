// Looks up what fires, explosions and crowds name: rooms that can burn, props that spark, doors that lead out.
import type { Lookup } from "./lookup.ts";
import { finding } from "./problem.ts";
import type { Scenario } from "./scenario.ts";

export function fireReferences({ fires, explosions, crowds, stage }: Scenario, look: Lookup): void {
  const isOut = (door: string): boolean =>
    stage.doors[door]?.between.some((room) => stage.rooms[room]?.indoor !== true) === true;
  const exits = Object.keys(stage.doors).filter(isOut);
  for (const [name, { room }] of Object.entries(fires)) {
    look.need("room", room, ["hazards", name, "room"]);
    indoors(stage, room, name, look);
  }
  for (const [name, item] of Object.entries(explosions)) {
    look.need("room", item.room, ["hazards", name, "room"]);
    look.all("prop", item.sparks, ["hazards", name, "sparks"]);
    for (const [index, fire] of item.lights.entries())
      look.among(Object.keys(fires), fire, ["hazards", name, "lights", index], ["a fire", "火灾"]);
  }
  for (const [name, item] of Object.entries(crowds)) {
    look.need("room", item.room, ["crowds", name, "room"]);
    const way = ["a door to the open air", "通往室外的门"] as const;
    for (const [index, door] of (item.knows ?? []).entries())
      look.among(exits, door, ["crowds", name, "knows", index], way);
    if (item.evacuation.by !== undefined)
      look.among(exits, item.evacuation.by, ["crowds", name, "evacuation", "by"], way);
    const room = stage.rooms[item.room];
    if (room && (!room.indoor || room.stair !== undefined))
      look.findings.push(
        finding(
          ["crowds", name, "room"],
          `${item.room} is ${room.indoor ? "a stair" : "in the open air"}; put the crowd into a room of a floor`,
          `${item.room} 是${room.indoor ? "楼梯" : "室外"}；请把人群放在楼层的房间里。`,
        ),
      );
  }
}

function indoors(stage: Scenario["stage"], room: string, name: string, look: Lookup): void {
  if (stage.rooms[room]?.indoor !== false) return;
  look.findings.push(
    finding(
      ["hazards", name, "room"],
      `${room} is in the open air; a fire burns in a room, so name an indoor one`,
      `${room} 在室外；火灾须写在室内房间。`,
    ),
  );
}
