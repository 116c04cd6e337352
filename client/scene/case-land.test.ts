// The globe is drawn by hand: known cities lie on land, known seas do not, and land is about a third of the earth.
import { expect, test } from "vitest";
import { isLand } from "./case-land.ts";

test.each([
  ["Beijing", 116.4, 39.9],
  ["Moscow", 37.6, 55.8],
  ["New Delhi", 77.2, 28.6],
  ["Madrid", -3.7, 40.4],
  ["Nairobi", 36.8, -1.3],
  ["Denver", -105, 39.7],
  ["Brasilia", -47.9, -15.8],
  ["Alice Springs", 133.9, -23.7],
  ["Taichung", 120.7, 24.1],
  ["Nuuk inland", -48, 66],
])("%s lies on land", (_, longitude, latitude) => expect(isLand(longitude, latitude)).toBe(true));

test.each([
  ["the middle of the Pacific", -150, 0],
  ["the South China Sea", 114, 14],
  ["the Mediterranean", 18, 35],
  ["the Indian Ocean", 80, -20],
  ["the Atlantic", -35, 30],
  ["the Black Sea", 34, 43.3],
  ["Hudson Bay", -86, 60],
])("%s is water", (_, longitude, latitude) => expect(isLand(longitude, latitude)).toBe(false));

test("land covers about 29 % of the earth", () => {
  let [land, all] = [0, 0];
  for (let latitude = -88; latitude <= 88; latitude += 2) {
    for (let longitude = -179; longitude <= 179; longitude += 2) {
      const area = Math.cos((latitude * Math.PI) / 180);
      all += area;
      if (isLand(longitude, latitude)) land += area;
    }
  }
  expect(land / all).toBeGreaterThan(0.25);
  expect(land / all).toBeLessThan(0.33);
});
