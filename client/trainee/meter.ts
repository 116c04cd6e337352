// The four readings of a worn four-gas instrument as words: what each cell shows, and which of them alarms.
import type { SelfView } from "../../sim-server/protocol/views.ts";
import { word } from "./words.ts";

type Meter = NonNullable<SelfView["meter"]>;
type MeterCell = { readonly id: string; readonly label: string; readonly value: string; readonly isAlarming: boolean };

/** Oxygen, flammable gas, hydrogen sulfide, carbon monoxide: the order in which they are to be read. */
export function meterCells(meter: Meter): MeterCell[] {
  const cell = (id: string, label: string, shows: number, unit: string, isAlarming: boolean): MeterCell => {
    const over = meter.over.includes(id);
    return { id, label, value: over ? word("hud.over") : `${shows}${unit}`, isAlarming: isAlarming || over };
  };
  const { oxygenPercent, lelPercent, h2sPpm, coPpm } = meter;
  return [
    cell("oxygen", "O₂", oxygenPercent, "%", oxygenPercent < 19.5 || oxygenPercent > 23.5),
    cell("explosive", "LEL", lelPercent, "%", lelPercent >= 10),
    cell("hydrogen-sulfide", "H₂S", h2sPpm, " ppm", h2sPpm >= 10),
    cell("carbon-monoxide", "CO", coPpm, " ppm", coPpm >= 35),
  ];
}
