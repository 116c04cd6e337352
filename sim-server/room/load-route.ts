// What the server carries at this moment, for whoever administers it: runs, lateness of their ticks, journal, memory.
import { Router } from "express";
import { requireRole } from "../access/signed-in.ts";
import type { Config } from "../config.ts";
import type { LoadReport } from "../protocol/office.ts";
import type { House } from "./live-run.ts";

export function loadRoute(house: House, config: Pick<Config, "publicOrigin">): Router {
  const router = Router();
  router.get("/api/load", requireRole(house.access, config, "admin"), (_request, response) => {
    response.set("Cache-Control", "no-store").json(loadOf(house));
  });
  return router;
}

function loadOf(house: House): LoadReport {
  const live = [...house.live.values()];
  const late = Float64Array.from(live.flatMap(({ simulation }) => [...simulation.lateness()])).sort();
  const { user, system } = process.cpuUsage();
  const seated = live.flatMap(({ simulation }) => Object.values(simulation.session.run.state.bodies));
  return {
    uptimeS: process.uptime(),
    cpuS: (user + system) / 1e6,
    memoryMb: process.memoryUsage.rss() / 1e6,
    runs: live.length,
    seated: seated.filter(({ player, connected }) => player && connected).length,
    lateP99Ms: late[Math.floor(late.length * 0.99)] ?? 0,
    lateWorstMs: late.at(-1) ?? 0,
    journal: house.journal.load(),
  };
}
