import { X509Certificate } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer, get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LanCertificates, lanCertificates } from "./certificate.ts";
import { certificateRoute } from "./certificate-route.ts";

const DAY_MS = 86_400_000;
const LAN = "192.168.1.20";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandtable-tls-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const serverOf = (made: LanCertificates) => new X509Certificate(made.cert);

/** What a client that trusts only `ca` gets from a server that has what was made. */
async function visit(made: LanCertificates, ca: string | undefined, servername: string): Promise<string> {
  const server = createServer({ key: made.key, cert: made.cert }, (_request, response) => response.end("welcome"));
  await new Promise<void>((ready) => server.listen(4125, "127.0.0.1", ready));
  try {
    return await new Promise((done) => {
      const trust = ca === undefined ? {} : { ca };
      get({ host: "127.0.0.1", port: 4125, servername, agent: false, ...trust }, (response) => {
        response.setEncoding("utf8").on("data", done);
      }).on("error", (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    });
  } finally {
    await new Promise((done) => server.close(done));
  }
}

describe("a server on the local network", () => {
  test("is trusted by a client that has the authority, and by no other", async () => {
    const made = await lanCertificates(folder, [LAN]);
    expect(await visit(made, made.caPem, "localhost")).toBe("welcome");
    expect(await visit(made, undefined, "localhost")).toMatch(/SELF_SIGNED|UNABLE_TO/);
    const other = await lanCertificates(join(folder, "other"), [LAN]);
    expect(await visit(made, other.caPem, "localhost")).not.toBe("welcome");
    expect(await visit(made, made.caPem, "evil.example")).toBe("ERR_TLS_CERT_ALTNAME_INVALID");
  });

  test("answers for its address, for localhost and for nothing else", async () => {
    const certificate = serverOf(await lanCertificates(folder, [LAN]));
    expect(certificate.checkIP(LAN)).toBe(LAN);
    expect(certificate.checkIP("127.0.0.1")).toBe("127.0.0.1");
    expect(certificate.checkHost("localhost")).toBe("localhost");
    expect(certificate.checkIP("192.168.1.21")).toBeUndefined();
    expect(certificate.ca).toBe(false);
  });

  test("lives no longer than browsers allow", async () => {
    const { validFromDate, validToDate } = serverOf(await lanCertificates(folder, [LAN]));
    expect((validToDate.getTime() - validFromDate.getTime()) / DAY_MS).toBeLessThanOrEqual(398);
  });

  test("keeps its keys to itself", async () => {
    await lanCertificates(folder, [LAN]);
    const files = readdirSync(join(folder, "tls"));
    expect(files.toSorted()).toEqual(["authority.crt", "authority.key", "server.crt", "server.key"]);
    for (const file of files) expect(statSync(join(folder, "tls", file)).mode & 0o077).toBe(0);
    expect(statSync(join(folder, "tls")).mode & 0o077).toBe(0);
  });
});

describe("across restarts", () => {
  const nowMs = Date.now();

  test("nothing changes while nothing has to", async () => {
    const first = await lanCertificates(folder, [LAN], nowMs);
    expect(await lanCertificates(folder, [LAN], nowMs + 300 * DAY_MS)).toEqual(first);
  });

  test("near its end, or with a new address, the server's certificate is renewed under the same authority", async () => {
    const first = await lanCertificates(folder, [LAN], nowMs);
    const later = await lanCertificates(folder, [LAN], nowMs + 380 * DAY_MS);
    const moved = await lanCertificates(folder, ["10.0.0.7"], nowMs + 380 * DAY_MS);
    for (const renewed of [later, moved]) expect(renewed.caPem).toBe(first.caPem);
    expect(new Set([first, later, moved].map((made) => serverOf(made).serialNumber)).size).toBe(3);
    expect(serverOf(moved).checkIP("10.0.0.7")).toBe("10.0.0.7");
  });

  test("a spent authority is replaced, and the server's certificate with it", async () => {
    const first = await lanCertificates(folder, [LAN], nowMs);
    const next = await lanCertificates(folder, [LAN], nowMs + 3640 * DAY_MS);
    expect(next.fingerprint).not.toBe(first.fingerprint);
    const authority = new X509Certificate(next.caPem);
    expect(serverOf(next).verify(authority.publicKey)).toBe(true);
  });
});

describe("the way onto a headset", () => {
  test("is the authority's certificate over plain http, and advice in both languages with its fingerprint", async () => {
    const made = await lanCertificates(folder, [LAN]);
    const app = express().use(certificateRoute(made.caPem, made.fingerprint, 2567));
    const server = createHttpServer(app);
    await new Promise<void>((ready) => server.listen(4126, "127.0.0.1", ready));
    try {
      const file = await fetch("http://127.0.0.1:4126/ca.crt");
      expect(file.headers.get("content-type")).toContain("application/x-x509-ca-cert");
      expect(await file.text()).toBe(readFileSync(join(folder, "tls", "authority.crt"), "utf8"));
      const advice = await (await fetch("http://127.0.0.1:4126/anything")).text();
      expect(advice).toContain("http://127.0.0.1:2568/ca.crt");
      expect(advice).toContain("https://127.0.0.1:2567");
      expect(advice.split(new X509Certificate(made.caPem).fingerprint256)).toHaveLength(3);
    } finally {
      await new Promise((done) => server.close(done).closeAllConnections());
    }
  });
});
