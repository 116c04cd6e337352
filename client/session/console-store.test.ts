// The console's log has every entry once and in order, however often it is sent.
import { expect, test } from "vitest";
import type { LogEntry } from "../../sim-server/protocol/views.ts";
import { extended } from "./console-store.ts";

const entry = (seq: number): LogEntry => ({ seq, tick: seq, by: "room", kind: "paused", of: "", detail: {} });

test("a log sent whole again after a reconnect adds only what is new", () => {
  const first = extended([], [entry(1), entry(2)]);
  const again = extended(first, [entry(1), entry(2), entry(3)]);
  expect(again.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(extended(again, [entry(2)])).toBe(again);
});
