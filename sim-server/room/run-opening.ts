// Opens a run: its header goes to the journal, its row to the list, its code to the people, its room to the network.
import { randomInt, randomUUID } from "node:crypto";
import { matchMaker } from "@colyseus/core";
import type { OfferedRun } from "../access/join-code.ts";
import { ENGINE } from "../core/engine.ts";
import { open } from "../core/session.ts";
import type { RunHeader } from "../journal/entry.ts";
import type { CreateRun } from "../protocol/api.ts";
import { type House, openLiveRun } from "./live-run.ts";
import { openingOf } from "./run-log.ts";
import type { ShelfItem } from "./scenario-shelf.ts";

/** The name under which Colyseus knows our one kind of room; the room's id is the run's. */
export const ROOM = "run";

type Creator = { readonly accountId: string; readonly unit: string };
export type OpenedRun = { readonly runId: string; readonly code: string; readonly codeExpiresAtMs: number };

export async function openRun(house: House, item: ShelfItem, wish: CreateRun, by: Creator): Promise<OpenedRun> {
  const { compiled, files, sha256 } = item;
  const { scenario } = compiled;
  const header: RunHeader = {
    format: 1,
    runId: randomUUID(),
    scenario: { id: scenario.id, version: scenario.version, sha256 },
    scenarioFiles: files,
    engine: ENGINE,
    node: process.versions.node,
    seed: wish.seed ?? randomInt(2 ** 31),
    parameters: wish.parameters ?? {},
    roster: compiled.slots.map(({ slot, position }) => ({ slot, position, name: wish.roster?.[slot] ?? "" })),
    lawDate: new Date().toISOString().slice(0, 10),
    createdAtMs: Date.now(),
    createdBy: by.accountId,
    unit: by.unit,
  };
  await house.journal.create(header);
  await house.runs.add({
    runId: header.runId,
    scenario: { id: scenario.id, title: scenario.title },
    unit: by.unit,
    createdBy: by.accountId,
    createdAtMs: header.createdAtMs,
    people: header.roster.flatMap(({ name }) => (name === "" ? [] : [name])),
  });
  const session = open(compiled, openingOf(header));
  const live = openLiveRun(house, { header, compiled, session });
  house.live.set(header.runId, live);
  await openRoom(header.runId);
  const code = await house.access.codes.issue(offeredRun(header, item));
  return { runId: header.runId, code: code.code, codeExpiresAtMs: code.expiresAtMs };
}

export async function openRoom(runId: string): Promise<void> {
  await matchMaker.createRoom(ROOM, { runId });
}

export function offeredRun(header: RunHeader, { compiled: { scenario } }: Pick<ShelfItem, "compiled">): OfferedRun {
  return {
    runId: header.runId,
    title: scenario.title,
    slots: header.roster.flatMap(({ slot, position, name }) => {
      const role = scenario.positions[position];
      if (role?.playedBy === "system") return [];
      return [{ slot, position, positionTitle: role?.title ?? { zh: position, en: position }, name }];
    }),
  };
}
