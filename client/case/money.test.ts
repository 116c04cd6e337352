// Money is read by people of two languages: 亿 and 万 here, bn and m there, and no digit is ever lost.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fullMoney, percent, shortMoney } from "./money.ts";

test("large amounts take each language's own units", () => {
  expect(shortMoney("60000000", "zh")).toBe("6,000万");
  expect(shortMoney("60000000", "en")).toBe("60 m");
  expect(shortMoney("104796000", "zh")).toBe("1.05亿");
  expect(shortMoney("1047960000", "en")).toBe("1.05 bn");
  expect(shortMoney("212400", "zh")).toBe("21.2万");
  expect(shortMoney("-5000000", "en")).toBe("−5 m");
  expect(shortMoney("0", "zh")).toBe("0");
});

test("the full amount has every digit of the text it came from", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (value) => {
      const text = fullMoney(value.toString());
      expect(BigInt(text.replaceAll(",", "").replace("−", "-"))).toBe(value);
    }),
  );
  expect(fullMoney("309395.34")).toBe("309,395.34");
});

test("a share is told in per cent", () => {
  expect(percent("0.1")).toBe("10%");
  expect(percent("0.1716")).toBe("17.16%");
  expect(percent("1")).toBe("100%");
  expect(percent(null)).toBe("–");
});
