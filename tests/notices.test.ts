// Whatever the product is built on is named, with its licence, in NOTICES.md; versions as installed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

test("every dependency of the product stands in the notices in the version the lock pins", () => {
  const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
  const notices = read("NOTICES.md");
  const missing = Object.entries(dependencies).filter(([name, version]) => !notices.includes(`${name}@${version} (`));
  expect(missing).toEqual([]);
});

test("every dependency is pinned to one exact version and has its reason in the README", () => {
  const manifest = JSON.parse(read("package.json")) as Record<
    "dependencies" | "devDependencies",
    Record<string, string>
  >;
  const all = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  const readme = read("README.md");
  expect(Object.keys(all).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
