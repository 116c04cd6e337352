// The stage as a client may know it: what stands where and what may be done with it.
import { PROP_ACTIONS, type Stage } from "../../../scenarios/format/stage.ts";
import type { PropView, StageView } from "../../protocol/frames.ts";

export function stageView(stage: Stage): StageView {
  return {
    title: stage.title,
    model: stage.model,
    bounds: stage.bounds,
    rooms: mapValues(stage.rooms, ({ title, x, y, heightM, indoor, floorM }) => ({
      title,
      x,
      y,
      heightM,
      indoor,
      ...(floorM === 0 ? {} : { floorM }),
    })),
    doors: mapValues(stage.doors, ({ title, between, at, wall, widthM, heightM }) => ({
      title,
      between,
      at,
      wall,
      widthM,
      heightM,
    })),
    places: mapValues(stage.places, ({ title, at, yawDeg }) => ({ title, at, yawDeg })),
    props: mapValues(
      stage.props,
      (prop): PropView => ({
        kind: prop.kind,
        title: prop.title,
        at: prop.at,
        faces: prop.faces,
        reachM: prop.reachM,
        workS: prop.workS,
        actions: PROP_ACTIONS[prop.kind],
        ...(prop.looks === undefined ? {} : { looks: prop.looks }),
        ...(prop.of === undefined ? {} : { of: prop.of }),
        ...(prop.does === undefined ? {} : { does: prop.does }),
        ...(prop.end === undefined ? {} : { end: prop.end }),
      }),
    ),
  };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
}
