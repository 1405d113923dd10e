import { useEffect } from 'react';

const controls = 'a[href], button, input, select, textarea, summary, [tabindex]';
const places = 'main, [role=dialog]';
const headings = 'h1, h2, h3, h4';
const uses = ['keydown', 'click'] as const;
/** How many controls back the one that opened a form is looked for: more than a few forms after each other have. */
const REMEMBERED = 100;

/** The part that went, and where it stood. */
interface Gone {
  part: Element;
  parent: Node;
  before: Node | null;
}

interface Visited {
  element: HTMLElement;
  name: string;
  /** Whether the worker did something with it; else it only had the focus until a form came. */
  isUsed: boolean;
  gone: Gone | null;
}

function nameOf(element: HTMLElement): string {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  const label = isField ? element.labels?.[0] : element;
  return element.getAttribute('aria-label') ?? label?.textContent ?? '';
}

/** A dialog lies over it. */
function isCovered(element: Element): boolean {
  const top = [...document.querySelectorAll('[role=dialog][aria-modal=true]')].at(-1);
  return top !== undefined && !top.contains(element);
}

const canHaveFocus = (element: HTMLElement): boolean =>
  element.isConnected &&
  element.tabIndex >= 0 &&
  !element.matches(':disabled') &&
  element.checkVisibility() &&
  !isCovered(element);

function controlsIn(root: Element): HTMLElement[] {
  const found = [root, ...root.querySelectorAll(controls)];
  return found.filter((element) => element instanceof HTMLElement).filter((element) => element.matches(controls));
}

function firstAmong(start: Element | null): HTMLElement | null {
  for (let element = start; element; element = element.nextElementSibling) {
    const found = controlsIn(element).find(canHaveFocus);
    if (found) return found;
  }
  return null;
}

/** A heading takes the focus for one moment, so that the next Tab goes on from there. */
function headingIn(root: Element): HTMLElement | null {
  const heading = root.querySelector<HTMLElement>(headings);
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  return heading;
}

function whatFollows(parent: Element, before: Node | null): Element | null {
  if (before?.parentNode !== parent) return parent.firstElementChild;
  return before instanceof Element || before instanceof CharacterData ? before.nextElementSibling : null;
}

/** What came in the place of the part that went or after it; without that the heading above it, and so upwards. */
function nearestTo({ parent, before }: Gone): HTMLElement | null {
  if (!(parent instanceof Element) || !parent.isConnected || !parent.closest(places)) return null;
  let follows = whatFollows(parent, before);
  for (let level: Element | null = parent; level; level = level.parentElement) {
    const found = firstAmong(follows) ?? headingIn(level);
    if (found) return found;
    if (level.matches(places)) return level instanceof HTMLElement ? level : null;
    follows = level.nextElementSibling;
  }
  return null;
}

/** The control itself, or drawn anew under the same name. */
function stillThere({ element, name }: Visited): HTMLElement | null {
  if (canHaveFocus(element)) return element;
  if (name === '') return null;
  const again = controlsIn(document.body).filter((control) => nameOf(control) === name && control.closest(places));
  return again.find(canHaveFocus) ?? null;
}

/** A form or a dialog, which somebody came into from a control outside it. */
const wasOpened = ({ part, parent }: Gone, from: Element): boolean =>
  part.querySelector('form') !== null ||
  part.contains(from.closest('form')) ||
  !(parent instanceof Element && parent.closest(places));

/** Where the focus belongs after what had it went. */
function placeAfter(visited: readonly Visited[]): HTMLElement | null {
  const last = visited.at(-1);
  if (!last?.gone) return null;
  const { element, gone } = last;
  if (!wasOpened(gone, element)) return nearestTo(gone);
  const before = visited.slice(0, -1);
  // What went out of that part earlier lay in it as well.
  const lay = (one: Visited) => one.gone?.part === gone.part || gone.part.contains(one.element);
  const opener = before.findLastIndex((one) => one.isUsed && !lay(one));
  const came = before[opener];
  if (!came) return nearestTo(gone);
  return stillThere(came) ?? nearestTo(gone) ?? placeAfter(before.slice(0, opener + 1));
}

/**
 * Keeps the focus where the next key belongs when what had it is taken away: a closed form gives it back to what
 * opened it, a row that went to what comes in its place, and a control that was busy gets it again.
 */
export function keepFocus(): () => void {
  let visited: Visited[] = [];
  const hasNone = () => document.activeElement === null || document.activeElement === document.body;

  function onFocus({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    // A dialog that gives way to the next gives its opener the focus for a moment.
    const isUsed = visited.some((one) => one.element === target && one.isUsed);
    const now = { element: target, name: nameOf(target), isUsed, gone: null };
    visited = [...visited.filter(({ element }) => element !== target), now].slice(-REMEMBERED);
  }

  // Who presses beside everything lets go of the focus on purpose.
  function onRelease(): void {
    if (hasNone() && !visited.at(-1)?.element.matches(':disabled')) visited = [];
  }

  function onUse(): void {
    const last = visited.at(-1);
    if (last && last.element === document.activeElement) last.isUsed = true;
  }

  function note({ removedNodes, target: parent, previousSibling: before }: MutationRecord): void {
    for (const part of removedNodes) {
      if (!(part instanceof Element)) continue;
      for (const one of visited) {
        if (part.contains(one.gone?.parent ?? one.element)) one.gone = { part, parent, before };
      }
    }
  }

  function onChange(records: MutationRecord[]): void {
    for (const record of records) note(record);
    const last = visited.at(-1);
    if (!last || !hasNone()) return;
    const isFreeAgain = records.some(({ type, target }) => type === 'attributes' && target === last.element);
    if (!last.element.isConnected) placeAfter(visited)?.focus();
    else if (isFreeAgain && canHaveFocus(last.element)) last.element.focus();
  }

  const changes = new MutationObserver(onChange);
  changes.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', onFocus);
  for (const use of uses) document.addEventListener(use, onUse, { capture: true });
  document.addEventListener('pointerup', onRelease, { capture: true });
  return () => {
    changes.disconnect();
    document.removeEventListener('focusin', onFocus);
    for (const use of uses) document.removeEventListener(use, onUse, { capture: true });
    document.removeEventListener('pointerup', onRelease, { capture: true });
  };
}

export const useKeptFocus = (): void => useEffect(keepFocus, []);
