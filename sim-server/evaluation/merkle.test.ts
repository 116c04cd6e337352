import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consistencyProof, type Hash, inclusionProof, isConsistent, isIncluded, leafHash, rootOf } from "./merkle.ts";

// Inputs and roots of the Certificate Transparency project's reference tree, published with RFC 6962's implementation.
const INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const leaves = INPUTS.map((hex) => leafHash(Buffer.from(hex, "hex")));
const some = (count: number): Hash[] =>
  Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));

describe("the tree of RFC 6962", () => {
  test("has the published roots", () => {
    expect(rootOf([]).toString("hex")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(ROOTS.map((_, index) => rootOf(leaves.slice(0, index + 1)).toString("hex"))).toEqual(ROOTS);
  });

  test("proves every leaf of every size, and nothing else by the same proof", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (size, a, b) => {
        const all = some(size);
        const [index, other] = [a % size, b % size];
        const proof = inclusionProof(all, index);
        const root = rootOf(all);
        const at = { leaf: all[index] as Hash, index, size, proof, root };
        expect(isIncluded(at)).toBe(true);
        if (other !== index) expect(isIncluded({ ...at, leaf: all[other] as Hash })).toBe(false);
        if (other !== index) expect(isIncluded({ ...at, index: other })).toBe(false);
        expect(isIncluded({ ...at, proof: [...proof, root] })).toBe(false);
        if (proof.length > 0) expect(isIncluded({ ...at, proof: proof.slice(1) })).toBe(false);
      }),
    );
  });

  test("believes no empty root or leaf", () => {
    const nothing = Buffer.alloc(0);
    expect(isIncluded({ leaf: nothing, index: 0, size: 1, proof: [], root: nothing })).toBe(false);
  });

  test("proves that a log only grew, and never a log whose past was changed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (size2, a, b) => {
        const all = some(size2);
        const size1 = (a % size2) + 1;
        const root1 = rootOf(all.slice(0, size1));
        const proof = consistencyProof(all, size1);
        expect(isConsistent({ size1, size2, root1, root2: rootOf(all), proof })).toBe(true);
        const changed = all.with(b % size1, leafHash(Buffer.from("another past")));
        const proofOfChanged = consistencyProof(changed, size1);
        for (const tried of [proof, proofOfChanged])
          expect(isConsistent({ size1, size2, root1, root2: rootOf(changed), proof: tried })).toBe(false);
      }),
    );
  });
});
