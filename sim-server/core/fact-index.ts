// The facts of a run in order, with the look-ups conditions need: by kind, and first time by kind and subject.
import type { Fact, FactKind } from "../../scenarios/format/facts.ts";

export type FactIndex = {
  all: Fact[];
  byKind: Map<FactKind, Fact[]>;
  /** The same facts as CEL maps, made when they come in. */
  cel: Map<FactKind, Map<string, string | number | boolean>[]>;
  first: Map<string, Fact>;
};

export const openIndex = (): FactIndex => ({ all: [], byKind: new Map(), cel: new Map(), first: new Map() });

/** A state digest over text: two 32-bit FNV-style words, cheap and order-dependent. */
function digest(words: [number, number], text: string): void {
  let [a, b] = words;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
  }
  words[0] = a | 0;
  words[1] = b | 0;
}

export function addFact(index: FactIndex, fact: Fact, tally?: { count: number; digest: [number, number] }): void {
  index.all.push(fact);
  const same = index.byKind.get(fact.kind);
  if (same) same.push(fact);
  else index.byKind.set(fact.kind, [fact]);
  const map = new Map<string, string | number | boolean>(Object.entries(fact));
  map.set("at", fact.tick / 10);
  const maps = index.cel.get(fact.kind);
  if (maps) maps.push(map);
  else index.cel.set(fact.kind, [map]);
  const key = `${fact.kind}|${fact.of}`;
  if (!index.first.has(key)) index.first.set(key, fact);
  if (tally) {
    tally.count += 1;
    digest(tally.digest, JSON.stringify(fact));
  }
}

export function indexFacts(facts: readonly Fact[]): FactIndex {
  const index = openIndex();
  for (const fact of facts) addFact(index, fact);
  return index;
}

/** Tick of the first fact of a kind about something, or undefined. */
export const firstTick = (index: FactIndex, kind: FactKind, of: string): number | undefined =>
  index.first.get(`${kind}|${of}`)?.tick;
