// The air of the stage cut into cells: a room is one, or several layers of still air over each other.
import type { Room, Stage } from "../../scenarios/format/stage.ts";

export type AirCell = {
  readonly id: string;
  readonly room: string;
  /** Height of its lower and upper edge over the ground of the stage, m. */
  readonly fromM: number;
  readonly toM: number;
  readonly volumeM3: number;
};

/** The layers of one room, lowest first; a room that is well mixed is one cell by its own name. */
export function layersOf(id: string, room: Room): AirCell[] {
  const area = (room.x[1] - room.x[0]) * (room.y[1] - room.y[0]);
  const cuts = [0, ...room.levelsM.filter((cut) => cut < room.heightM).sort((a, b) => a - b), room.heightM];
  return cuts.slice(1).map((toM, at) => {
    const fromM = cuts[at] ?? 0;
    return {
      id: cuts.length === 2 ? id : `${id}/${at}`,
      room: id,
      fromM: room.floorM + fromM,
      toM: room.floorM + toM,
      volumeM3: area * (toM - fromM),
    };
  });
}

/** All cells of the stage's indoor rooms, in the order of the rooms, lowest layer first. */
export const cellsOf = (stage: Stage): AirCell[] =>
  Object.entries(stage.rooms).flatMap(([id, room]) => (room.indoor ? layersOf(id, room) : []));

/** The cell of a room at a height; the nearest one above or below its air. */
export function cellAt(cells: readonly AirCell[], z: number): AirCell | undefined {
  return cells.find(({ toM }) => z <= toM) ?? cells.at(-1);
}

/** Which cells of two rooms face each other through an opening between two heights, and what share of it each pair has. */
export function facingCells(
  a: readonly AirCell[],
  b: readonly AirCell[] | null,
  fromM: number,
  toM: number,
): { a: string; b: string | null; share: number }[] {
  const height = Math.max(1e-6, toM - fromM);
  const found: { a: string; b: string | null; share: number }[] = [];
  for (const one of a) {
    for (const other of b ?? [null]) {
      const low = Math.max(fromM, one.fromM, other?.fromM ?? fromM);
      const high = Math.min(toM, one.toM, other?.toM ?? toM);
      if (high > low) found.push({ a: one.id, b: other?.id ?? null, share: (high - low) / height });
    }
  }
  return found;
}
