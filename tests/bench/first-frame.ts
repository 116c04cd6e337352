// How long a trainee's page takes from its address to the first drawn frame of the stage, cold and from a warm cache.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { openHouse } from "../browser/house.ts";
import { launch, ROOT, visit } from "../browser/launch.ts";

const PORT = 4167;

export type FirstFrame = { readonly coldMs: number; readonly warmMs: number };

/** Null where there is no browser or no built client to open. */
export async function firstFrame(): Promise<FirstFrame | null> {
  const chromium = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  if (!existsSync(chromium) || !existsSync(join(ROOT, "dist/client/index.html"))) return null;
  const house = await openHouse(PORT);
  const browser = await launch();
  try {
    const seat = await house.seat("operator-1", "李明");
    const { page } = await visit(browser);
    await page.goto(house.origin);
    await page.evaluate(
      ([runId, kept]) => localStorage.setItem(`sandtable.seat.${runId}`, kept ?? ""),
      [seat.runId, JSON.stringify(seat)],
    );
    const open = async (): Promise<number> => {
      const startedMs = performance.now();
      await page.goto(`${house.origin}/play/${seat.runId}`);
      await page.waitForSelector('.play[data-ready="true"]', { timeout: 120_000 });
      return performance.now() - startedMs;
    };
    const coldMs = await open();
    await open();
    return { coldMs, warmMs: await open() };
  } finally {
    await browser.close();
    await house.close();
  }
}
