import type { GraphNode } from './graphOfPaths';

/** Where lines go, as SVG has it. */
type Shape = (width: number, height: number) => string;

/** How far a corner is cut, folded or bent, in px. */
const CUT = 10;

const box = (w: number, h: number, corner: number): string =>
  `M${corner},0 H${w - corner} A${corner},${corner} 0 0 1 ${w},${corner} ` +
  `V${h - corner} A${corner},${corner} 0 0 1 ${w - corner},${h} ` +
  `H${corner} A${corner},${corner} 0 0 1 0,${h - corner} ` +
  `V${corner} A${corner},${corner} 0 0 1 ${corner},0 Z`;

/** Round ends, as for everything that is people. */
const pill: Shape = (w, h) => box(w, h, h / 2);

/** People behind people. */
const stack: Shape = (w, h) =>
  `${box(w, h, 12)} M${CUT},${h + 4} H${w - CUT} M${2 * CUT},${h + 8} H${
    w - 2 * CUT
  }`;

const hexagon: Shape = (w, h) =>
  `M${CUT},0 H${w - CUT} L${w},${h / 2} L${w - CUT},${h} H${CUT} L0,${h / 2} Z`;

/** A label on a string. */
const tag: Shape = (w, h) =>
  `M0,0 H${w - CUT} L${w},${h / 2} L${w - CUT},${h} H0 Z`;

/** A sheet with a folded corner. */
const sheet: Shape = (w, h) =>
  `M0,0 H${w - CUT} L${w},${CUT} V${h} H0 Z M${w - CUT},0 V${CUT} H${w}`;

/** A ticket, cut on both sides. */
const ticket: Shape = (w, h) => {
  const at = h / 2;
  return (
    `M0,0 H${w} V${at - CUT / 2} A${CUT / 2},${CUT / 2} 0 0 0 ${w},` +
    `${at + CUT / 2} V${h} H0 V${at + CUT / 2} A${CUT / 2},${CUT / 2} 0 0 0 ` +
    `0,${at - CUT / 2} Z`
  );
};

/** A ticket for many things at once. */
const tickets: Shape = (w, h) => `${ticket(w, h)} M${CUT},${h + 4} H${w - CUT}`;

/** The drum that stands for data everywhere. Its lid stands out above, so that it does not run through the text. */
const drum: Shape = (w, h) => {
  const bend = `A${w / 2},${CUT / 2} 0 0`;
  return (
    `M0,0 ${bend} 1 ${w},0 V${h - CUT / 2} ${bend} 1 0,${h - CUT / 2} Z ` +
    `M0,0 ${bend} 0 ${w},0`
  );
};

const shapes: Record<GraphNode['kind'], Shape> = {
  user: pill,
  group: stack,
  everyone: stack,
  'group-members': stack,
  role: hexagon,
  owner: tag,
  responsibility: tag,
  policy: sheet,
  grant: ticket,
  'domain-grant': tickets,
  resource: drum,
};

/** The outline of a station, another one for each kind of thing, so that colour says nothing on its own. */
export function nodeShape(
  kind: GraphNode['kind'],
  width: number,
  height: number,
): string {
  return shapes[kind](width, height);
}
