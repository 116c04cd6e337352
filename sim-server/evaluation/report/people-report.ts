// Printed portraits: of one person, and of a unit or class with its pass rates before and after.
import type { Content, TableCell } from "pdfmake/interfaces.js";
import type {
  CapabilityPortrait,
  EstimateView,
  GroupPortrait,
  PersonPortrait,
  RateView,
} from "../../protocol/portrait.ts";
import type { Language } from "../told-fact.ts";
import { bars, months, radar, trend } from "./chart-svg.ts";
import { facts, heading, list, percent, printed, table } from "./page.ts";
import { dayAndTime } from "./run-report.ts";
import { filled, PEOPLE_WORDS, RUN_WORDS } from "./words.ts";

const RADAR_LEAST = 3;

const interval = ({ low, high }: { low: number; high: number }): string => `${percent(low)}–${percent(high)}`;
const chance = (estimate: EstimateView, language: Language): string =>
  estimate.enough ? percent(estimate.chance) : PEOPLE_WORDS[language].notEnough;
const share = ({ passed, of }: RateView): number => (of === 0 ? 0 : passed / of);

export function personReport(portrait: PersonPortrait, atMs: number, language: Language): Promise<Uint8Array> {
  const words = PEOPLE_WORDS[language];
  const { passed, failed, comma } = RUN_WORDS[language];
  const { person, unit, overall, capabilities, attempts, advice, cohorts } = portrait;
  const shown = capabilities.filter(({ estimate }) => estimate.trials > 0);
  const rows = [overall, ...capabilities].map((one: CapabilityPortrait): TableCell[] => [
    one.title[language],
    chance(one.estimate, language),
    one.estimate.enough ? interval(one.estimate) : "",
    one.unitChance === null ? "" : percent(one.unitChance),
    `${one.estimate.met}/${one.estimate.trials}`,
  ]);
  const content: Content[] = [
    { text: words.person, style: "title" },
    { text: person, style: "subtitle" },
    facts([
      [words.unit, unit],
      [words.cohorts, cohorts.map(({ name }) => name).join(comma)],
      [words.runs, String(attempts.length)],
      [words.passed, String(attempts.filter((one) => one.passed).length)],
      [
        words.overall,
        `${chance(overall.estimate, language)}${overall.estimate.enough ? ` (${interval(overall.estimate)})` : ""}`,
      ],
      [words.made, dayAndTime(atMs)],
    ]),
    heading(words.radar),
    ...(shown.length >= RADAR_LEAST
      ? [
          radar(
            shown.map(({ title, estimate, unitChance }) => ({
              name: title[language],
              own: estimate.chance,
              unit: unitChance,
            })),
            { own: words.own, unit: words.mean },
          ),
        ]
      : []),
    table(["*", 90, 80, 70, 70], words.capabilities, rows),
    heading(words.trend),
    ...(overall.history.length > 1 ? [trend(overall.history)] : [{ text: words.notEnough, style: "quiet" }]),
    heading(words.next),
    list(
      advice.map((one) => {
        const why = filled(words.reason[one.reason], {
          capability: one.capability[language],
          chance: percent(one.chance),
          months: Math.round(one.monthsSince ?? 0),
        });
        return `${one.title[language]} (${one.position[language]})${RUN_WORDS[language].colon}${why}`;
      }),
      RUN_WORDS[language].none,
    ),
    heading(words.attempts),
    table(
      [96, "*", 90, 50, 50],
      words.attemptHead,
      attempts.map((one): TableCell[] => [
        dayAndTime(one.atMs),
        one.scenario[language],
        one.position[language],
        `${Math.round(one.percent)}%`,
        one.passed ? passed : failed,
      ]),
    ),
    { text: words.method, style: "quiet", margin: [0, 8, 0, 0] },
  ];
  const title = `${person} · ${words.person}`;
  return printed({ title, subject: person, footer: `Sandtable · ${unit} · ${dayAndTime(atMs)}`, content }, language);
}

export function groupReport(group: GroupPortrait, atMs: number, language: Language): Promise<Uint8Array> {
  const words = PEOPLE_WORDS[language];
  const name = group.cohort?.name ?? group.unit;
  const content: Content[] = [
    { text: words.group, style: "title" },
    { text: name, style: "subtitle" },
    facts([
      [words.unit, group.unit],
      [words.people, String(group.people.length)],
      [words.allRuns, String(group.runs)],
      [words.made, dayAndTime(atMs)],
    ]),
    heading(words.rates),
    table(
      ["*", 44, 92, 92, 60, 66],
      words.rateHead,
      group.rates.map(({ title, pair }): TableCell[] => [
        title[language],
        String(pair.people),
        `${percent(share(pair.before))} (${interval(pair.before)})`,
        `${percent(share(pair.after))} (${interval(pair.after)})`,
        String(pair.improved),
        String(pair.worsened),
      ]),
    ),
    heading(words.months),
    months(
      group.months.map(({ fromMs, rate }) => ({
        name: new Date(fromMs).toISOString().slice(0, 7),
        rate: share(rate),
        low: rate.low,
        high: rate.high,
      })),
    ),
    heading(words.hardest),
    bars(
      group.hardest
        .slice(0, 8)
        .map(({ task, met, attempts }) => ({ name: task[language], percent: (met / attempts) * 100 })),
    ),
    heading(words.average),
    bars(
      group.capabilities.flatMap((one) =>
        one.chance === null ? [] : [{ name: one.title[language], percent: one.chance * 100 }],
      ),
    ),
    heading(words.forecast),
    list(forecastLines(group, language), RUN_WORDS[language].none),
    heading(words.list),
    table(
      ["*", 50, 50, 90, 90],
      words.listHead,
      group.people.map(({ person, runs, passed, overall }): TableCell[] => [
        person,
        String(runs),
        String(passed),
        chance(overall, language),
        overall.enough ? interval(overall) : "",
      ]),
    ),
    { text: words.method, style: "quiet", margin: [0, 8, 0, 0] },
  ];
  const title = `${name} · ${words.group}`;
  return printed(
    { title, subject: name, footer: `Sandtable · ${group.unit} · ${dayAndTime(atMs)}`, content },
    language,
  );
}

function forecastLines(group: GroupPortrait, language: Language): string[] {
  const words = PEOPLE_WORDS[language];
  return group.forecasts.flatMap(({ scenario, title, forecast, attemptsKnown, attemptsNeeded }) => {
    const name = title[language];
    if (!forecast) return [filled(words.tooFew, { title: name, known: attemptsKnown, needed: attemptsNeeded })];
    const { mean, low, high } = forecast;
    const line = filled(words.forecastLine, {
      title: name,
      mean: percent(mean),
      low: percent(low),
      high: percent(high),
    });
    const test = group.backTests.find((one) => one.scenario === scenario);
    if (!test) return [line];
    const { brier, attempts, covered } = test;
    const figures = {
      model: brier.model.toFixed(3),
      last: brier.sameAsLast.toFixed(3),
      rate: brier.rateSoFar.toFixed(3),
    };
    return [line, filled(words.backTest, { attempts, covered, months: test.months.length, ...figures })];
  });
}
