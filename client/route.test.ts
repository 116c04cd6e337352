// Every address of the product means one page.
import { expect, test } from "vitest";
import { routeOf } from "./route.ts";

test.each([
  ["/", { page: "lobby", code: null }],
  ["/join/482913", { page: "lobby", code: "482913" }],
  ["/play/r-1", { page: "play", runId: "r-1" }],
  ["/console", { page: "runs" }],
  ["/console/r-1/", { page: "console", runId: "r-1" }],
  ["/desk", { page: "desk" }],
  ["/desk/a%20b", { page: "review", runId: "a b" }],
  ["/ratings/r-1", { page: "ratings", runId: "r-1" }],
  ["/what-if/r-1", { page: "what-if", runId: "r-1" }],
  ["/compare/r-1,r-2", { page: "compare", runIds: ["r-1", "r-2"] }],
  ["/rate", { page: "rate" }],
  ["/setup", { page: "setup" }],
  ["/login", { page: "login" }],
  ["/console/a/b", { page: "unknown" }],
  ["/admin", { page: "unknown" }],
])("%s is its page", (path, route) => {
  expect(routeOf(path)).toEqual(route);
});
