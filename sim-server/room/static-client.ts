// Serves the built client: hashed files for ever, the page itself never from a cache, any page's address the one page.
import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";

const DIST = join(import.meta.dirname, "..", "..", "dist", "client");

export function builtClient(folder = DIST): Router {
  const router = Router();
  const page = join(folder, "index.html");
  router.use("/assets", express.static(join(folder, "assets"), { immutable: true, maxAge: "365d", index: false }));
  router.use(express.static(folder, { index: false, maxAge: "1h" }));
  router.get("/{*page}", (request, response, next) => {
    if (/\.\w{1,8}$/.test(request.path)) return next();
    response.set("Cache-Control", "no-cache");
    if (existsSync(page)) response.sendFile(page);
    else response.status(503).type("text/plain").send("The client is not built yet: run npm run build.\n");
  });
  return router;
}
