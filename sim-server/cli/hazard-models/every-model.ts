// Every hazard model a case can name, in the order `sandtable hazard --list` tells them.
import { BURNING_LIQUID_MODELS } from "./burning-liquid.ts";
import { DENSE_GAS_MODELS } from "./dense-gas.ts";
import { EXPLOSION_MODELS } from "./explosion.ts";
import { FIRE_HAND_MODELS } from "./fire-hand.ts";
import { FIRE_HARM_MODELS } from "./fire-harm.ts";
import { FIRE_ROOM_MODELS } from "./fire-rooms.ts";
import { GAS_CLOUD_MODELS } from "./gas-cloud.ts";
import { GAS_SOURCE_MODELS } from "./gas-source.ts";
import type { HazardModel } from "./model.ts";
import { POISON_MODELS } from "./poison.ts";
import { SMOKE_AND_WATER_MODELS } from "./smoke-and-water.ts";

export const HAZARD_MODELS: ReadonlyMap<string, HazardModel> = new Map(
  [
    ...GAS_SOURCE_MODELS,
    ...GAS_CLOUD_MODELS,
    ...DENSE_GAS_MODELS,
    ...POISON_MODELS,
    ...FIRE_HAND_MODELS,
    ...SMOKE_AND_WATER_MODELS,
    ...FIRE_ROOM_MODELS,
    ...FIRE_HARM_MODELS,
    ...BURNING_LIQUID_MODELS,
    ...EXPLOSION_MODELS,
  ].map((one) => [one.id, one]),
);
