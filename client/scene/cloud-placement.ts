// Where the gas is drawn: the mirror's cloud (rooms, puffs, jets) laid out as at most 150 soft spots of the air.
import type { CloudFrame, StageView } from "../../sim-server/protocol/frames.ts";

export const SPOTS = 150;
/** Per spot: x, y, z (plan metres), radius (metres), opacity 0..1. */
export const SPOT_STRIDE = 5;
const ROOM_SPOTS = 84;
const JET_SPOTS = 12;
const PUFF_SPOTS = SPOTS - ROOM_SPOTS - JET_SPOTS;

/** Fixed fractions, one set per spot, so that a spot keeps its place while the gas grows or thins. */
const part = (spot: number, salt: number): number => {
  const value = Math.sin(spot * 127.1 + salt * 311.7) * 43758.5453;
  return value - Math.floor(value);
};

/** Fills `into` (SPOTS x SPOT_STRIDE); spots without gas keep their place with opacity 0. */
export function placeCloud(cloud: CloudFrame, stage: StageView, into: Float32Array): void {
  let spot = fillRooms(cloud, stage, into);
  while (spot < ROOM_SPOTS) clearSpot(into, spot++);
  spot = fillPuffs(cloud, into, ROOM_SPOTS);
  while (spot < ROOM_SPOTS + PUFF_SPOTS) clearSpot(into, spot++);
  spot = fillJets(cloud, into, ROOM_SPOTS + PUFF_SPOTS);
  while (spot < SPOTS) clearSpot(into, spot++);
}

const clearSpot = (into: Float32Array, spot: number) => {
  into[spot * SPOT_STRIDE + 4] = 0;
};

function setSpot(into: Float32Array, spot: number, x: number, y: number, z: number, radiusM: number, opacity: number) {
  const base = spot * SPOT_STRIDE;
  into[base] = x;
  into[base + 1] = y;
  into[base + 2] = z;
  into[base + 3] = radiusM;
  into[base + 4] = opacity;
}

/** Each indoor room has its own share of spots by floor area; heavy gas lies low and rises as it thickens. */
function fillRooms(cloud: CloudFrame, stage: StageView, into: Float32Array): number {
  const rooms = Object.entries(stage.rooms).filter(([, room]) => room.indoor);
  const areas = rooms.map(([, room]) => (room.x[1] - room.x[0]) * (room.y[1] - room.y[0]));
  const total = areas.reduce((sum, area) => sum + area, 0);
  let spot = 0;
  rooms.forEach(([id, room], index) => {
    const share = Math.floor((ROOM_SPOTS * (areas[index] ?? 0)) / total);
    const opacity = Math.min(1, Math.max(0, cloud.rooms[id] ?? 0));
    for (let i = 0; i < share; i++, spot++) {
      const x = room.x[0] + 0.5 + (room.x[1] - room.x[0] - 1) * part(spot, 1);
      const y = room.y[0] + 0.5 + (room.y[1] - room.y[0] - 1) * part(spot, 2);
      const height = part(spot, 3) ** 1.7 * (0.5 + opacity * 1.9);
      const begins = part(spot, 4) * 0.5;
      const shown = Math.min(1, Math.max(0, (opacity - begins * opacity * 0.5) * 1.1));
      setSpot(into, spot, x, y, 0.28 + height, 0.75 + part(spot, 5) * 0.45, opacity > 0.004 ? shown : 0);
    }
  });
  return spot;
}

/** The thickest puffs get the spots; a wide puff gets several, laid over its round. */
function fillPuffs(cloud: CloudFrame, into: Float32Array, first: number): number {
  const puffs = [...cloud.puffs].filter((puff) => puff.opacity > 0.01).sort((a, b) => b.opacity - a.opacity);
  const each = puffs.length === 0 ? 0 : Math.max(1, Math.min(4, Math.floor(PUFF_SPOTS / puffs.length)));
  let spot = first;
  for (const puff of puffs) {
    for (let i = 0; i < each && spot < first + PUFF_SPOTS; i++, spot++) {
      const round = (i / each) * 6.283 + part(spot, 6) * 2;
      const out = each === 1 ? 0 : puff.radiusM * 0.55;
      const z = Math.max(0.3, puff.heightM * (0.3 + 0.4 * part(spot, 7)));
      const radius = Math.min(6, Math.max(0.8, puff.radiusM * 0.75));
      setSpot(into, spot, puff.x + Math.cos(round) * out, puff.y + Math.sin(round) * out, z, radius, puff.opacity);
    }
  }
  return spot;
}

/** A jet leaves the opening, spreads and sinks; liquid sprays denser and farther. */
function fillJets(cloud: CloudFrame, into: Float32Array, first: number): number {
  const each = cloud.jets.length === 0 ? 0 : Math.floor(JET_SPOTS / cloud.jets.length);
  let spot = first;
  for (const jet of cloud.jets) {
    for (let i = 0; i < each; i++, spot++) {
      const along = (i + 0.3) / each;
      const reach = jet.liquid ? 1.5 : 1;
      const x = jet.x + (part(spot, 8) - 0.5) * along * 0.9;
      const y = jet.y - along * reach;
      const z = Math.max(0.15, jet.z - along * along * (jet.liquid ? 0.75 : 0.4));
      setSpot(into, spot, x, y, z, 0.14 + along * 0.42, jet.strength * (1 - along * 0.45));
    }
  }
  return spot;
}

/** How thick the gas is around a place, 0..1: what dims the view of someone standing in it. */
export function hazeAt(cloud: CloudFrame, stage: StageView, x: number, y: number): number {
  for (const id in stage.rooms) {
    const room = stage.rooms[id];
    if (!room?.indoor) continue;
    if (x > room.x[0] && x < room.x[1] && y > room.y[0] && y < room.y[1]) return Math.min(1, cloud.rooms[id] ?? 0);
  }
  let haze = 0;
  for (const puff of cloud.puffs) {
    const far = ((x - puff.x) ** 2 + (y - puff.y) ** 2) / Math.max(0.5, puff.radiusM * puff.radiusM);
    if (far < 4) haze += puff.opacity * Math.exp(-far);
  }
  return Math.min(1, haze);
}
