// Two installations for tests of delivery: ours with its outbox, and a record store behind HTTP that can be made ill.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "../../store/open-store.ts";
import { createCredential } from "../lrs/credential.ts";
import { openLrs } from "../lrs/lrs.ts";

/** What the store does with a request before, or instead of, answering it rightly. */
export type Illness = "none" | "down" | "busy" | "broken" | "picky" | "dies-after" | "slow";
export type IllStore = {
  readonly endpoint: string;
  readonly authorization: string;
  readonly store: Store;
  /** Asked for every request. */
  ill: () => Illness;
  close(): Promise<void>;
};

export async function openFolderStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), "sandtable-xapi-"));
  const store = await openStore(folder);
  return {
    ...store,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const SLOW_MS = 400;

export async function openIllStore(port: number): Promise<IllStore> {
  const store = await openFolderStore();
  const lrs = openLrs(store.db);
  const made = await createCredential(store.db, { label: "sender", scopes: ["all"], nowMs: 0 });
  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => response.destroy(error as Error));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refuse = (status: number, headers: Record<string, string> = {}): void => {
      request.resume();
      response.writeHead(status, headers).end(`ill: ${status}`);
    };
    request.url = (request.url ?? "").replace("/xapi", "");
    switch (request.method === "POST" ? own.ill() : "none") {
      case "down":
        return void request.socket.destroy();
      case "busy":
        return refuse(429, { "Retry-After": "7" });
      case "broken":
        return refuse(500);
      case "picky":
        return refuse(400);
      case "slow":
        await new Promise((done) => setTimeout(done, SLOW_MS));
        break;
      case "dies-after": {
        // The store keeps the batch and dies before it can say so.
        const end = response.end.bind(response);
        response.writeHead = () => response;
        response.end = () => {
          request.socket.destroy();
          return end();
        };
        break;
      }
      case "none":
    }
    await lrs.serve(request, response, "/xapi");
  }

  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const at = typeof address === "object" && address ? address.port : port;
  const own: IllStore = {
    endpoint: `http://127.0.0.1:${at}/xapi`,
    authorization: `Basic ${Buffer.from(`${made.credential.id}:${made.secret}`).toString("base64")}`,
    store,
    ill: () => "none",
    close: async () => {
      server.closeAllConnections();
      server.close();
      await store.close();
    },
  };
  return own;
}
