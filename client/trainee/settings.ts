// What a trainee has set for comfort on this device: kept from run to run.
import { create } from "zustand";

export type Settings = {
  readonly textSize: "normal" | "large" | "largest";
  readonly seated: boolean;
  readonly turn: "snap" | "smooth";
  readonly hand: "left" | "right";
  /** 0 to 1. */
  readonly volume: number;
};

const KEPT_AS = "sandtable.comfort";
const USUAL: Settings = { textSize: "normal", seated: false, turn: "snap", hand: "right", volume: 0.7 };

export const TEXT_SCALE: Readonly<Record<Settings["textSize"], number>> = { normal: 1, large: 1.2, largest: 1.45 };

function kept(): Settings {
  const written = globalThis.localStorage?.getItem(KEPT_AS);
  if (!written) return USUAL;
  const read = JSON.parse(written) as Partial<Settings>;
  return { ...USUAL, ...read };
}

export const useSettings = create<Settings>(() => kept());

export function change(part: Partial<Settings>): void {
  useSettings.setState(part);
  globalThis.localStorage?.setItem(KEPT_AS, JSON.stringify(useSettings.getState()));
}
