// The plan on the screen: which metre lies at which pixel, and how zooming and panning move it.

/** What the window onto the plan shows: the metre in its middle and how large a metre is. */
export type View = { readonly x: number; readonly y: number; readonly pxPerM: number };
export type Size = { readonly width: number; readonly height: number };
export type Box = { readonly x: readonly [number, number]; readonly y: readonly [number, number] };

const CLOSEST_PX_PER_M = 120;
const FARTHEST_PX_PER_M = 0.05;

export function toScreen(view: View, size: Size, x: number, y: number): readonly [number, number] {
  return [size.width / 2 + (x - view.x) * view.pxPerM, size.height / 2 - (y - view.y) * view.pxPerM];
}

export function toPlan(view: View, size: Size, px: number, py: number): readonly [number, number] {
  return [view.x + (px - size.width / 2) / view.pxPerM, view.y - (py - size.height / 2) / view.pxPerM];
}

/** Shows the whole box with a margin in pixels. */
export function fitted(box: Box, size: Size, marginPx = 24): View {
  const widthM = Math.max(1, box.x[1] - box.x[0]);
  const heightM = Math.max(1, box.y[1] - box.y[0]);
  const across = Math.max(40, size.width - 2 * marginPx) / widthM;
  const down = Math.max(40, size.height - 2 * marginPx) / heightM;
  return { x: (box.x[0] + box.x[1]) / 2, y: (box.y[0] + box.y[1]) / 2, pxPerM: Math.min(across, down) };
}

/** Zooms so that the metre under the pointer stays under it. */
export function zoomAt(view: View, size: Size, px: number, py: number, factor: number): View {
  const pxPerM = Math.min(CLOSEST_PX_PER_M, Math.max(FARTHEST_PX_PER_M, view.pxPerM * factor));
  const [x, y] = toPlan(view, size, px, py);
  return { x: x - (px - size.width / 2) / pxPerM, y: y + (py - size.height / 2) / pxPerM, pxPerM };
}

export function pan(view: View, dxPx: number, dyPx: number): View {
  return { ...view, x: view.x - dxPx / view.pxPerM, y: view.y + dyPx / view.pxPerM };
}

/** The longest round length (1, 2 or 5 times a power of ten metres) that fits the width given. */
export function scaleBar(pxPerM: number, widthPx: number): { metres: number; px: number } {
  const most = widthPx / pxPerM;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  return { metres, px: metres * pxPerM };
}

export function union(boxes: readonly Box[]): Box {
  return {
    x: [Math.min(...boxes.map((box) => box.x[0])), Math.max(...boxes.map((box) => box.x[1]))],
    y: [Math.min(...boxes.map((box) => box.y[0])), Math.max(...boxes.map((box) => box.y[1]))],
  };
}
