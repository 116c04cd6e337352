// Everyone's body, the public and the leak at the second shown: what the controller saw then.
import { memo } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { Names } from "../record/names.ts";
import { useWords } from "../words/language.ts";
import type { Moment } from "./replay-track.ts";

type Props = {
  briefing: ConsoleBriefing;
  moment: Moment | null;
  names: Names;
  selected: string | null;
  onSelect: (slot: string) => void;
};

export const ReplayPeople = memo(function ReplayPeople({ briefing, moment, names, selected, onSelect }: Props) {
  const t = useWords("desk");
  const c = useWords("common");
  const board = moment?.board;
  const leaking = board?.hazards?.filter((hazard) => hazard.leaking) ?? [];
  return (
    <>
      <ul className="replay-facts clock">
        <li>
          {c(`level.${board?.accidentLevel ?? "none"}`)}
          {board?.casualties && ` · ${t("casualties", { ...board.casualties })}`}
        </li>
        {leaking.map((hazard) => (
          <li key={hazard.id} className="leaking">
            ▲ {t("leak", { rate: hazard.kgPerS.toFixed(2), total: Math.round(hazard.releasedKg) })}
          </li>
        ))}
        {board?.populations?.map((group) => (
          <li key={group.id} className={group.band > 0 ? "leaking" : undefined}>
            {names.what("population", group.id)} {t("left", { n: group.remaining })} · {shortPpm(group.ppm)} ppm
          </li>
        ))}
      </ul>
      <div className="bodies-box">
        <table className="bodies clock">
          <thead>
            <tr>
              <th scope="col">{t("table.person")}</th>
              <th scope="col">{t("table.place")}</th>
              <th scope="col">{t("table.worn")}</th>
              <th scope="col">ppm</th>
              <th scope="col">{t("table.air")}</th>
              <th scope="col">{t("table.dose")}</th>
              <th scope="col">{t("table.condition")}</th>
            </tr>
          </thead>
          <tbody>
            {briefing.roster.map(({ slot }) => {
              const body = moment?.bodies[slot];
              const person = moment?.frame.people[slot];
              if (!body || !person) return null;
              const worn = [person.suit ? t("table.suit") : "", person.scba ? t("table.scba") : ""].filter(Boolean);
              return (
                <tr key={slot} className={body.condition === "well" ? undefined : "troubled"}>
                  <td>
                    <button type="button" aria-pressed={slot === selected} onClick={() => onSelect(slot)}>
                      {names.who(slot)}
                    </button>
                  </td>
                  <td>{names.where(body.room)}</td>
                  <td>{worn.join(c("listComma")) || "—"}</td>
                  <td>{shortPpm(body.ppm)}</td>
                  <td>{body.airMin === null ? "—" : t("minutes", { n: Math.round(body.airMin) })}</td>
                  <td>{Math.round(body.dosePercent)}%</td>
                  <td>{c(`condition.${body.condition}`)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
});

const shortPpm = (ppm: number): string => (ppm >= 100 ? `${Math.round(ppm)}` : ppm.toFixed(1));
