// Holds a page against the accessibility rules and takes its picture, in the state it is in.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { ROOT, shotFile } from "./launch.ts";

const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
type Violation = { id: string; impact: string | null; nodes: { html: string; failureSummary?: string }[] };

/** What the rules of WCAG 2 A and AA find that is serious or critical, as sentences. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(() =>
    (
      globalThis as unknown as {
        axe: { run: (where: Document, options: object) => Promise<{ violations: Violation[] }> };
      }
    ).axe
      .run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })
      .then((result) => result.violations),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
    );
}

/** The page as it stands: its picture under this name, no serious fault, nothing wider than the window. */
export async function checkPage(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(350);
  await page.screenshot({ path: shotFile(name) });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, `${name} is wider than its window`).toBeLessThanOrEqual(0);
  expect.soft(await faultsOf(page), name).toEqual([]);
}
