// A baking thread: lights the run of texels it is told to, pass by pass.
import { parentPort, workerData } from "node:worker_threads";
import { type BakeJob, lighter } from "./bake-job.ts";

if (!parentPort) throw new Error("the baking thread is started by bake.ts, not by hand");
const port = parentPort;
const light = lighter(workerData as BakeJob);
port.on("message", ({ from, to, pass }: { from: number; to: number; pass: number }) => {
  for (let i = from; i < to; i++) light(i, pass);
  port.postMessage(to - from);
});
