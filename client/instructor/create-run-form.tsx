// One form, filled in before it is seen: the scenario, its parameters, the roster; one button creates the run.
import { Alert, Button, Collapse, Empty, Input, InputNumber, Skeleton, Slider } from "antd";
import { useEffect, useState } from "react";
import type { ScenarioCard } from "../../sim-server/protocol/api.ts";
import { go } from "../route.ts";
import { api } from "../session/api.ts";
import { useErrorWords } from "../words/common.ts";
import { useText, useWords } from "../words/language.ts";

const LARGEST_SEED = 2 ** 31 - 1;

export function CreateRunForm() {
  const t = useWords("console");
  const text = useText();
  const errorWords = useErrorWords();
  const [cards, setCards] = useState<readonly ScenarioCard[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [values, setValues] = useState<Record<string, number>>({});
  const [roster, setRoster] = useState<Record<string, string>>({});
  const [seed, setSeed] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    void api.scenarios().then((reply) => {
      if (!reply.ok) return setProblem(reply.code);
      setCards(reply.value);
      setChosen(reply.value[0]?.id ?? null);
    });
  }, []);
  const card = cards?.find((one) => one.id === chosen);

  const create = async () => {
    if (!card) return;
    setBusy(true);
    const named = Object.fromEntries(Object.entries(roster).filter(([, name]) => name.trim() !== ""));
    const reply = await api.createRun({
      scenario: card.id,
      parameters: values,
      roster: named,
      ...(seed === null ? {} : { seed }),
    });
    setBusy(false);
    if (reply.ok) go(`/console/${encodeURIComponent(reply.value.runId)}`);
    else setProblem(reply.code);
  };

  return (
    <section className="create" aria-labelledby="create-title">
      <h1 id="create-title">{t("createTitle")}</h1>
      {problem && <Alert type="error" showIcon title={errorWords(problem)} style={{ marginBottom: 12 }} />}
      {cards === null && !problem && <Skeleton active />}
      {cards?.length === 0 && (
        <>
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<b>{t("noScenarios.title")}</b>} />
          <p>{t("noScenarios.hint")}</p>
        </>
      )}
      <div className="scenario-cards">
        {cards?.map((one) => (
          <label key={one.id} className="scenario-card">
            <input
              type="radio"
              name="scenario"
              checked={one.id === chosen}
              onChange={() => {
                setChosen(one.id);
                setValues({});
                setRoster({});
              }}
            />
            <span>
              <b>{text(one.title)}</b>
              <span className="scenario-facts">
                {t("facts", {
                  minutes: Math.round(one.durationS / 60),
                  players: one.positions.reduce((sum, position) => sum + position.players, 0),
                  difficulty: one.difficulty,
                })}
              </span>
              <span>{text(one.summary)}</span>
            </span>
          </label>
        ))}
      </div>
      {card && (
        <>
          {card.parameters.map((parameter) => (
            <Parameter
              key={`${card.id} ${parameter.id}`}
              parameter={parameter}
              value={values[parameter.id] ?? parameter.default}
              onChange={(value) => setValues((known) => ({ ...known, [parameter.id]: value }))}
            />
          ))}
          <Collapse
            ghost
            items={[
              {
                key: "seed",
                label: t("seedTitle"),
                children: (
                  <label className="roster-row" htmlFor="seed">
                    <span>{t("seed")}</span>
                    <InputNumber
                      id="seed"
                      min={0}
                      max={LARGEST_SEED}
                      precision={0}
                      value={seed}
                      placeholder={t("seedAny")}
                      style={{ width: "100%" }}
                      onChange={setSeed}
                    />
                  </label>
                ),
              },
              {
                key: "roster",
                label: t("roster"),
                children: slotsOf(card).map(({ slot, title, number }) => (
                  <label key={slot} className="roster-row" htmlFor={`name-${slot}`}>
                    <span>{`${text(title)} ${number}`}</span>
                    <Input
                      id={`name-${slot}`}
                      value={roster[slot] ?? ""}
                      maxLength={24}
                      onChange={(event) => setRoster((known) => ({ ...known, [slot]: event.target.value }))}
                    />
                  </label>
                )),
              },
            ]}
          />
          <Button type="primary" size="large" block loading={busy} onClick={() => void create()}>
            {t("create")}
          </Button>
        </>
      )}
    </section>
  );
}

function slotsOf(card: ScenarioCard) {
  return card.positions.flatMap((position) =>
    Array.from({ length: position.players }, (_, index) => ({
      slot: `${position.id}-${index + 1}`,
      number: position.players > 1 ? `${index + 1}` : "",
      title: position.title,
    })),
  );
}

type Props = { parameter: ScenarioCard["parameters"][number]; value: number; onChange: (value: number) => void };

function Parameter({ parameter, value, onChange }: Props) {
  const text = useText();
  const { min, max, unit } = parameter;
  const step = max - min > 20 ? 1 : 0.1;
  const name = text(parameter.title);
  return (
    <div className="parameter">
      <span>{name}</span>
      <Slider min={min} max={max} step={step} value={value} onChange={onChange} ariaLabelForHandle={name} />
      <InputNumber
        min={min}
        max={max}
        step={step}
        value={value}
        aria-label={name}
        suffix={unit}
        onChange={(next) => next !== null && onChange(next)}
      />
    </div>
  );
}
