// Changing the weather: where the wind comes from, how strong, how warm; only what was changed is sent.
import { Button, InputNumber, Popover } from "antd";
import { useState } from "react";
import type { ConsoleView } from "../../sim-server/protocol/views.ts";
import { useWords } from "../words/language.ts";
import type { Command } from "./command.ts";

export function WindCard({ view, command }: { view: ConsoleView | null; command: Command }) {
  const t = useWords("console");
  const [open, setOpen] = useState(false);
  const [fromDeg, setFromDeg] = useState(0);
  const [speedMps, setSpeedMps] = useState(2);
  const [temperatureC, setTemperatureC] = useState(20);
  const show = (next: boolean) => {
    if (next && view) {
      setFromDeg(Math.round(view.wind.fromDeg));
      setSpeedMps(Math.round(view.wind.speedMps * 10) / 10);
      setTemperatureC(Math.round(view.wind.temperatureC));
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
            const was = view?.wind;
            command(
              {
                do: "weather",
                ...(Math.round(was?.fromDeg ?? -1) === fromDeg ? {} : { windFromDeg: fromDeg }),
                ...(Math.round((was?.speedMps ?? -1) * 10) / 10 === speedMps ? {} : { windSpeedMps: speedMps }),
                ...(Math.round(was?.temperatureC ?? -99) === temperatureC ? {} : { temperatureC }),
              },
              t("weatherSet"),
            );
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
          <label htmlFor="wind-temperature">{t("temperature")}</label>
          <InputNumber
            id="wind-temperature"
            min={-40}
            max={50}
            step={1}
            value={temperatureC}
            onChange={(n) => setTemperatureC(n ?? 20)}
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
