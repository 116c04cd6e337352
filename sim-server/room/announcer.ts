// Tells each client what its role may know beyond the mirror: own body and inbox, or the whole picture and the log.
import { consoleView } from "../core/views/console.ts";
import { fieldFrame } from "../core/views/field.ts";
import { crowdFrame, fireFrame } from "../core/views/fire.ts";
import { logEntries } from "../core/views/log.ts";
import { cloudFrame } from "../core/views/mirror.ts";
import { inboxFor, selfView } from "../core/views/self.ts";
import { taxConsoleView, taxView } from "../core/views/tax.ts";
import { paperOf } from "../core/views/tax-paper.ts";
import type { RoomMessages } from "../protocol/views.ts";
import type { LiveRun } from "./live-run.ts";

/** One connected client: a trainee in a slot, or a console. */
export type Listener = {
  readonly slot: string | null;
  send<Name extends keyof RoomMessages>(name: Name, payload: RoomMessages[Name]): void;
};

type Told = {
  tax: string;
  papers: Set<string>;

  self: string;
  inboxId: number;
  cloud: string;
  fire: string;
  crowd: string;
  console: string;
  facts: number;
  field: string;
};

/** Beats of the patch, ten a second. */
const SELF_BEATS = 5;
const CLOUD_BEATS = 10;
const FIELD_BEATS = 20;
/** More people in sight than this are told of once a second only. */
const MANY = 100;

export type Announcer = {
  /** Everything a client needs to begin with. */
  welcome(listener: Listener): void;
  forget(listener: Listener): void;
  /** Called at every patch. */
  beat(): void;
};

export function openAnnouncer(live: LiveRun): Announcer {
  const { run } = live.simulation.session;
  const told = new Map<Listener, Told>();
  let beats = 0;

  function tellInbox(listener: Listener, slot: string, known: Told): void {
    const last = run.state.inbox.at(-1)?.id ?? 0;
    if (last === known.inboxId) return;
    const items = inboxFor(run, slot, known.inboxId);
    known.inboxId = last;
    if (items.length > 0) listener.send("inbox", items);
  }

  function tellSelf(listener: Listener, slot: string, known: Told): void {
    const view = selfView(run, slot);
    const text = JSON.stringify(view);
    if (!view || text === known.self) return;
    known.self = text;
    listener.send("self", view);
  }

  /** The case to everybody whom it is new to, and the documents opened since. */
  function tellTax(listeners: Iterable<[Listener, Told]>): void {
    const { dossier } = run.state;
    if (!dossier) return;
    const [team, desk] = [taxView(run), [...listeners]];
    const consoles = desk.some(([{ slot }]) => slot === null) ? taxConsoleView(run) : null;
    for (const [listener, known] of desk) {
      const view = listener.slot === null ? consoles : team;
      const text = JSON.stringify(view);
      if (view && known.tax !== text) {
        known.tax = text;
        if (listener.slot === null && consoles) listener.send("tax-console", consoles);
        else listener.send("tax", view);
      }
      for (const id of dossier.opened) {
        const asked = dossier.asked.filter((key) => key.startsWith(`${id}/`)).length;
        const paper = known.papers.has(`${id} ${asked}`) ? null : paperOf(run, id);
        if (!paper) continue;
        known.papers.add(`${id} ${asked}`);
        listener.send("paper", paper);
      }
    }
  }

  function tellCloud(cloud: RoomMessages["cloud"]): void {
    const text = JSON.stringify(cloud);
    for (const [listener, known] of told) {
      if (known.cloud === text) continue;
      known.cloud = text;
      listener.send("cloud", cloud);
    }
  }

  function tellFire(listener: Listener, known: Told, whole: boolean): void {
    const fire = fireFrame(run, listener.slot);
    const text = fire ? JSON.stringify(fire) : "";
    if (fire && text !== known.fire) listener.send("fire", fire);
    known.fire = text;
    const crowd = crowdFrame(run, listener.slot);
    if (!crowd || (!whole && crowd.people.length > MANY * 6)) return;
    const people = crowd.people.join(" ");
    if (people !== known.crowd) listener.send("crowd", crowd);
    known.crowd = people;
  }

  function tellLog(listener: Listener, known: Told): void {
    const { all } = run.index;
    if (known.facts === all.length) return;
    const entries = logEntries(all, known.facts);
    known.facts = all.length;
    listener.send("log", entries);
  }

  function tellConsoles(): void {
    const consoles = [...told].filter(([listener]) => listener.slot === null);
    if (consoles.length === 0) return;
    if (beats % SELF_BEATS === 0) for (const [listener, known] of consoles) tellLog(listener, known);
    if (beats % CLOUD_BEATS === 0) {
      const view = consoleView(run);
      const text = JSON.stringify(view);
      for (const [listener, known] of consoles) {
        if (known.console === text) continue;
        known.console = text;
        listener.send("console", view);
      }
    }
    if (beats % FIELD_BEATS === 0 && run.state.puffs.puffs.length > 0) {
      const field = fieldFrame(run);
      for (const [listener, known] of consoles) {
        if (known.field === field.log) continue;
        known.field = field.log;
        listener.send("field", field);
      }
    }
  }

  return {
    welcome(listener) {
      const known: Told = {
        self: "",
        inboxId: 0,
        cloud: "",
        fire: "",
        crowd: "",
        console: "",
        facts: 0,
        field: "",
        tax: "",
        papers: new Set(),
      };
      told.set(listener, known);
      if (listener.slot === null) {
        listener.send("console-briefing", live.consoleBriefing());
        const view = consoleView(run);
        known.console = JSON.stringify(view);
        listener.send("console", view);
        tellLog(listener, known);
      } else {
        listener.send("briefing", live.briefing(listener.slot));
        tellSelf(listener, listener.slot, known);
        tellInbox(listener, listener.slot, known);
      }
      tellTax([[listener, known]]);
      const cloud = cloudFrame(run);
      known.cloud = JSON.stringify(cloud);
      listener.send("cloud", cloud);
      tellFire(listener, known, true);
    },

    forget(listener) {
      told.delete(listener);
    },

    beat() {
      beats += 1;
      for (const [listener, known] of told) {
        if (listener.slot === null) continue;
        tellInbox(listener, listener.slot, known);
        if (beats % SELF_BEATS === 0) tellSelf(listener, listener.slot, known);
      }
      if (beats % SELF_BEATS === 0 && told.size > 0) tellTax(told);
      if (beats % CLOUD_BEATS === 0 && told.size > 0) tellCloud(cloudFrame(run));
      if (beats % SELF_BEATS === 0)
        for (const [listener, known] of told) tellFire(listener, known, beats % CLOUD_BEATS === 0);
      tellConsoles();
    },
  };
}
