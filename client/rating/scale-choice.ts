// The scale this evaluator reads results on, kept from visit to visit.

const KEPT_AS = "sandtable.scale";

export const keptScale = (): string | null => globalThis.localStorage?.getItem(KEPT_AS) ?? null;

export function keepScale(id: string): void {
  globalThis.localStorage?.setItem(KEPT_AS, id);
}
