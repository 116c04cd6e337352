// Measures the record store over HTTP, every answer durable: statements a second singly, side by side and in batches.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const SERVE = join(import.meta.dirname, "..", "..", "sim-server", "evaluation", "lrs", "serve.ts");
const MEASURED_MS = 4000;
const BATCH = 50;

/** Rows for the bench's table: what was measured and the rate. */
export async function lrsRows(): Promise<[string, string][]> {
  const folder = mkdtempSync(join(tmpdir(), "sandtable-bench-lrs-"));
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [SERVE, "--data", folder, "--port", String(port), "--new-credential", "bench"],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  try {
    const [line] = (await once(createInterface(child.stdout), "line")) as [string];
    await once(createInterface(child.stderr), "line");
    const { key, secret } = JSON.parse(line) as { key: string; secret: string };
    const post = (statements: number): Promise<void> => send(port, `${key}:${secret}`, statements);
    await perSecond(1, 500, () => post(BATCH)); // Warms both sides up.
    const alone = await perSecond(1, MEASURED_MS, () => post(1));
    const beside = await perSecond(16, MEASURED_MS, () => post(1));
    const batched = await perSecond(1, MEASURED_MS, () => post(BATCH));
    const batchedBeside = await perSecond(4, MEASURED_MS, () => post(BATCH));
    return [
      ["record store, one statement a request, one client", `${Math.round(alone)} statements/s`],
      ["record store, one statement a request, 16 clients", `${Math.round(beside)} statements/s`],
      [`record store, ${BATCH} statements a request, one client`, `${Math.round(batched * BATCH)} statements/s`],
      [`record store, ${BATCH} statements a request, 4 clients`, `${Math.round(batchedBeside * BATCH)} statements/s`],
    ];
  } finally {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

async function perSecond(clients: number, forMs: number, work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  let done = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - startedMs < forMs) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (done / (performance.now() - startedMs)) * 1000;
}

async function send(port: number, credential: string, count: number): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/xapi/statements`, {
    method: "POST",
    headers: {
      Authorization: `Basic ${Buffer.from(credential).toString("base64")}`,
      "Content-Type": "application/json",
      "X-Experience-API-Version": "2.0.0",
    },
    body: JSON.stringify(Array.from({ length: count }, statement)),
  });
  if (!response.ok) throw new Error(`the record store answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

/** About as long and as linked as a statement of a drill. */
function statement() {
  const home = "https://sandtable.example/people";
  return {
    id: randomUUID(),
    actor: { objectType: "Agent", account: { homePage: home, name: `person-${Math.floor(Math.random() * 300)}` } },
    verb: { id: "http://adlnet.gov/expapi/verbs/completed", display: { "zh-CN": "完成", "en-US": "completed" } },
    object: {
      objectType: "Activity",
      id: `https://sandtable.example/tasks/${Math.floor(Math.random() * 20)}`,
      definition: {
        type: "http://id.tincanapi.com/activitytype/step",
        name: { "zh-CN": "关闭阀门", "en-US": "Close the valve" },
      },
    },
    result: { completion: true, success: true, duration: "PT4M10.5S", score: { scaled: 0.8, raw: 8, min: 0, max: 10 } },
    context: {
      registration: randomUUID(),
      platform: "Sandtable",
      language: "zh-CN",
      contextActivities: {
        parent: [{ id: "https://sandtable.example/scenarios/chlorine-station" }],
        category: [{ id: "https://sandtable.example/profile/v1" }],
      },
    },
    timestamp: new Date().toISOString(),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
