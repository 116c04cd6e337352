// Puts a tax case together from its files: the group and the documents join the dossier, the boardroom is its stage.
import { type Reading, readDocument } from "./document.ts";
import type { Path } from "./problem.ts";

const GROUP_FILE = "group.yaml";
const DOCUMENT_FILE = /^evidence\/([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/;

/** A part of the scenario that stands in a file of its own: where it belongs, and how its lines are found. */
export type ApartFile = { at: Path; file: string; read: Reading };

/** Where a tax case takes place, unless its author writes another stage: one room, a seat at the table. */
const BOARDROOM = {
  title: { zh: "会议室", en: "Boardroom" },
  model: "boardroom",
  bounds: { x: [-6, 6], y: [-5, 5] },
  rooms: { boardroom: { title: { zh: "会议室", en: "Boardroom" }, x: [-5, 5], y: [-4, 4] } },
  places: { table: { title: { zh: "会议桌", en: "Table" }, at: { x: 0, y: -2.4 }, yawDeg: 0 } },
  props: {},
};
/** Indoors nobody asks for the weather, but a run has one. */
const CALM = { windSpeedMps: 1, windFromDeg: 0, temperatureC: 22, sky: "overcast" };

type Raw = Record<string, unknown>;
const isRecord = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

/** The scenario with what stands in other files put into place; anything but a tax case is left as it is. */
export function withTaxFiles(raw: Raw, files: ReadonlyMap<string, string>): { raw: Raw; apart: ApartFile[] } {
  if (raw["kind"] !== "tax") return { raw, apart: [] };
  const dossier: Raw = isRecord(raw["dossier"]) ? { ...raw["dossier"] } : {};
  const apart: ApartFile[] = [];
  const group = files.get(GROUP_FILE);
  if (group !== undefined) {
    const read = readDocument(GROUP_FILE, group);
    apart.push({ at: ["dossier", "group"], file: GROUP_FILE, read });
    dossier["group"] = read.value;
  }
  const documents: Raw = isRecord(dossier["documents"]) ? { ...dossier["documents"] } : {};
  for (const [file, source] of files) {
    const [, id] = DOCUMENT_FILE.exec(file) ?? [];
    if (id === undefined) continue;
    const read = readDocument(file, source);
    apart.push({ at: ["dossier", "documents", id], file, read });
    documents[id] = read.value;
  }
  dossier["documents"] = documents;
  return { raw: { weather: CALM, stage: BOARDROOM, ...raw, dossier }, apart };
}
