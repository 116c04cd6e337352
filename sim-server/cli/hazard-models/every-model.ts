// Every hazard model a case can name, in the order `sandtable hazard --list` tells them.
import { FIRE_ROOM_MODELS } from "./fire-rooms.ts";
import { GAS_CLOUD_MODELS } from "./gas-cloud.ts";
import { GAS_SOURCE_MODELS } from "./gas-source.ts";
import type { HazardModel } from "./model.ts";
import { POISON_MODELS } from "./poison.ts";

export const HAZARD_MODELS: ReadonlyMap<string, HazardModel> = new Map(
  [...GAS_SOURCE_MODELS, ...GAS_CLOUD_MODELS, ...POISON_MODELS, ...FIRE_ROOM_MODELS].map((one) => [one.id, one]),
);
