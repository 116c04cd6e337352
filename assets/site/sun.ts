// The sun over every site that is put together from its stage file.
import type { Daylight } from "../kit/bake.ts";

export const SITE_SUN = { towards: [-0.52, -0.55, 0.654], colour: "#fff1dc" } as const;

/** Irradiance over pi: what a white surface facing the sun, or the open sky, sends back. */
export const SITE_DAYLIGHT: Daylight = { towards: SITE_SUN.towards, sun: [1.8, 1.6, 1.28], sky: [0.31, 0.39, 0.53] };
