import { describe, expect, test } from "vitest";
import {
  SALT_ROWS,
  type SaltFindings,
  START_ROWS,
  type StartFindings,
  type StartTag,
  saltOrder,
  saltTag,
  startTag,
} from "./triage.ts";

const lies: StartFindings = {
  walks: false,
  breathes: true,
  breathesOnceOpened: false,
  respirationPerMin: 20,
  hasRadialPulse: true,
  capillaryRefillS: 1.5,
  obeys: true,
};

describe("START", () => {
  test.each<[string, Partial<StartFindings>, StartTag]>([
    ["walks", { walks: true }, "green"],
    ["no-breath", { breathes: false, respirationPerMin: 0 }, "black"],
    ["breath-once-opened", { breathes: false, breathesOnceOpened: true, respirationPerMin: 0 }, "red"],
    ["breathes-fast", { respirationPerMin: 31 }, "red"],
    ["poor-perfusion", { hasRadialPulse: false }, "red"],
    ["poor-perfusion", { capillaryRefillS: 2.1 }, "red"],
    ["does-not-obey", { obeys: false }, "red"],
    ["can-wait", {}, "yellow"],
  ])("row %s decides", (row, change, tag) => {
    expect(startTag({ ...lies, ...change })).toEqual({ tag, row });
  });

  test("the limits themselves are still good: thirty breaths and two seconds of refill", () => {
    expect(startTag({ ...lies, respirationPerMin: 30, capillaryRefillS: 2 }).tag).toBe("yellow");
  });

  test("every combination of findings gets the tag that the published flow chart leads to", () => {
    // The chart read as questions, one after the other, instead of as a table.
    const chart = (of: StartFindings): StartTag => {
      if (of.walks) return "green";
      if (!of.breathes) return of.breathesOnceOpened ? "red" : "black";
      if (of.respirationPerMin > 30) return "red";
      const perfused = of.hasRadialPulse && of.capillaryRefillS <= 2;
      return perfused && of.obeys ? "yellow" : "red";
    };
    let cases = 0;
    for (let bits = 0; bits < 128; bits += 1) {
      const bit = (at: number): boolean => ((bits >> at) & 1) === 1;
      const of: StartFindings = {
        walks: bit(0),
        breathes: bit(1),
        breathesOnceOpened: bit(2),
        respirationPerMin: bit(3) ? 36 : 18,
        hasRadialPulse: bit(4),
        capillaryRefillS: bit(5) ? 3 : 1,
        obeys: bit(6),
      };
      expect(startTag(of).tag).toBe(chart(of));
      cases += 1;
    }
    expect(cases).toBe(128);
    expect(new Set(START_ROWS.map(({ id }) => id)).size).toBe(START_ROWS.length);
  });
});

describe("SALT", () => {
  const stable: SaltFindings = {
    breathes: true,
    obeysOrActsWithPurpose: true,
    hasPeripheralPulse: true,
    isInRespiratoryDistress: false,
    isBleedingControlled: true,
    hasMinorInjuriesOnly: false,
    isLikelyToSurvive: true,
  };

  test.each<[string, Partial<SaltFindings>, string]>([
    ["no-breath", { breathes: false }, "dead"],
    ["stable-minor", { hasMinorInjuriesOnly: true }, "minimal"],
    ["stable", {}, "delayed"],
    ["can-be-saved", { obeysOrActsWithPurpose: false }, "immediate"],
    ["can-be-saved", { hasPeripheralPulse: false }, "immediate"],
    ["can-be-saved", { isInRespiratoryDistress: true }, "immediate"],
    ["can-be-saved", { isBleedingControlled: false }, "immediate"],
    ["beyond-means", { isBleedingControlled: false, isLikelyToSurvive: false }, "expectant"],
  ])("row %s decides", (row, change, tag) => {
    expect(saltTag({ ...stable, ...change })).toEqual({ tag, row });
  });

  test("every combination of findings gets the category that the published chart leads to", () => {
    for (let bits = 0; bits < 128; bits += 1) {
      const bit = (at: number): boolean => ((bits >> at) & 1) === 1;
      const of: SaltFindings = {
        breathes: bit(0),
        obeysOrActsWithPurpose: bit(1),
        hasPeripheralPulse: bit(2),
        isInRespiratoryDistress: bit(3),
        isBleedingControlled: bit(4),
        hasMinorInjuriesOnly: bit(5),
        isLikelyToSurvive: bit(6),
      };
      const allYes = bit(1) && bit(2) && !bit(3) && bit(4);
      const chart = !bit(0) ? "dead" : allYes ? (bit(5) ? "minimal" : "delayed") : bit(6) ? "immediate" : "expectant";
      expect(saltTag(of).tag).toBe(chart);
    }
    expect(new Set(SALT_ROWS.map(({ tag }) => tag)).size).toBe(5);
  });

  test("the first look sends one to the still ones first and to the walkers last", () => {
    expect([saltOrder("still-or-obvious-threat"), saltOrder("waves"), saltOrder("walks")]).toEqual([1, 2, 3]);
  });
});
