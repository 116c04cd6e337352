// Taking casualties to hospital: ambulances that are away while they drive, and places that fill up.
import { type Casualty, treat } from "./casualty.ts";

type Hospital = {
  readonly id: string;
  readonly driveS: number;
  /** Places left for those who need surgery or intensive care, and for all others. */
  redPlaces: number;
  otherPlaces: number;
  /** Takes casualties whose clothes and skin still carry the poison. */
  readonly takesSoiled: boolean;
  readonly received: string[];
};
export type Ambulance = {
  readonly id: string;
  readonly lying: number;
  readonly sitting: number;
  /** "waiting" at the scene, else on the way to the hospital, in it or back. */
  state: "coming" | "waiting" | "driving" | "handing-over" | "returning";
  untilTick: number;
  hospital: string;
  aboard: string[];
};
export type Transport = { readonly hospitals: Hospital[]; readonly ambulances: Ambulance[] };
/** Who is taken, as what, and whether lying down. */
export type Passenger = { readonly casualty: Casualty; readonly isRed: boolean; readonly lies: boolean };
export type TransportRefusal =
  | "ambulance-away"
  | "no-such-hospital"
  | "too-many-aboard"
  | "hospital-full"
  | "not-decontaminated"
  | "already-taken"
  | "dead";
export type TransportEvent = {
  readonly kind: "arrived-at-scene" | "arrived-at-hospital" | "back-at-scene";
  readonly ambulance: string;
  readonly hospital: string;
  readonly casualties: readonly string[];
};

/** Handing casualties over at the door of the hospital, s (assumption: ten minutes). */
const HAND_OVER_S = 600;
/** Ticks of a second. */
const TICKS = 10;

export const openAmbulance = (id: string, arrivesS: number, lying = 1, sitting = 1): Ambulance => ({
  id,
  lying,
  sitting,
  state: arrivesS > 0 ? "coming" : "waiting",
  untilTick: Math.round(arrivesS * TICKS),
  hospital: "",
  aboard: [],
});

/** Sends an ambulance off, or says why not; the places are taken from the moment it leaves. */
export function sendToHospital(
  transport: Transport,
  tick: number,
  ambulanceId: string,
  hospitalId: string,
  passengers: readonly Passenger[],
): TransportRefusal | null {
  const ambulance = transport.ambulances.find(({ id }) => id === ambulanceId);
  if (ambulance?.state !== "waiting") return "ambulance-away";
  const hospital = transport.hospitals.find(({ id }) => id === hospitalId);
  if (!hospital) return "no-such-hospital";
  const lying = passengers.filter(({ lies }) => lies).length;
  if (passengers.length === 0 || lying > ambulance.lying || passengers.length - lying > ambulance.sitting)
    return "too-many-aboard";
  const red = passengers.filter(({ isRed }) => isRed).length;
  if (red > hospital.redPlaces || passengers.length - red > hospital.otherPlaces) return "hospital-full";
  for (const { casualty } of passengers) {
    if (casualty.diedTick >= 0) return "dead";
    if (casualty.soiledPerMin > 0 && !casualty.treated.decontamination && !hospital.takesSoiled)
      return "not-decontaminated";
    if (isTaken(transport, casualty.id)) return "already-taken";
  }
  hospital.redPlaces -= red;
  hospital.otherPlaces -= passengers.length - red;
  ambulance.state = "driving";
  ambulance.hospital = hospitalId;
  ambulance.untilTick = tick + Math.round(hospital.driveS * TICKS);
  ambulance.aboard = passengers.map(({ casualty }) => casualty.id);
  return null;
}

const isTaken = (transport: Transport, casualty: string): boolean =>
  transport.ambulances.some(({ aboard }) => aboard.includes(casualty)) ||
  transport.hospitals.some(({ received }) => received.includes(casualty));

/** One tick for all ambulances. At the hospital a casualty gets everything treatment can give. */
export function stepTransport(
  transport: Transport,
  tick: number,
  casualtyOf: (id: string) => Casualty | undefined,
): TransportEvent[] {
  const events: TransportEvent[] = [];
  for (const ambulance of transport.ambulances) {
    if (tick < ambulance.untilTick) continue;
    const hospital = transport.hospitals.find(({ id }) => id === ambulance.hospital);
    const say = (kind: TransportEvent["kind"]): void => {
      events.push({ kind, ambulance: ambulance.id, hospital: ambulance.hospital, casualties: [...ambulance.aboard] });
    };
    switch (ambulance.state) {
      case "waiting":
        break;
      case "coming":
        ambulance.state = "waiting";
        say("arrived-at-scene");
        break;
      case "driving":
        ambulance.state = "handing-over";
        ambulance.untilTick = tick + HAND_OVER_S * TICKS;
        say("arrived-at-hospital");
        for (const id of ambulance.aboard) {
          hospital?.received.push(id);
          const casualty = casualtyOf(id);
          if (casualty) careFor(casualty);
        }
        ambulance.aboard = [];
        break;
      case "handing-over":
        ambulance.state = "returning";
        ambulance.untilTick = tick + Math.round((hospital?.driveS ?? 0) * TICKS);
        break;
      case "returning":
        ambulance.state = "waiting";
        say("back-at-scene");
        ambulance.hospital = "";
        break;
    }
  }
  return events;
}

/** Surgery and intensive care: what goes on by itself is stopped (assumption: at once, on arrival). */
function careFor(casualty: Casualty): void {
  for (const treatment of ["airway", "bleeding", "oxygen", "chest-decompression", "decontamination"] as const)
    treat(casualty, treatment);
  if (casualty.diedTick >= 0) return;
  casualty.bleedingPerMin = 0;
  casualty.lungPerMin = 0;
}
