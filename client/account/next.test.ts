// Signing in never leads to another site.
import { expect, test } from "vitest";
import { loginFor, nextAfterLogin } from "./next.ts";

test("signing in returns to the page that asked for it", () => {
  for (const path of ["/desk", "/desk/r-12", "/console/r-12", "/office/records", "/people/%E6%9D%8E%E6%95%8F/north"]) {
    expect(nextAfterLogin(new URL(loginFor(path), "http://host").search)).toBe(path);
  }
});

test.each([
  "?next=//evil.example/console",
  "?next=https://evil.example",
  "?next=/console/../api",
  "?next=javascript:1",
  "",
])("%s leads to the console", (search) => {
  expect(nextAfterLogin(search)).toBe("/console");
});
