// A panel as DOM, for the desk: real buttons, keyboard and screen readers included.
import { useEffect, useRef } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Block, Panel, PanelButton } from "./panel.ts";
import { drawSiteMap } from "./site-map-drawing.ts";
import type { TraineeRun } from "./trainee-run.ts";
import "./panel.css";

export function PanelDom({ panel, trainee, name }: { panel: Panel; trainee: TraineeRun; name: string }) {
  return (
    <section className="panel" aria-label={name}>
      {panel.tabs.length > 0 ? (
        <nav className="panel-tabs">
          {panel.tabs.map((tab) => (
            <PressButton key={tab.id} button={tab} />
          ))}
        </nav>
      ) : null}
      <div className="panel-blocks">
        {panel.blocks.map((block, index) => (
          <BlockDom key={"id" in block ? block.id : `${block.kind}-${index}`} block={block} trainee={trainee} />
        ))}
      </div>
    </section>
  );
}

function BlockDom({ block, trainee }: { block: Block; trainee: TraineeRun }) {
  switch (block.kind) {
    case "title":
      return <h2>{block.text}</h2>;
    case "text":
      return <p className={`tone-${block.tone ?? "plain"}`}>{block.text}</p>;
    case "entry":
      return (
        <article className="panel-entry">
          <header>{block.head}</header>
          <p>{block.text}</p>
        </article>
      );
    case "meter":
      return (
        <div className={`panel-meter tone-${block.tone}`}>
          <span>{block.label}</span>
          <strong className="clock">{block.value}</strong>
          <i style={{ width: `${Math.round(block.fraction * 100)}%` }} />
        </div>
      );
    case "row":
      return (
        <div className="panel-row">
          {block.label ? <span>{block.label}</span> : null}
          {block.buttons.map((button) => (
            <PressButton key={button.id} button={button} />
          ))}
        </div>
      );
    case "map":
      return <MapDom trainee={trainee} />;
    case "button":
      return <PressButton button={block} />;
  }
}

function PressButton({ button }: { button: PanelButton }) {
  const look = `press tone-${button.tone ?? "plain"}${button.chosen ? " chosen" : ""}`;
  return (
    <button
      type="button"
      className={look}
      data-id={button.id}
      disabled={button.off ?? false}
      aria-pressed={button.chosen ?? false}
      onClick={button.press}
    >
      {button.detail ? <small>{button.detail}</small> : null}
      <span>{button.text}</span>
    </button>
  );
}

const MAP_WIDTH = 760;
const MAP_HEIGHT = 600;

function MapDom({ trainee }: { trainee: TraineeRun }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = trainee.run(useShallow((run) => run.briefing?.stage));
  useEffect(() => {
    const pen = canvas.current?.getContext("2d");
    if (!pen || !stage) return;
    const draw = () => {
      pen.clearRect(0, 0, MAP_WIDTH, MAP_HEIGHT);
      const area = { x: 0, y: 0, width: MAP_WIDTH, height: MAP_HEIGHT };
      drawSiteMap(pen, area, stage, trainee.body, trainee.play.getState().windRead, 30);
    };
    draw();
    const timer = setInterval(draw, 250);
    return () => clearInterval(timer);
  }, [stage, trainee]);
  return <canvas ref={canvas} width={MAP_WIDTH} height={MAP_HEIGHT} className="panel-map" />;
}
