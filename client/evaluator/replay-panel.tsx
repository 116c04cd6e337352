// The replay: map or 3D above, scrubbing and 1 to 16 times speed, the timeline, and everyone's body at that second.
import { Checkbox, Segmented, Select, Slider } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import { MomentTools } from "../branching/moment-tools.tsx";
import { SiteMap } from "../map/site-map.tsx";
import { StageWindow } from "../map/stage-window.tsx";
import { useNames } from "../record/sentence.ts";
import { clockOf } from "../record/time.ts";
import { openWatch, type Watch, type WatchPlace } from "../session/watch.ts";
import { useWords } from "../words/language.ts";
import type { Jump } from "./jump.ts";
import { ReplayPeople } from "./replay-people.tsx";
import { momentAt, openReplaySource, type Track, trailsTo } from "./replay-track.ts";
import { Timeline } from "./timeline.tsx";

const SPEEDS = [1, 2, 4, 8, 16] as const;
type ViewKind = "map" | "orbit" | "follow" | "eyes";
const LEAD_TICKS = 20;
/** Nearer than this, at single speed, two people see the same. */
const DRIFT_TICKS = 5;

const byId = <T,>(list: readonly T[], idOf: (one: T) => string): Record<string, T> =>
  Object.fromEntries(list.map((one) => [idOf(one), one]));

export function ReplayPanel({ detail, track, jump }: { detail: RunDetail; track: Track; jump: Jump }) {
  const t = useWords("desk");
  const names = useNames(detail.briefing);
  const source = useMemo(() => openReplaySource(track), [track]);
  const end = Math.max(1, track.durationTicks, track.moments.at(-1)?.frame.tick ?? 0);
  const [tick, setTick] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(4);
  const [kind, setKind] = useState<ViewKind>("map");
  const [place, setPlace] = useState<WatchPlace | null>(null);
  const [together, setTogether] = useState(false);
  const watch = useRef<Watch | null>(null);
  const [selected, setSelected] = useState<string | null>(detail.briefing.roster[0]?.slot ?? null);

  // A piece of evidence is shown from two seconds before it.
  useEffect(() => {
    if (jump.count === 0) return;
    const to = Math.max(0, jump.tick - LEAD_TICKS);
    setTick(to);
    if (jump.who !== undefined) setSelected(jump.who);
    watch.current?.ask({ do: "seek", tick: to });
  }, [jump]);
  useEffect(() => {
    source.show(tick);
  }, [source, tick]);
  useEffect(() => {
    if (!together) return;
    const opened = openWatch(detail.row.runId, setPlace);
    watch.current = opened;
    return () => {
      watch.current = null;
      opened.close();
      setPlace(null);
    };
  }, [together, detail.row.runId]);
  // The room's place is everybody's; between two words of it each plays on by itself.
  useEffect(() => {
    if (!place) return;
    setPlaying(place.playing);
    setSpeed(place.rate);
    setTick((at) => (place.playing && Math.abs(at - place.tick) < place.rate * DRIFT_TICKS ? at : place.tick));
  }, [place]);
  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    let handle = 0;
    const turn = (now: number) => {
      // A hidden tab wakes late: it must not leap.
      const passedMs = Math.min(250, now - last);
      last = now;
      setTick((at) => Math.min(end, at + (passedMs / 100) * speed));
      handle = requestAnimationFrame(turn);
    };
    handle = requestAnimationFrame(turn);
    return () => cancelAnimationFrame(handle);
  }, [playing, speed, end]);
  useEffect(() => {
    if (tick >= end) setPlaying(false);
  }, [tick, end]);

  const second = Math.floor(tick / 10) * 10;
  const moment = useMemo(() => momentAt(track, second), [track, second]);
  const heads = useMemo(() => byId(moment?.board.heads ?? [], (one) => one.head), [moment]);
  const populations = useMemo(() => byId(moment?.board.populations ?? [], (one) => one.id), [moment]);
  const trails = useMemo(() => trailsTo(track, second), [track, second]);
  const troubled = useMemo(
    () =>
      new Set(
        Object.entries(moment?.bodies ?? {})
          .filter(([, body]) => body.condition !== "well")
          .map(([slot]) => slot),
      ),
    [moment],
  );
  const titles = useMemo(
    () => Object.fromEntries(detail.briefing.roster.map((seat) => [seat.slot, names.who(seat.slot)])),
    [detail.briefing.roster, names],
  );
  const seek = (to: number) => {
    setTick(to);
    watch.current?.ask({ do: "seek", tick: to });
  };
  const toggle = () => {
    if (!playing && tick >= end) setTick(0);
    setPlaying(!playing);
    watch.current?.ask({ do: playing ? "stop" : "play" });
  };
  const changeSpeed = (rate: (typeof SPEEDS)[number]) => {
    setSpeed(rate);
    watch.current?.ask({ do: "rate", rate });
  };

  return (
    <>
      <div className="replay-bar">
        <Segmented
          size="small"
          aria-label={t("viewLabel")}
          value={kind}
          onChange={setKind}
          options={(["map", "orbit", "follow", "eyes"] as const).map((one) => ({
            value: one,
            label: t(`view.${one}`),
          }))}
        />
        <Select
          size="small"
          aria-label={t("who")}
          value={selected}
          onChange={setSelected}
          options={detail.briefing.roster.map((seat) => ({ value: seat.slot, label: names.who(seat.slot) }))}
        />
        <Checkbox checked={together} onChange={(event) => setTogether(event.target.checked)}>
          {t("together")}
        </Checkbox>
        {together && (
          <span className="replay-together" role="status">
            {place
              ? t("togetherWith", { n: place.people, by: place.by === "" ? t("nobody") : place.by })
              : t("joining")}
          </span>
        )}
      </div>
      <div className="replay-view">
        {kind === "map" ? (
          <SiteMap
            briefing={detail.briefing}
            source={source}
            field={moment?.field ?? null}
            heads={heads}
            populations={populations}
            nameOf={names.who}
            selected={selected}
            onSelect={setSelected}
            troubled={troubled}
            trails={trails}
          />
        ) : (
          <StageWindow
            source={source}
            stage={detail.briefing.stage}
            titles={titles}
            view={kind === "orbit" || !selected ? { kind: "orbit" } : { kind, slot: selected }}
          />
        )}
      </div>
      <div className="replay-transport">
        <button type="button" className="play" onClick={toggle} aria-label={t(playing ? "stop" : "play")}>
          {playing ? "❚❚" : "▶"}
        </button>
        <span className="clock">
          {clockOf(tick)} / {clockOf(end)}
        </span>
        <Slider
          min={0}
          max={end}
          step={10}
          value={tick}
          ariaLabelForHandle={t("scrub")}
          tooltip={{ formatter: (value) => clockOf(value ?? 0) }}
          onChange={seek}
        />
        <Segmented
          size="small"
          aria-label={t("speed")}
          value={speed as (typeof SPEEDS)[number]}
          onChange={changeSpeed}
          options={SPEEDS.map((one) => ({ value: one, label: `${one}×` }))}
        />
      </div>
      <MomentTools detail={detail} tick={second} onSeek={seek} />
      <Timeline detail={detail} track={track} end={end} tick={tick} onSeek={seek} />
      <ReplayPeople
        briefing={detail.briefing}
        moment={moment}
        names={names}
        selected={selected}
        onSelect={setSelected}
      />
    </>
  );
}
