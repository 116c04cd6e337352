// The props of a stage by what the engines need of them, so that no tick searches the stage.
import type { Prop, Stage } from "../../scenarios/format/stage.ts";

export type Devices = {
  curtains: { id: string; prop: Prop; curtain: NonNullable<Prop["curtain"]> }[];
  sirens: string[];
  monitors: string[];
  extracts: { id: string; prop: Prop; room: string; scrubbers: { id: string; efficiency: number }[] }[];
  /** Machines that start by themselves, and how often, s. */
  appliances: { id: string; prop: Prop; everyS: number }[];
  /** Blowers that push fresh air into a room, and the hatch that a room under the ground is entered by. */
  supplies: { id: string; prop: Prop; room: string }[];
  hatchOf: Map<string, string>;
  /** The valve that shuts a container. */
  valveOf: Map<string, string>;
};

export function devicesOf(stage: Stage): Devices {
  const props = Object.entries(stage.props);
  const kind = (wanted: Prop["kind"]): string[] => props.filter(([, prop]) => prop.kind === wanted).map(([id]) => id);
  return {
    curtains: props.flatMap(([id, prop]) => (prop.curtain ? [{ id, prop, curtain: prop.curtain }] : [])),
    sirens: kind("siren"),
    monitors: kind("monitor"),
    extracts: props.flatMap(([id, prop]) => {
      const room = prop.of;
      if (prop.kind !== "switch" || prop.does !== "extract" || room === undefined) return [];
      const scrubbers = props
        .filter(([, other]) => other.does === "scrub" && other.of === room)
        .map(([other, { efficiency }]) => ({ id: other, efficiency: efficiency ?? 0 }));
      return [{ id, prop, room, scrubbers }];
    }),
    appliances: props.flatMap(([id, prop]) =>
      prop.kind === "appliance" && prop.everyS !== undefined ? [{ id, prop, everyS: prop.everyS }] : [],
    ),
    supplies: props.flatMap(([id, prop]) =>
      prop.kind === "switch" && prop.does === "supply" && prop.of !== undefined ? [{ id, prop, room: prop.of }] : [],
    ),
    hatchOf: new Map(
      props.flatMap(([id, prop]) => (prop.kind === "hatch" && prop.of !== undefined ? [[prop.of, id]] : [])),
    ),
    valveOf: new Map(
      props.flatMap(([id, prop]) => (prop.kind === "valve" && prop.of !== undefined ? [[prop.of, id]] : [])),
    ),
  };
}
