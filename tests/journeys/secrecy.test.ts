import { expect, test } from "vitest";
import type { Text } from "../../sim-server/protocol/words.ts";
import { asksOfCase, chlorineStation, play } from "./drill.fixture.ts";
import { openHouse } from "./house.fixture.ts";
import { openPipe } from "./proxy.fixture.ts";
import { claimSeat, createRun, enter, type Person, ticketOf } from "./server.fixture.ts";

const PORT = 4155;
const house = openHouse(PORT);

const UNTIL_TICK = 1300;

test("not one byte of rubric, storyline, other people's mail or unread gas reaches a trainee", async () => {
  const { people } = house;
  const { origin } = house.server;
  const { seed, bySlot } = asksOfCase("textbook.yaml");
  const run = await createRun(origin, people.instructor, { seed });
  const pipe = await openPipe(4156, PORT);
  const leader = await claimSeat(origin, run.code, "shift-leader-1");
  const watched = await enter("http://127.0.0.1:4156", run.runId, leader.token);
  const others: [string, Person][] = [];
  for (const slot of ["operator-1", "operator-2"]) {
    const { token } = await claimSeat(origin, run.code, slot);
    others.push([slot, await enter(origin, run.runId, token)]);
  }
  const teacher = await enter(origin, run.runId, await ticketOf(origin, people.instructor));
  await teacher.ask({ do: "start" });
  await teacher.ask({ do: "speed", factor: 4 });
  const secret = { zh: "只给操作工二号的密信", en: "for the second operator's eyes only" };
  await teacher.ask({ do: "tell", channel: "radio", from: "dispatcher", to: ["operator-2"], text: secret });
  await teacher.ask({ do: "observe", text: "班长犹豫了很久", rating: "M" });
  const team: [string, Person][] = [["shift-leader-1", watched], ...others];
  await Promise.all(team.map(([slot, person]) => play(person, bySlot.get(slot) ?? [], UNTIL_TICK)));
  await teacher.ask({ do: "end" });
  const bytes = pipe.bytes();
  pipe.close();

  // The pipe does see what the leader is told: otherwise silence would prove nothing.
  const { scenario } = chlorineStation();
  expect(bytes.includes(scenario.briefing.zh.trim().slice(0, 20))).toBe(true);
  expect(bytes.length).toBeGreaterThan(20_000);
  const mail = others.find(([slot]) => slot === "operator-2")?.[1].heard.inbox?.flat() ?? [];
  expect(mail.some(({ text }) => text.zh === secret.zh)).toBe(true);

  const told = new Set((watched.heard.inbox ?? []).flat().flatMap(({ text }) => [text.zh, text.en]));
  const open = new Set(
    JSON.stringify([watched.heard.briefing, watched.heard.self])
      .match(/"(?:[^"\\]|\\.)*"/g)
      ?.map((text) => JSON.parse(text) as string),
  );
  const texts: [string, Text][] = [
    ["a private message", secret],
    ...scenario.violations.map((one): [string, Text] => [`violation ${one.id}`, one.text]),
    ...scenario.msel.map((one): [string, Text] => [`inject ${one.inject}`, one.text]),
    ...scenario.debrief.map((text): [string, Text] => ["debrief", text]),
    ...Object.entries(scenario.duties).map(([id, duty]): [string, Text] => [`duty ${id}`, duty.text]),
    ...scenario.objectives.flatMap((objective) =>
      objective.capabilities.flatMap(({ tasks }) =>
        tasks.flatMap(({ id, standard }) =>
          Object.entries(standard).flatMap(([rating, text]): [string, Text][] =>
            text ? [[`${id} ${rating}`, text]] : [],
          ),
        ),
      ),
    ),
  ];
  const secrets = texts.flatMap(([what, { zh, en }]) => [[what, zh] as const, [what, en] as const]);
  const leaks = secrets.filter(
    ([, text]) => text.length > 6 && !told.has(text) && !open.has(text) && bytes.includes(text),
  );
  expect(leaks).toEqual([]);
  const words = ["班长犹豫了很久", "judgement", "dosePercent", "releasedKg", "percentSoFar", "kgPerS", "exposure"];
  const known = [...open, ...told].join(" ");
  expect(words.filter((word) => bytes.includes(word) && !known.includes(word))).toEqual([]);
  // The leader wears no detector; ppm may only have come from a panel he stood before.
  const read = (watched.heard.self ?? []).some(({ detector, panel }) => detector !== null || panel !== null);
  expect(bytes.includes("ppm")).toBe(read);
}, 120_000);
