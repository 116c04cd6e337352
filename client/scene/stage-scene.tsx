// Everything there is to see on a stage, for whoever looks: put together from one component per thing.
import { use, useMemo, useSyncExternalStore } from "react";
import type { PropView, StageView } from "../../sim-server/protocol/frames.ts";
import { Barrier } from "./barrier.tsx";
import { Blasts } from "./blasts.tsx";
import { loadPicture } from "./built-assets.ts";
import { Container } from "./container.tsx";
import { ControlPanel } from "./control-panel.tsx";
import { Crowd } from "./crowd.tsx";
import { Door } from "./door.tsx";
import { Flames } from "./flames.tsx";
import { GasCloud } from "./gas-cloud.tsx";
import { Haze } from "./haze.tsx";
import { NamePlates } from "./name-plates.tsx";
import { People } from "./people.tsx";
import { Siren } from "./siren.tsx";
import { drawnSmoke } from "./smoke.ts";
import { SmokeLayers } from "./smoke-layers.tsx";
import type { PlanPoint } from "./space.ts";
import { FireWater, MonitorSpray, WaterCurtain } from "./spray.tsx";
import { Switch } from "./switch.tsx";
import { Valve } from "./valve.tsx";
import { WindSock } from "./wind-sock.tsx";
import { useWorld } from "./world.ts";

export function StageScene({ titles }: { titles: Readonly<Record<string, string>> }) {
  const { stage, model } = useWorld();
  const smoke = use(loadPicture("effects/smoke.webp"));
  const puff = useMemo(() => smoke ?? drawnSmoke(), [smoke]);
  return (
    <>
      <primitive object={model.root} />
      {Object.keys(stage.doors).map((id) => (
        <Door key={id} id={id} />
      ))}
      {Object.entries(stage.props).map(([id, prop]) => (
        <Thing key={id} id={id} prop={prop} />
      ))}
      <NamePlates />
      <People titles={titles} />
      <GasCloud smoke={puff} />
      <FireScene />
      <Haze />
    </>
  );
}

/** Drawn only where something can burn or people can crowd: other drills pay nothing for it. */
function FireScene() {
  const { source } = useWorld();
  const burns = useSyncExternalStore(source.subscribe, () => source.getFrame()?.fire !== undefined);
  const crowded = useSyncExternalStore(source.subscribe, () => source.getFrame()?.crowd !== undefined);
  return (
    <>
      {burns ? (
        <>
          <SmokeLayers />
          <Flames />
          <Blasts />
        </>
      ) : null}
      {crowded ? <Crowd /> : null}
    </>
  );
}

function Thing({ id, prop }: { id: string; prop: PropView }) {
  const { stage } = useWorld();
  switch (prop.kind) {
    case "valve":
      return (
        <>
          <Valve id={id} />
          {prop.does === "water-curtain" ? <WaterCurtain valve={id} /> : null}
        </>
      );
    case "container":
      return <Container id={id} />;
    case "switch":
      return <Switch id={id} />;
    case "barrier":
    case "hatch":
      return <Barrier id={id} />;
    case "siren":
      return <Siren id={id} />;
    case "wind-sock":
      return <WindSock id={id} />;
    case "control-panel":
      return <ControlPanel id={id} />;
    case "sprinkler":
    case "hose":
      return <FireWater id={id} />;
    case "monitor":
      return <MonitorSpray id={id} leak={openingOf(stage, prop.of)} />;
    default:
      return null;
  }
}

/** Where gas would leave a container: at its valve, or at the container itself when the stage shows no valve of it. */
function openingOf({ props }: StageView, container: string | undefined): PlanPoint | null {
  if (container === undefined) return null;
  const valve = Object.values(props).find((prop) => prop.kind === "valve" && prop.of === container);
  return (valve ?? props[container])?.at ?? null;
}
