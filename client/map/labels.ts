// Where names go beside their marks so that none lies on another: the first free side, else none.

export type Mark = { readonly id: string; readonly px: number; readonly py: number; readonly widthPx: number };
export type Placed = { readonly dx: number; readonly dy: number };

const HEIGHT = 17;
const GAP = 13;
type Rectangle = { left: number; top: number; right: number; bottom: number };

const overlap = (a: Rectangle, b: Rectangle) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Offsets of label centres from their marks, clear of the names given; marks earlier in the list choose first. */
export function placeLabels(marks: readonly Mark[], names: readonly Name[] = []): ReadonlyMap<string, Placed> {
  const taken: Rectangle[] = [
    ...marks.map(({ px, py }) => ({ left: px - 9, top: py - 9, right: px + 9, bottom: py + 9 })),
    ...names.map((name) => rectangleOf({ ...name, widthPx: widthOf(name.text) }, { dx: 0, dy: 0 })),
  ];
  const placed = new Map<string, Placed>();
  for (const mark of marks) {
    const side = mark.widthPx / 2 + GAP;
    const places: readonly Placed[] = [
      { dx: 0, dy: GAP + HEIGHT / 2 },
      { dx: 0, dy: -GAP - HEIGHT / 2 },
      { dx: side, dy: 0 },
      { dx: -side, dy: 0 },
      { dx: side, dy: HEIGHT },
      { dx: -side, dy: HEIGHT },
      { dx: side, dy: -HEIGHT },
      { dx: -side, dy: -HEIGHT },
      { dx: 0, dy: GAP + HEIGHT * 1.6 },
    ];
    const free = places.find((place) => !taken.some((other) => overlap(rectangleOf(mark, place), other)));
    if (!free) continue;
    placed.set(mark.id, free);
    taken.push(rectangleOf(mark, free));
  }
  return placed;
}

function rectangleOf(mark: Mark, place: Placed): Rectangle {
  const x = mark.px + place.dx;
  const y = mark.py + place.dy;
  return { left: x - mark.widthPx / 2, top: y - HEIGHT / 2, right: x + mark.widthPx / 2, bottom: y + HEIGHT / 2 };
}

/** A fair guess of a name's width: a 汉字 is as wide as it is high, a Latin letter a little over half. */
export function widthOf(text: string, sizePx = 12): number {
  let ems = 0;
  for (const letter of text) ems += letter.charCodeAt(0) > 0x2e80 ? 1 : 0.58;
  return Math.ceil(ems * sizePx) + 8;
}

export type Name = { readonly id: string; readonly px: number; readonly py: number; readonly text: string };

/** Those names, in their order of importance, that lie on none before them. */
export function legible<T extends Name>(names: readonly T[], sizePx = 12): readonly T[] {
  const taken: Rectangle[] = [];
  return names.filter((name) => {
    const box = rectangleOf({ ...name, widthPx: widthOf(name.text, sizePx) }, { dx: 0, dy: 0 });
    if (taken.some((other) => overlap(box, other))) return false;
    taken.push(box);
    return true;
  });
}
