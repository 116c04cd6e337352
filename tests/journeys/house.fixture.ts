// The house of one journey: a real server with its staff for as long as a test file lasts, on data of its own.
import { afterAll, beforeAll } from "vitest";
import { forget, freshDataDir, type ServerProcess, type Staff, staff, startServer } from "./server.fixture.ts";

export type House = {
  readonly server: ServerProcess;
  readonly people: Staff;
  /** Ends the server and starts it again on the same data. */
  again(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
};

/** To be called at the top of a test file; what it gives is there from the first test on. */
export function openHouse(port: number): House {
  const dataDir = freshDataDir();
  let server: ServerProcess | undefined;
  let people: Staff | undefined;
  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error("the house stands only while its tests run");
    return thing;
  };
  beforeAll(async () => {
    server = await startServer(port, dataDir);
    people = await staff(server);
  }, 60_000);
  afterAll(async () => {
    await server?.end("SIGTERM");
    forget(dataDir);
  });
  return {
    get server() {
      return there(server);
    },
    get people() {
      return there(people);
    },
    again: async (signal) => {
      await there(server).end(signal);
      server = await startServer(port, dataDir);
    },
  };
}
