// A plain pipe before the server that keeps every byte coming down to one client.
import { connect, createServer } from "node:net";

export type Pipe = { bytes(): Buffer; close(): void };

export async function openPipe(port: number, toPort: number): Promise<Pipe> {
  const parts: Buffer[] = [];
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((client) => {
    const up = connect(toPort, "127.0.0.1");
    sockets.add(client).add(up);
    client.on("data", (part) => up.write(part));
    up.on("data", (part) => {
      parts.push(part);
      client.write(part);
    });
    const end = (): void => {
      client.destroy();
      up.destroy();
    };
    for (const socket of [client, up]) socket.on("close", end).on("error", end);
  });
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  return {
    bytes: () => Buffer.concat(parts),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
