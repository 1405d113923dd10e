export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

export type Corner = 'centre' | 'topRight';

/** Room left between a window and the edge of the screen where it opens for the first time. */
const margin = 24;

/**
 * Puts a window where it can be seen whole: on the screen that shows most of it now, or else on the nearest
 * one, no smaller than its minimum as far as that screen allows. What already fits stays as it is.
 */
export function fitToScreens(wanted: Rectangle, minimum: Size, workAreas: readonly Rectangle[]): Rectangle {
  const area = bestArea(wanted, workAreas);
  if (!area) return wanted;
  const width = clamp(wanted.width, Math.min(minimum.width, area.width), area.width);
  const height = clamp(wanted.height, Math.min(minimum.height, area.height), area.height);
  return {
    x: clamp(wanted.x, area.x, area.x + area.width - width),
    y: clamp(wanted.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

/** Where a window opens for the first time. */
export function firstPlace(size: Size, corner: Corner, area: Rectangle): Rectangle {
  const free = { width: area.width - size.width, height: area.height - size.height };
  const place =
    corner === 'centre'
      ? { x: area.x + Math.round(free.width / 2), y: area.y + Math.round(free.height / 2) }
      : { x: area.x + free.width - margin, y: area.y + margin };
  return { ...place, ...size };
}

export function sameRectangle(left: Rectangle, right: Rectangle): boolean {
  return left.x === right.x && left.y === right.y && left.width === right.width && left.height === right.height;
}

function bestArea(wanted: Rectangle, areas: readonly Rectangle[]): Rectangle | undefined {
  return areas.toSorted((left, right) => {
    const moreSeen = overlap(wanted, right) - overlap(wanted, left);
    return moreSeen || distance(wanted, left) - distance(wanted, right);
  })[0];
}

function overlap(left: Rectangle, right: Rectangle): number {
  const width = Math.min(left.x + left.width, right.x + right.width) - Math.max(left.x, right.x);
  const height = Math.min(left.y + left.height, right.y + right.height) - Math.max(left.y, right.y);
  return Math.max(0, width) * Math.max(0, height);
}

function distance(left: Rectangle, right: Rectangle): number {
  const across = Math.max(left.x - (right.x + right.width), right.x - (left.x + left.width), 0);
  const down = Math.max(left.y - (right.y + right.height), right.y - (left.y + left.height), 0);
  return Math.hypot(across, down);
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(value, highest));
}
