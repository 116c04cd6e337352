// The Merkle tree of RFC 6962 and its proofs (RFC 9162, 2.1): that a leaf is in a log, that a log only grew.
import { createHash } from "node:crypto";

export type Hash = Buffer;

const HASH_BYTES = 32;
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const sha256 = (...parts: readonly Buffer[]): Hash =>
  parts.reduce((digest, part) => digest.update(part), createHash("sha256")).digest();

/** Leaves and nodes are hashed apart, so that no node can pass for a leaf. */
export const leafHash = (data: Buffer): Hash => sha256(LEAF, data);
const nodeHash = (left: Hash, right: Hash): Hash => sha256(NODE, left, right);

/** Root over leaf hashes; that of an empty log is the hash of nothing. */
export function rootOf(leaves: readonly Hash[]): Hash {
  const [first] = leaves;
  if (first === undefined) return sha256();
  if (leaves.length === 1) return first;
  const split = largestPowerBelow(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The neighbours a verifier needs to climb from leaf `index` to the root, lowest first. */
export function inclusionProof(leaves: readonly Hash[], index: number): readonly Hash[] {
  if (index < 0 || index >= leaves.length) throw new RangeError(`no leaf ${index} in a log of ${leaves.length}`);
  if (leaves.length === 1) return [];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionProof(left, index), rootOf(right)]
    : [...inclusionProof(right, index - split), rootOf(left)];
}

/** What shows that the log of `size` leaves is the beginning of this one. */
export function consistencyProof(leaves: readonly Hash[], size: number): readonly Hash[] {
  if (size < 1 || size > leaves.length) throw new RangeError(`a log of ${leaves.length} never had ${size} leaves`);
  return size === leaves.length ? [] : subproof(leaves, size, true);
}

/** `whole`: the older log's root is known to the verifier and need not be sent. */
function subproof(leaves: readonly Hash[], size: number, whole: boolean): readonly Hash[] {
  if (size === leaves.length) return whole ? [] : [rootOf(leaves)];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return size <= split
    ? [...subproof(left, size, whole), rootOf(right)]
    : [...subproof(right, size - split, false), rootOf(left)];
}

type Inclusion = {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Hash[];
  readonly root: Hash;
};

/** RFC 9162, 2.1.3.2. */
export function isIncluded({ leaf, index, size, proof, root }: Inclusion): boolean {
  if (index < 0 || index >= size || leaf.length !== HASH_BYTES) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const neighbour of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(neighbour, hash);
      [at, last] = climbed(at, last);
    } else hash = nodeHash(hash, neighbour);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash.equals(root);
}

type Consistency = {
  readonly size1: number;
  readonly size2: number;
  readonly root1: Hash;
  readonly root2: Hash;
  readonly proof: readonly Hash[];
};

/** RFC 9162, 2.1.4.2; of the empty log nothing can be shown, so it is refused. */
export function isConsistent({ size1, size2, root1, root2, proof }: Consistency): boolean {
  if (size1 < 1 || size1 > size2) return false;
  if (size1 === size2) return proof.length === 0 && root1.equals(root2);
  const isPower = 2 ** Math.floor(Math.log2(size1)) === size1;
  const [first, ...rest] = isPower ? [root1, ...proof] : proof;
  if (first === undefined) return false;
  let [at, last] = [size1 - 1, size2 - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [older, newer] = [first, first];
  for (const neighbour of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      older = nodeHash(neighbour, older);
      newer = nodeHash(neighbour, newer);
      [at, last] = climbed(at, last);
    } else newer = nodeHash(newer, neighbour);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && older.equals(root1) && newer.equals(root2);
}

const half = (value: number): number => Math.floor(value / 2);

/** A right edge without a neighbour of its own rises until it has one. */
function climbed(at: number, last: number): [number, number] {
  let [low, high] = [at, last];
  while (low % 2 === 0 && low !== 0) [low, high] = [half(low), half(high)];
  return [low, high];
}
