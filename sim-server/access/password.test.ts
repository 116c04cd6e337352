import { describe, expect, test } from "vitest";
import { hashPassword, passwordMatches, weakness } from "./password.ts";

describe("a kept password", () => {
  test("is in the form, and gives the result, of the argon2 reference implementation's own test", async () => {
    // github.com/P-H-C/phc-winner-argon2, src/test.c: argon2id, v=19, "password", "somesalt".
    const tag = Buffer.from("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7", "hex");
    const kept = `$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$${tag.toString("base64").replace("=", "")}`;
    expect(await passwordMatches("password", kept)).toBe(true);
    expect(await passwordMatches("Password", kept)).toBe(false);
  });

  test("is salted, names its parameters, and matches only itself", async () => {
    const [kept, again] = await Promise.all([hashPassword("正确的马 battery"), hashPassword("正确的马 battery")]);
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[^$]{22}\$[^$]{43}$/);
    expect(again).not.toBe(kept);
    expect(await passwordMatches("正确的马 battery", kept)).toBe(true);
    expect(await passwordMatches("正确的马 batterz", kept)).toBe(false);
  });

  test("matches whichever way the keyboard composes its accents", async () => {
    const kept = await hashPassword("caf\u00e9 au lait!");
    expect(await passwordMatches("cafe\u0301 au lait!", kept)).toBe(true);
  });

  test("of nobody never matches, but takes as long to say so", async () => {
    const kept = await hashPassword("right horse battery");
    const timed = async (against: string | undefined) => {
      const startedMs = performance.now();
      expect(await passwordMatches("wrong horse battery", against)).toBe(false);
      return performance.now() - startedMs;
    };
    const somebody = Math.min(await timed(kept), await timed(kept), await timed(kept));
    const nobody = Math.min(await timed(undefined), await timed(undefined), await timed(undefined));
    expect(nobody / somebody).toBeGreaterThan(0.4);
    expect(nobody / somebody).toBeLessThan(2.5);
  });
});

describe("a new password", () => {
  test.each([
    ["short", "too-short"],
    ["九个汉字不够长的呀", "too-short"],
    ["aaaaaaaaaaaa", "too-plain"],
    ["12345678901234", "too-plain"],
    ["abcdefghijklm", "too-plain"],
    ["Password123456", "too-common"],
    ["li.ming-2026!", "contains-name"],
  ])("%s is refused as %s", (password, why) => {
    expect(weakness(password, "li.ming")).toBe(why);
  });

  test.each(["right horse battery", "十个汉字已经够长可以了", "k7#vQ2!mXz"])("%s is taken", (password) => {
    expect(weakness(password, "li.ming")).toBeUndefined();
  });
});
