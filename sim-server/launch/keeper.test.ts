import { EventEmitter } from "node:events";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

type Around = { now: () => number; say: (line: string) => void; signals: EventEmitter };
const { keepUp } = (await import(join(import.meta.dirname, "keeper.mjs"))) as {
  keepUp: (start: () => Promise<number>, around: Around) => Promise<number>;
};

/** A server that ends with these codes, one after the other, each after so many seconds. */
function serverOf(ends: readonly (readonly [code: number, afterS: number])[]) {
  const clock = { ms: 0 };
  const signals = new EventEmitter();
  const said: string[] = [];
  let starts = 0;
  const start = async (): Promise<number> => {
    const [code, afterS] = ends[starts] ?? [0, 0];
    starts += 1;
    clock.ms += afterS * 1000;
    if (code === 143) signals.emit("SIGTERM");
    return code;
  };
  const kept = keepUp(start, { now: () => clock.ms, say: (line: string) => said.push(line), signals });
  return { kept, said, starts: () => starts, signals };
}

describe("the keeper of the server", () => {
  test("starts a killed server again, and ends with it when it ends well", async () => {
    const { kept, said, starts } = serverOf([
      [137, 3],
      [0, 100],
    ]);
    expect(await kept).toBe(0);
    expect(starts()).toBe(2);
    expect(said).toEqual([expect.stringContaining("starting it again")]);
  });

  test("does not repeat a server that could not begin", async () => {
    const { kept, starts } = serverOf([[1, 2]]);
    expect(await kept).toBe(1);
    expect(starts()).toBe(1);
  });

  test("starts one again that failed after it had long been up", async () => {
    const { kept, starts } = serverOf([
      [1, 600],
      [0, 1],
    ]);
    expect(await kept).toBe(0);
    expect(starts()).toBe(2);
  });

  test("gives up on one that falls five times in a minute", async () => {
    const { kept, said, starts } = serverOf(Array.from({ length: 9 }, () => [139, 2] as const));
    expect(await kept).toBe(139);
    expect(starts()).toBe(5);
    expect(said.at(-1)).toContain("stays down");
  });

  test("lets a server go that was asked to stop, however it ended, and listens to no signal any more", async () => {
    const { kept, starts, signals } = serverOf([[143, 1]]);
    expect(await kept).toBe(143);
    expect(starts()).toBe(1);
    expect(signals.listenerCount("SIGTERM")).toBe(0);
  });
});
