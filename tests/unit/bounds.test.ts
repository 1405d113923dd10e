import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPlace, fitToScreens, type Rectangle } from '../../src/main/shell/bounds.ts';

const minimum = { width: 360, height: 520 };
const place = fc.integer({ min: -20_000, max: 20_000 });
const area = fc.record({
  x: fc.integer({ min: -8000, max: 8000 }),
  y: fc.integer({ min: -8000, max: 8000 }),
  width: fc.integer({ min: 200, max: 8000 }),
  height: fc.integer({ min: 200, max: 5000 }),
});
const areas = fc.array(area, { minLength: 1, maxLength: 4 });
const size = fc.integer({ min: 0, max: 20_000 });
const wanted = fc.record({ x: place, y: place, width: size, height: size });

const contains = (outer: Rectangle, inner: Rectangle) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

describe('fitToScreens', () => {
  it('shows the window whole on one screen', () => {
    fc.assert(
      fc.property(wanted, areas, (window, screens) => {
        const fitted = fitToScreens(window, minimum, screens);
        expect(screens.some((screen) => contains(screen, fitted))).toBe(true);
      }),
    );
  });

  it('keeps the minimum on every screen that has room for it', () => {
    fc.assert(
      fc.property(wanted, areas, (window, screens) => {
        const fitted = fitToScreens(window, minimum, screens);
        const screen = screens.filter((candidate) => contains(candidate, fitted));
        expect(screen.some(({ width }) => fitted.width >= Math.min(minimum.width, width))).toBe(true);
        expect(screen.some(({ height }) => fitted.height >= Math.min(minimum.height, height))).toBe(true);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(wanted, areas, (window, screens) => {
        const once = fitToScreens(window, minimum, screens);
        expect(fitToScreens(once, minimum, screens)).toEqual(once);
      }),
    );
  });

  it('leaves a window that fits where it is', () => {
    fc.assert(
      fc.property(area, fc.array(area, { maxLength: 3 }), (screen, others) => {
        const window = { x: screen.x, y: screen.y, width: screen.width, height: screen.height };
        expect(fitToScreens(window, { width: 0, height: 0 }, [screen, ...others])).toEqual(window);
      }),
    );
  });

  it('goes to the nearest screen when its own is gone', () => {
    const left = { x: 0, y: 0, width: 1920, height: 1040 };
    const right = { x: 1920, y: 0, width: 1920, height: 1040 };
    const window = { x: 4000, y: 200, width: 400, height: 680 };
    expect(fitToScreens(window, minimum, [left, right])).toEqual({ ...window, x: 3440 });
  });

  it('stays where it was without any screen', () => {
    const window = { x: 4, y: 5, width: 400, height: 680 };
    expect(fitToScreens(window, minimum, [])).toEqual(window);
  });
});

describe('firstPlace', () => {
  it('opens beside the work, at the top right, or in the middle', () => {
    const screen = { x: 0, y: 20, width: 1920, height: 1020 };
    expect(firstPlace({ width: 400, height: 680 }, 'topRight', screen)).toMatchObject({ x: 1496, y: 44 });
    expect(firstPlace({ width: 1100, height: 720 }, 'centre', screen)).toMatchObject({ x: 410, y: 170 });
  });
});
