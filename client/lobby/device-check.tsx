// Says what this device lacks and what to do about it, each in one sentence with a shape beside the colour.
import { type ReactNode, useEffect, useState } from "react";
import { useWords } from "../words/language.ts";
import { headsetVerdict, pictureVerdict, playTestSound, secureVerdict, type Verdict } from "./device.ts";

const SHAPES: Record<Verdict, string> = {
  ok: "M4 10.5 8.5 15 16.5 5.5",
  missing: "M10 4v7.5M10 15v.6",
  unknown: "M5 10h.6M10 10h.6M15 10h.6",
};

function Item({
  name,
  verdict,
  says,
  children,
}: {
  name: string;
  verdict: Verdict;
  says: string;
  children?: ReactNode;
}) {
  const t = useWords("lobby");
  return (
    <li className={`check check-${verdict}`}>
      <svg viewBox="0 0 20 20" className="check-shape" aria-hidden="true">
        <path d={SHAPES[verdict]} fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
      </svg>
      <div>
        <p className="check-name">
          {name}
          <span className="check-word">{t(`check.${verdict}`)}</span>
        </p>
        <p className="check-says">{says}</p>
        {children}
      </div>
    </li>
  );
}

export function DeviceCheck() {
  const t = useWords("lobby");
  const [headset, setHeadset] = useState<Verdict>("unknown");
  const [picture, setPicture] = useState<Verdict>("unknown");
  const [sound, setSound] = useState<Verdict | "playing" | "asked">("unknown");
  const secure = secureVerdict();

  useEffect(() => {
    let here = true;
    void headsetVerdict().then((verdict) => here && setHeadset(verdict));
    setPicture(pictureVerdict());
    return () => {
      here = false;
    };
  }, []);

  const tryForSound = () => {
    setSound("playing");
    playTestSound().then(
      () => setSound("asked"),
      () => setSound("missing"),
    );
  };
  const soundVerdict = sound === "playing" || sound === "asked" ? "unknown" : sound;

  return (
    <section className="checks" aria-labelledby="checks-title">
      <h2 id="checks-title">{t("check.title")}</h2>
      <ul>
        <Item name={t("check.secure.name")} verdict={secure} says={t(`check.secure.${secure}`)} />
        <Item
          name={t("check.picture.name")}
          verdict={picture}
          says={t(`check.picture.${picture === "missing" ? "missing" : "ok"}`)}
        />
        <Item name={t("check.xr.name")} verdict={headset} says={t(`check.xr.${headset}`)} />
        <Item name={t("check.sound.name")} verdict={soundVerdict} says={t(`check.sound.${soundVerdict}`)}>
          <p className="check-acts">
            {sound === "asked" ? (
              <>
                <button type="button" onClick={() => setSound("ok")}>
                  {t("check.sound.heard")}
                </button>
                <button type="button" onClick={() => setSound("missing")}>
                  {t("check.sound.notHeard")}
                </button>
              </>
            ) : (
              <button type="button" onClick={tryForSound} disabled={sound === "playing"}>
                {t("check.sound.test")}
              </button>
            )}
          </p>
        </Item>
      </ul>
    </section>
  );
}
