// Writes NOTICES.md: every package that the product runs on or ships, with its licence text.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Packages shipped though they are development dependencies: fonts, controller models, the runtime. */
const SHIPPED = ["@fontsource/noto-sans-sc", "@webxr-input-profiles/assets", "node"];

const folders = execFileSync("npm", ["ls", "--all", "--omit=dev", "--parseable"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((folder) => folder.includes("node_modules"));
for (const name of SHIPPED) folders.push(join(root, "node_modules", name));

const packages = new Map();
for (const folder of folders) {
  const file = join(folder, "package.json");
  if (!existsSync(file)) continue;
  const { name, version, license, licenses } = JSON.parse(readFileSync(file, "utf8"));
  const text = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  packages.set(`${name}@${version}`, {
    licence: license ?? licenses?.[0]?.type ?? "see text",
    text: text ? readFileSync(join(folder, text), "utf8").trim() : "",
  });
}

const byText = new Map();
for (const [id, { licence, text }] of [...packages].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const key = text.replace(/\s+/g, " ");
  const group = byText.get(key) ?? { text, ids: [] };
  group.ids.push(`${id} (${typeof licence === "string" ? licence : (licence.type ?? "see text")})`);
  byText.set(key, group);
}
const parts = [...byText.values()].map(
  ({ text, ids }) =>
    `## ${ids.join(", ")}\n\n\`\`\`\n${text.slice(0, 12000) || "No licence file in the package; licence as named."}\n\`\`\`\n`,
);
writeFileSync(
  join(root, "NOTICES.md"),
  `# Third-party notices\n\nMade by \`node sim-server/launch/notices.mjs\` from the installed packages.\n\n${parts.join("\n")}`,
);
console.log(`${packages.size} packages, ${byText.size} licence texts`);
