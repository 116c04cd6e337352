// A small house for tests of the crowd.
import type { CrowdPlan } from "./crowd-plan.ts";

/** An office of two rooms and a corridor with a stair to an upper floor of the same width. */
export const OFFICE: CrowdPlan = {
  floors: [
    {
      id: "ground",
      zM: 0,
      outline: [
        [0, 0],
        [20, 0],
        [20, 12],
        [0, 12],
      ],
    },
    {
      id: "upper",
      zM: 3,
      outline: [
        [26, 4],
        [34, 4],
        [34, 8],
        [26, 8],
      ],
    },
  ],
  stairs: [{ id: "stair", lower: "ground", upper: "upper", x: [20, 26], y: [5, 7], rises: "east" }],
  walls: [
    { floor: "ground", from: [0, 5], to: [16, 5] },
    { floor: "ground", from: [0, 7], to: [16, 7] },
    { floor: "ground", from: [8, 7], to: [8, 12] },
  ],
  doors: [
    { id: "south", floor: "ground", from: [7, 5], to: [8, 5] },
    { id: "north", floor: "ground", from: [4, 7], to: [5, 7] },
    { id: "north-east", floor: "ground", from: [12, 7], to: [13, 7] },
  ],
  exits: [
    { id: "west", floor: "ground", from: [0, 5.4], to: [0, 6.6] },
    { id: "east", floor: "ground", from: [20, 10], to: [20, 11] },
  ],
};
