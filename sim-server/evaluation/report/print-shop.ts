// Prints reports on a thread of its own, one after the other, so that no live run waits for a page.
import { Worker } from "node:worker_threads";
import type { ReportJob } from "./report-thread.ts";

export type PrintShop = { print(job: ReportJob): Promise<Uint8Array> };
type Reply =
  | { readonly number: number; readonly pdf: Uint8Array }
  | { readonly number: number; readonly problem: string };
type Waiting = { done(pdf: Uint8Array): void; fail(error: Error): void };

/** The thread goes home after this long without work. */
const IDLE_MS = 60_000;

export function openPrintShop(): PrintShop {
  let worker: Worker | undefined;
  let last = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Map<number, Waiting>();

  function failAll(error: Error): void {
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
    worker = undefined;
  }

  function hired(): Worker {
    if (worker) return worker;
    const made = new Worker(new URL("./report-thread.ts", import.meta.url));
    made.unref();
    made.on("message", (reply: Reply) => {
      const one = waiting.get(reply.number);
      waiting.delete(reply.number);
      if ("pdf" in reply) one?.done(reply.pdf);
      else one?.fail(new Error(reply.problem));
      clearTimeout(idle);
      if (waiting.size === 0) idle = setTimeout(() => void made.terminate(), IDLE_MS).unref();
    });
    made.on("error", (error) => failAll(error instanceof Error ? error : new Error(String(error))));
    made.on("exit", (code) => {
      if (worker === made) failAll(new Error(`the printing thread ended with code ${code}`));
    });
    worker = made;
    return made;
  }

  return {
    print: (job) =>
      new Promise((done, fail) => {
        clearTimeout(idle);
        last += 1;
        waiting.set(last, { done, fail });
        hired().postMessage({ number: last, job });
      }),
  };
}
