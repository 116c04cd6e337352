// What the server says when it is ready: where to go, a code to scan, and the link that makes the first account.
import qrcode from "qrcode";
import type { Access } from "../access/access.ts";
import { trustAdvice } from "../access/certificate-route.ts";
import type { Config } from "../config.ts";

export type Welcome = {
  readonly config: Config;
  readonly access: Access;
  readonly addresses: readonly string[];
  readonly fingerprint: string | undefined;
  readonly scenarios: number;
};

export async function sayWelcome({ config, access, addresses, fingerprint, scenarios }: Welcome): Promise<void> {
  if (config.logLevel === "silent") return;
  const host = config.lan ? (addresses[0] ?? config.host) : config.host;
  const site = config.publicOrigin ?? `${config.lan ? "https" : "http"}://${host}:${config.port}`;
  console.log(`\nSandtable 沙盘  ${site}`);
  for (const address of config.lan ? addresses.slice(1) : [])
    console.log(`           or  https://${address}:${config.port}`);
  console.log(`${scenarios} scenario${scenarios === 1 ? "" : "s"} on offer; data in ${config.dataDir}`);
  console.log(await qrcode.toString(site, { type: "terminal", small: true }));
  if (fingerprint !== undefined) {
    const { zh, en } = trustAdvice(host, config.port, fingerprint);
    console.log(`${zh}\n\n${en}\n`);
  }
  const token = await access.signIn.setupToken();
  if (token !== undefined) console.log(`First account, once 创建首个账号: ${site}/setup#${token}\n`);
}
