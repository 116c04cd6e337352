import { openHouse } from "./house.ts";
import { launch, visit } from "./launch.ts";
const house = await openHouse(4169);
await house.control({ do: "start" });
await house.control({ do: "speed", factor: 4 });
await new Promise((r) => setTimeout(r, 12000));
await house.control({ do: "end" });
await new Promise((r) => setTimeout(r, 800));
const b = await launch();
const people = [];
for (let i = 0; i < 2; i++) {
  const v = await visit(b, { width: 1366, height: 768 });
  await v.page.goto(`${house.origin}/desk/${house.runId}`);
  await v.page.waitForTimeout(1500);
  if (v.page.url().includes("login")) {
    await v.page.getByLabel("账号", { exact: true }).fill(process.env["LOGIN"] ?? "chief");
    await v.page.getByLabel("密码", { exact: true }).fill(process.env["PASSWORD"] ?? "Sandtable-2026-x");
    await v.page.getByRole("button", { name: "登录" }).click();
    await v.page.waitForTimeout(2500);
    if (!v.page.url().includes("/desk/")) await v.page.goto(`${house.origin}/desk/${house.runId}`);
  }
  await v.page.getByText("一起看").click();
  people.push(v);
}
await people[0]!.page.waitForTimeout(3000);
await people[0]!.page.locator(".replay-transport .play").click();
await people[0]!.page.waitForTimeout(4000);
for (const [i, v] of people.entries()) {
  console.log(i, await v.page.locator(".replay-transport .clock").textContent(), await v.page.locator(".replay-together").textContent(), v.errors.slice(0, 3));
  await v.page.screenshot({ path: `/tmp/perf/watch${i}.png` });
}
await b.close();
await house.close();
