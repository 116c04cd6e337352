// Hands the local authority's certificate to headsets over plain http, with words on how to trust it.
import { Router } from "express";
import type { Text } from "../protocol/words.ts";

/** `port` is the https port; the certificate is fetched from the next one, over http. */
export function trustAdvice(address: string, port: number, fingerprint: string): Text {
  const site = `https://${address}:${port}`;
  const file = `http://${address}:${port + 1}/ca.crt`;
  return {
    zh: [
      `头显首次使用,任选一种方法:`,
      `一、接受一次提示:在头显浏览器(Meta Quest 浏览器、PICO 浏览器)打开 ${site} ,在“您的连接不是私密连接”页面选择“高级”,再选择“继续前往”。每台设备一次即可。`,
      `二、安装证书:在头显浏览器打开 ${file} ,下载后按提示安装为“CA 证书”;如未弹出提示,请到 设置 > 安全 > 加密与凭据 > 安装证书 > CA 证书 中选择下载的文件(菜单名称因型号和版本而异;没有该菜单时用方法一)。`,
      `安装前请核对指纹(SHA-256):${fingerprint}`,
    ].join("\n"),
    en: [
      `The first time on a headset, do one of the two:`,
      `1. Accept the warning once: open ${site} in the headset's browser (Meta Quest Browser, PICO Browser), choose "Advanced" on the page "Your connection is not private", then "Proceed". Once per device.`,
      `2. Install the certificate: open ${file} in the headset's browser and install the download as a "CA certificate"; if nothing asks, look under Settings > Security > Encryption & credentials > Install a certificate > CA certificate and choose the file (names differ by model and version; where there is no such menu, use the first way).`,
      `Compare the fingerprint (SHA-256) before installing: ${fingerprint}`,
    ].join("\n"),
  };
}

/** For the plain http server: the certificate at /ca.crt, the advice everywhere else. */
export function certificateRoute(caPem: string, fingerprint: string, port: number): Router {
  const router = Router();
  router.get("/ca.crt", (_request, response) => {
    response
      .set({
        "Content-Type": "application/x-x509-ca-cert",
        "Content-Disposition": 'attachment; filename="sandtable.crt"',
      })
      .send(caPem);
  });
  router.get("/{*anything}", (request, response) => {
    // Only what can be a host name is repeated, so that a forged Host header cannot lead anyone elsewhere in markup.
    const address = /^[\w.-]+$|^\[[0-9a-f:]+\]$/i.test(request.hostname) ? request.hostname : "localhost";
    const { zh, en } = trustAdvice(address, port, fingerprint);
    response.type("text/plain; charset=utf-8").send(`${zh}\n\n${en}\n`);
  });
  return router;
}
