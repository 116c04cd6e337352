// What the server carries just now.
import { useEffect, useRef, useState } from "react";
import type { LoadReport } from "../../sim-server/protocol/office.ts";
import { useWords } from "../words/language.ts";
import { office } from "./office-api.ts";

const LOOK_AGAIN_MS = 5000;

export function LoadCards() {
  const t = useWords("office");
  const [load, setLoad] = useState<LoadReport | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const before = useRef<LoadReport | null>(null);
  useEffect(() => {
    const look = async () => {
      const reply = await office.load();
      if (!reply.ok) return;
      const { value } = reply;
      const last = before.current;
      if (last && value.uptimeS > last.uptimeS) setShare((value.cpuS - last.cpuS) / (value.uptimeS - last.uptimeS));
      before.current = value;
      setLoad(value);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  if (!load) return null;
  const hours = Math.floor(load.uptimeS / 3600);
  const ms = (value: number) => t("load.ms", { n: value < 10 ? value.toFixed(1) : Math.round(value) });
  const cards: readonly (readonly [string, string | number])[] = [
    [
      t("load.uptime"),
      hours >= 24
        ? t("load.days", { d: Math.floor(hours / 24), h: hours % 24 })
        : t("load.hours", { h: hours, m: Math.floor(load.uptimeS / 60) % 60 }),
    ],
    [t("load.runs"), load.runs],
    [t("load.seated"), load.seated],
    [t("load.cpu"), share === null ? "—" : `${Math.round(share * 100)}%`],
    [t("load.late"), ms(load.lateP99Ms)],
    [t("load.commit"), ms(load.journal.slowestCommitMs)],
    [t("load.memory"), t("load.mb", { n: Math.round(load.memoryMb) })],
  ];
  return (
    <>
      <h2>{t("load.title")}</h2>
      <div className="office-counts" style={{ marginTop: 12 }}>
        {cards.map(([label, value]) => (
          <div key={label} className="office-count">
            <b>{value}</b>
            {label}
          </div>
        ))}
      </div>
    </>
  );
}
