// Changing the wind: where from and how strong, applied with one press.
import { Button, InputNumber, Popover } from "antd";
import { useState } from "react";
import type { ConsoleView } from "../../sim-server/protocol/views.ts";
import { useWords } from "../words/language.ts";
import type { Command } from "./console-desk.tsx";

export function WindCard({ view, command }: { view: ConsoleView | null; command: Command }) {
  const t = useWords("console");
  const [open, setOpen] = useState(false);
  const [fromDeg, setFromDeg] = useState(0);
  const [speedMps, setSpeedMps] = useState(2);
  const show = (next: boolean) => {
    if (next && view) {
      setFromDeg(Math.round(view.wind.fromDeg));
      setSpeedMps(Math.round(view.wind.speedMps * 10) / 10);
    }
    setOpen(next);
  };
  return (
    <Popover
      open={open}
      onOpenChange={show}
      trigger="click"
      placement="bottomRight"
      title={t("windTitle")}
      content={
        <form
          className="wind-form"
          onSubmit={(event) => {
            event.preventDefault();
            command({ do: "weather", windFromDeg: fromDeg, windSpeedMps: speedMps });
            setOpen(false);
          }}
        >
          <label htmlFor="wind-from">{t("windFrom")}</label>
          <InputNumber
            id="wind-from"
            min={0}
            max={360}
            step={10}
            value={fromDeg}
            onChange={(n) => setFromDeg(n ?? 0)}
          />
          <label htmlFor="wind-speed">{t("windSpeed")}</label>
          <InputNumber
            id="wind-speed"
            min={0.5}
            max={30}
            step={0.5}
            value={speedMps}
            onChange={(n) => setSpeedMps(n ?? 2)}
          />
          <Button type="primary" htmlType="submit">
            {t("apply")}
          </Button>
        </form>
      }
    >
      <Button size="small">≈ {t("wind")}</Button>
    </Popover>
  );
}
