// The site map's words, in English.
import type { SameKeys } from "../language.ts";
import type { map as zh } from "../zh/map.ts";

export const map: SameKeys<typeof zh> = {
  title: "Site map",
  loading3d: "Loading the 3D view…",
  no3d: "The 3D view cannot be opened. Reload the page to try again; the map and the exercise go on.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  site: "Show the site",
  region: "Show the surroundings",
  overview: "Surroundings",
  legend: "Legend",
  gasHint: "{{minutes}}-minute exposure levels; {{source}}",
  band: "AEGL-{{band}} ≥ {{ppm}} ppm",
  bandShort: "AEGL-{{band}}",
  wind: "Wind {{name}} {{deg}}°, {{speed}} m/s",
  windNames: { n: "N", ne: "NE", e: "E", se: "SE", s: "S", sw: "SW", w: "W", nw: "NW" },
  metres: "{{n}} m",
  kilometres: "{{n}} km",
  people: "{{n}} people",
  left: "{{n}} still there",
  player: "Player",
  simulated: "Simulated",
  trouble: "In trouble",
  north: "N",
  personAt: "{{name}}, {{doing}}",
  doing: {
    stand: "standing",
    walk: "walking",
    run: "running",
    work: "working",
    cough: "coughing",
    collapsed: "collapsed",
    radio: "on the radio",
    sit: "sitting",
  },
};
