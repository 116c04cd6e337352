// Hands a job of replaying to a thread of its own, so that no live run waits for it.
import { Worker } from "node:worker_threads";
import type { BranchAnswer, BranchJob } from "./branch-thread.ts";

export function branchApart(job: BranchJob): Promise<BranchAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./branch-thread.ts", import.meta.url), { workerData: job });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the thread of a replay ended with code ${code}`)));
  });
}
