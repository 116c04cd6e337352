// Avatars of other trainees: head, trunk and arms on the shared skeleton, cut at the hem, for only head and hands are known.
import { MAN } from "./body.ts";
import { BLUES, LI } from "./cast.ts";
import { bareHands, jacket } from "./cloth.ts";
import { above, meet } from "./field.ts";
import { helmet } from "./gear.ts";
import { faceParts, shortHair } from "./head.ts";
import type { Figure, Part } from "./part.ts";
import { gauntlets, levelASuit } from "./suit.ts";

const cutAt = (height: number, part: Part): Part => ({
  ...part,
  shape: meet(part.shape, above(height)),
  box: [[part.box[0][0], Math.max(part.box[0][1], height - 0.03), part.box[0][2]], part.box[1]],
});

const BASE = { triangles: 3900, scale: 1, textureSize: 512 } as const;

export const AVATARS: readonly Figure[] = [
  {
    ...BASE,
    name: "avatar-work",
    parts: [
      ...faceParts(MAN, LI),
      jacket(MAN, BLUES),
      bareHands(LI.skin),
      shortHair(LI),
      ...helmet("#e7b91f", "#2f86c9"),
    ],
  },
  {
    ...BASE,
    name: "avatar-suit",
    parts: [
      ...levelASuit(MAN, { colour: "#e25a1d", tape: "#e9edd2", skin: LI.skin }).map((part) => cutAt(0.86, part)),
      ...gauntlets(MAN),
    ],
  },
];
