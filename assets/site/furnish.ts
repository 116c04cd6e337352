// Which model a prop is drawn with: by what it looks like where the stage says so, else by what it is.
import type { Building } from "./building.ts";
import * as controls from "./controls.ts";
import * as equipment from "./equipment.ts";
import * as fireGear from "./fire-gear.ts";
import * as goods from "./goods.ts";
import type { SiteProp } from "./plan.ts";
import * as shaftGear from "./shaft-gear.ts";
import * as vessels from "./vessels.ts";

type Build = (b: Building, id: string, prop: SiteProp) => void;

/** A prop of a kind nobody has drawn yet is a cabinet with its name on it, so that it can be found and used. */
export const BY_KIND: Readonly<Record<string, Build>> = {
  container: vessels.vessel,
  cylinder: vessels.cylinder,
  valve: controls.valve,
  switch: controls.rotarySwitch,
  button: controls.button,
  "gas-head": equipment.gasHead,
  "control-panel": equipment.controlPanel,
  "wind-sock": equipment.sock,
  "suit-rack": equipment.rack("suit"),
  "scba-rack": equipment.rack("scba"),
  phone: equipment.phone,
  "report-desk": equipment.reportDesk,
  hoist: equipment.hoist,
  pool: equipment.pool,
  monitor: equipment.monitor,
  shower: equipment.shower,
  board: equipment.countBoard,
  barrier: controls.barrier,
  "sample-point": equipment.samplePoint,
  siren: equipment.siren,
  hatch: controls.hatch,
  ladder: shaftGear.ladder,
  tripod: shaftGear.tripod,
  line: shaftGear.line,
  appliance: goods.appliance,
  hose: fireGear.hoseReel,
  extinguisher: vessels.extinguisher,
  sprinkler: fireGear.sprinkler,
  "smoke-detector": fireGear.ceilingDetector,
  "heat-detector": fireGear.ceilingDetector,
};

/** What a stage may say a prop looks like, beyond what its kind shows. */
export const BY_LOOKS: Readonly<Record<string, Build>> = {
  cabinet: equipment.plainCabinet,
  notice: equipment.notice,
  hydrant: vessels.hydrant,
  extinguisher: vessels.extinguisher,
  pipe: vessels.pipeRun,
  range: goods.range,
  knob: controls.knobAlone,
  blower: shaftGear.blower,
  "gas-alarm": goods.gasAlarm,
  pallet: goods.pallet,
  shelf: goods.shelf,
  table: goods.table,
  tape: controls.tape,
  lighter: goods.lighter,
};

/** Kinds whose own shape says what they are: no name plate is hung over them. */
const KNOWN_BY_SIGHT = new Set([
  "suit-rack",
  "scba-rack",
  "board",
  "sample-point",
  "wind-sock",
  "ladder",
  "line",
  "tripod",
  "hatch",
  "pool",
  "button",
  "sprinkler",
  "smoke-detector",
  "heat-detector",
]);

export function furnish(b: Building): void {
  for (const [id, prop] of Object.entries(b.plan.props)) {
    const build =
      BY_LOOKS[prop.looks ?? ""] ?? BY_KIND[prop.kind] ?? (prop.at.z > 1.2 ? equipment.notice : equipment.plainCabinet);
    build(b, id, prop);
    if (!KNOWN_BY_SIGHT.has(prop.kind) && build !== equipment.notice && prop.looks !== "tape") plate(b, prop, build);
  }
}

/** The thing's name a little over it, facing whoever uses it. */
function plate(b: Building, prop: SiteProp, build: Build): void {
  const up = build === equipment.plainCabinet ? 0.3 : (RISE[prop.kind] ?? 0.3);
  const heading = (prop.faces * Math.PI) / 180;
  const out = OUT[prop.kind] ?? 0.02;
  b.plates.push({
    title: prop.title,
    at: [prop.at.x + Math.sin(heading) * out, prop.at.y + Math.cos(heading) * out, prop.at.z + up],
    facingDeg: prop.faces,
    widthM: 0.42,
    look: "thing",
  });
}

const RISE: Readonly<Record<string, number>> = {
  container: 0.75,
  cylinder: 0.02,
  valve: 0.3,
  switch: 0.26,
  "control-panel": 0.85,
  phone: 0.5,
  "report-desk": 0.5,
  monitor: 0.7,
  shower: 1.9,
  barrier: 0.25,
  siren: 0.4,
  appliance: 0.18,
};
const OUT: Readonly<Record<string, number>> = { container: 0.5, cylinder: 0.19, valve: 0.08, appliance: 0.68 };
