import { once } from 'node:events';
import type { Locator, Page } from '@playwright/test';
import { noteField, openCaller, openReview, switchTo, unlock } from './support/actions.ts';
import { type App, expect, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';
import { say } from './support/words.ts';

const { karin, bram } = workers;
const sentence = 'De assistente noemt bij het opnemen hoe lang het wachten nog duurt, ook als dat tegenvalt. ';

/** The form of the review window for something that changes, with what is kept in it. */
async function changeField(review: Page): Promise<Locator> {
  await review.getByRole('navigation').getByText(say('Preventie')).click();
  await review.getByRole('button', { name: say('Nieuwe verbetering') }).click();
  const field = review.getByLabel(say('Wat verandert er'));
  await expect(field).toBeFocused();
  return field;
}

/** What stood in a field last, told with every key: the page may be gone when somebody asks. */
async function followTyping(page: Page, field: Locator): Promise<() => string> {
  let last = '';
  await page.exposeFunction('tellTyped', (value: string) => {
    last = value;
  });
  await field.evaluate((element) =>
    element.addEventListener('input', () => {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
        Reflect.get(window, 'tellTyped')(element.value);
    }),
  );
  return () => last;
}

/** Types until the field is gone or the page with it, and does something else in the middle of it. */
async function whileTyping(page: Page, typed: () => string, act: () => Promise<unknown>): Promise<void> {
  const typing = page.keyboard.type(sentence, { delay: 2 }).catch(() => undefined);
  await expect.poll(() => typed().length, { intervals: [5] }).toBeGreaterThan(10);
  await Promise.all([act(), typing]);
}

const lockedScreen = (page: Page) => page.getByRole('listbox', { name: say('Wie ben je?') });

test('what is typed in one window at the moment that another locks is all there, for whoever typed it', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, karin);
  const review = await openReview(app);
  const inReview = await followTyping(review, await changeField(review));
  await whileTyping(review, inReview, () => desk.keyboard.press('Control+l'));
  await expect(lockedScreen(desk)).toBeVisible();
  // What a window still holds of one worker is dropped for the next.
  await unlock(desk, bram);
  await switchTo(desk, karin);
  const again = await openReview(app);
  expect(inReview().length).toBeLessThan(sentence.length);
  await expect(await changeField(again)).toHaveValue(inReview());

  await desk.bringToFront();
  await openCaller(desk, 'zwaan', callers.zwaantje.displayName);
  const inDesk = await followTyping(desk, noteField(desk));
  await whileTyping(desk, inDesk, () => again.keyboard.press('Control+l'));
  await expect(lockedScreen(desk)).toBeVisible();
  await unlock(desk, bram);
  await switchTo(desk, karin);
  await desk.getByRole('option', { name: new RegExp(callers.zwaantje.displayName) }).click();
  expect(inDesk().length).toBeLessThan(sentence.length);
  await expect(noteField(desk)).toHaveValue(inDesk());
});

/** Ends the program as somebody does who has had enough for today. */
async function end(app: App): Promise<void> {
  if (app.hostName === 'preview') return app.close();
  const ended = once(app.electron.process(), 'exit');
  await app.electron.evaluate(({ app: program }) => void setTimeout(() => program.quit()));
  await ended;
}

test('what is typed at the moment that the program is ended is there at the next start', async ({ app }) => {
  await unlock(app.desk, karin);
  const review = await openReview(app);
  const typed = await followTyping(review, await changeField(review));
  await whileTyping(review, typed, () => end(app));
  await app.start();
  await unlock(app.desk, karin);
  const kept = await (await changeField(await openReview(app))).inputValue();
  // The page may be gone before it has told of its last letter.
  expect(kept.slice(0, typed().length)).toBe(typed());
  expect(typed().length).toBeLessThan(sentence.length);
});
