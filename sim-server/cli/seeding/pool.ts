// Threads that rehearse drills side by side; results come back as they are done.
import { Worker } from "node:worker_threads";
import type { Rehearsal, RehearsalTask } from "./rehearsal.ts";

export type Pool = { play(task: RehearsalTask): Promise<Rehearsal>; close(): Promise<void> };
type Scenario = { readonly files: Readonly<Record<string, string>>; readonly sha256: string };

export function openPool(threads: number, scenarios: readonly Scenario[]): Pool {
  const waiting = new Map<number, { done(rehearsal: Rehearsal): void; fail(error: unknown): void }>();
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(new URL("./rehearsal.ts", import.meta.url));
    for (const { files, sha256 } of scenarios) worker.postMessage({ files, sha256 });
    worker.on("message", (rehearsal: Rehearsal) => {
      waiting.get(rehearsal.number)?.done(rehearsal);
      waiting.delete(rehearsal.number);
    });
    worker.on("error", (error) => {
      for (const { fail } of waiting.values()) fail(error);
    });
    return worker;
  });
  let turn = 0;
  return {
    play: (task) =>
      new Promise((done, fail) => {
        waiting.set(task.number, { done, fail });
        workers[turn++ % workers.length]?.postMessage(task);
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
