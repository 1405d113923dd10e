import type { Page } from '@playwright/test';
import { openReview, searchField } from '../support/actions.ts';
import { expect, test } from '../support/app.ts';
import { workers } from '../support/people.ts';

/** Longer than any page here has controls: a walk that takes more goes in circles. */
const MOST_TABS = 150;
/** Fewer than the controls beside a page, so that leaving it is not passed over. */
const AT_A_TIME = 8;

/** The page tells where the focus came, and what of it was out of sight or without a mark. */
const watchFocus = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = new WeakSet<Element>();
    const hidden: string[] = [];
    Object.assign(window, { seen, hidden });
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLElement)) return;
      seen.add(target);
      const { top, bottom } = target.getBoundingClientRect();
      const isInSight = bottom > 0 && top < window.innerHeight;
      if (!isInSight || !target.matches(':focus-visible')) hidden.push(target.outerHTML.slice(0, 120));
    });
  });

/** The controls of the page that the walk did not come to, and those that it came to unseen. */
const missedIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen: unknown = Reflect.get(window, 'seen');
    const hidden: unknown = Reflect.get(window, 'hidden');
    if (!(seen instanceof WeakSet) || !Array.isArray(hidden)) return ['nobody watched'];
    const controls = [...document.querySelectorAll<HTMLElement>('main :is(a[href], button, input, select, textarea)')];
    const missed = controls.filter(
      (control) =>
        control.tabIndex >= 0 &&
        !control.matches(':disabled, [type=radio]:not(:checked)') &&
        control.checkVisibility() &&
        !seen.has(control),
    );
    return [...missed.map((control) => `never reached: ${control.outerHTML.slice(0, 120)}`), ...hidden.splice(0)];
  });

const focusedPage = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.closest('nav button')?.textContent ?? null);

async function tabTo(page: Page, name: string): Promise<void> {
  for (let tab = 0; (await focusedPage(page)) !== name; tab += 1) {
    expect(tab, name).toBeLessThan(MOST_TABS);
    await page.keyboard.press('Tab');
  }
}

/** From wherever the focus is to the page, and through it to its end. */
async function tabThrough(page: Page): Promise<void> {
  let hasBeenThere = false;
  for (let tab = 0; tab < MOST_TABS; tab += AT_A_TIME) {
    for (let one = 0; one < AT_A_TIME; one += 1) await page.keyboard.press('Tab');
    const isThere = await page.evaluate(() => Boolean(document.activeElement?.closest('main')));
    if (hasBeenThere && !isThere) return;
    hasBeenThere ||= isThere;
  }
}

test('every page of the review window is walked with Tab and Enter alone', async ({ app }) => {
  const { desk } = app;
  await expect(desk.getByLabel(`Wachtwoord van ${workers.karin.name}`)).toBeFocused();
  await desk.keyboard.type(workers.karin.password);
  await desk.keyboard.press('Enter');
  await expect(searchField(desk)).toBeFocused();
  const review = await openReview(app);
  await watchFocus(review);
  for (const name of await review.getByRole('navigation').getByRole('button').allTextContents()) {
    await tabTo(review, name);
    await review.keyboard.press('Enter');
    await expect(review.locator('nav [aria-current=page]')).toHaveText(name);
    await expect(review.getByText('Wordt geladen…')).toHaveCount(0);
    // Once more for what came while it was walked.
    await expect(async () => {
      await tabThrough(review);
      expect(await missedIn(review), name).toEqual([]);
    }).toPass();
  }
});
