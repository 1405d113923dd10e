import { expect, type Page } from '@playwright/test';

/** What has to be scrolled sideways to be seen. Runs in the page. */
function scrollers(): string[] {
  const root = document.scrollingElement ?? document.documentElement;
  const page =
    root.scrollWidth > innerWidth ? [`the page is ${root.scrollWidth} wide in a window of ${innerWidth}`] : [];
  const parts = [...document.querySelectorAll('body *')]
    .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
    .filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1);
  const named = parts.map(
    ({ tagName, className, clientWidth, scrollWidth }) =>
      `${tagName}.${className} scrolls sideways: ${scrollWidth} in ${clientWidth}`,
  );
  return [...page, ...named];
}

export const sidewaysScrollers = (page: Page): Promise<string[]> => page.evaluate(scrollers);

/**
 * What is wrong with how a page lies in its window, for as far as a program can see it: text is cut off by an edge without an ellipsis that says so, texts lie over each other, or what must be in reach is not.
 * Runs in the page.
 */
function findings(): string[] {
  const found: string[] = [];
  const nameOf = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`.slice(0, 80);

  interface Edges {
    left: number;
    right: number;
    top: number;
    bottom: number;
  }
  const seen: { text: string; element: Element; edges: Edges }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!element || text === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      const edges: Edges = { left: box.left, right: box.right, top: box.top, bottom: box.bottom };
      let hiddenOnPurpose = false;
      for (let around: Element | null = element; around; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (style.position === 'fixed') break;
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const clip = around.getBoundingClientRect();
        if (clip.width <= 1 || clip.height <= 1 || style.clipPath !== 'none') hiddenOnPurpose = true;
        if (hiddenOnPurpose) break;
        const saysSo = style.textOverflow === 'ellipsis' && around.contains(element);
        const beside = edges.right > clip.right + 1 || edges.left < clip.left - 1;
        const below = edges.bottom > clip.bottom + 2 || edges.top < clip.top - 2;
        if (beside && style.overflowX !== 'visible' && !saysSo) found.push(`“${text}” is cut off by ${nameOf(around)}`);
        if (below && /hidden|clip/.test(style.overflowY) && !saysSo)
          found.push(`“${text}” is cut off by ${nameOf(around)}`);
        edges.left = Math.max(edges.left, clip.left);
        edges.right = Math.min(edges.right, clip.right);
        edges.top = Math.max(edges.top, clip.top);
        edges.bottom = Math.min(edges.bottom, clip.bottom);
      }
      const isSeen = edges.right - edges.left > 1 && edges.bottom - edges.top > 1;
      if (!hiddenOnPurpose && isSeen) seen.push({ text, element, edges });
    }
  }
  // A menu, a dialog and a bar that stays in sight cover what is under them, as they should.
  function layerOf(element: Element): Element | null {
    for (let around: Element | null = element; around; around = around.parentElement) {
      const isBar = /sticky|fixed/.test(getComputedStyle(around).position);
      if (isBar || around.matches('[role="dialog"], [role="menu"]')) return around;
    }
    return null;
  }
  for (const [index, one] of seen.entries()) {
    for (const other of seen.slice(index + 1)) {
      if (one.element === other.element || layerOf(one.element) !== layerOf(other.element)) continue;
      const across = Math.min(one.edges.right, other.edges.right) - Math.max(one.edges.left, other.edges.left);
      const down = Math.min(one.edges.bottom, other.edges.bottom) - Math.max(one.edges.top, other.edges.top);
      // Lines may touch: the room above and below the letters belongs to a line as well.
      if (across > 2 && down > 5) found.push(`“${one.text}” and “${other.text}” lie over each other`);
    }
  }

  // The review window's pages are scrolled, with a button after each of their parts; the desk window's never are.
  const isDesk = document.querySelector('nav [aria-keyshortcuts="F8"]') !== null;
  const top = document.querySelector('[role="dialog"], [role="menu"]') ?? document.body;
  const mustBeSeen = isDesk
    ? 'nav [aria-keyshortcuts], .mantine-Button-root:not([data-variant])'
    : 'nav [aria-keyshortcuts]';
  for (const element of top.querySelectorAll(mustBeSeen)) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const box = element.getBoundingClientRect();
    const middle = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const foot = document.elementFromPoint((box.left + box.right) / 2, box.bottom - 2);
    const isSeen = [middle, foot].every((seenThere) => seenThere !== null && element.contains(seenThere));
    if (!isSeen) found.push(`“${element.textContent}” is out of sight`);
  }
  return [...new Set(found)];
}

/** Everything fits in the window as it is now. */
export async function expectTidy(page: Page, where: string): Promise<void> {
  expect.soft([...(await page.evaluate(scrollers)), ...(await page.evaluate(findings))], where).toEqual([]);
}
