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

/** What was typed in a page last, told with every key: the field or the page may be gone when somebody asks. */
async function followTyping(page: Page): Promise<() => string> {
  let last = '';
  await page.exposeFunction('tellTyped', (value: string) => {
    last = value;
  });
  await page.evaluate(() =>
    document.addEventListener(
      'input',
      ({ target }) => {
        const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
        // Who goes on typing after a lock types in the field for the password.
        if (isField && target.type !== 'password') Reflect.get(window, 'tellTyped')(target.value);
      },
      { capture: true },
    ),
  );
  return () => last;
}

/** Types until the field is gone or the page with it, and does something else in the middle of it. */
async function whileTyping(page: Page, typed: () => string, act: () => Promise<unknown>): Promise<void> {
  const before = typed();
  const typing = page.keyboard.type(sentence, { delay: 2 }).catch(() => undefined);
  await expect.poll(() => typed() !== before && typed().length > 10, { intervals: [5] }).toBe(true);
  await Promise.all([act(), typing]);
  // It did come in the middle.
  expect(typed().endsWith(sentence)).toBe(false);
}

/** Ends the program as somebody does who has had enough for today. */
async function end(app: App): Promise<void> {
  if (app.hostName === 'preview') return app.close();
  const ended = once(app.electron.process(), 'exit');
  await app.electron.evaluate(({ app: program }) => void setTimeout(() => program.quit()));
  await ended;
}

/** What a window still holds of one worker is dropped for the next. */
async function comeAndGo(desk: Page): Promise<void> {
  await unlock(desk, bram);
  await switchTo(desk, karin);
}

const { displayName } = callers.zwaantje;
const openDraft = (desk: Page) => desk.getByRole('option', { name: new RegExp(displayName) }).click();

test('what is typed in one window while another locks, or while the program ends, is all there afterwards', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, karin);
  const review = await openReview(app);
  await changeField(review);
  const inReview = await followTyping(review);
  await whileTyping(review, inReview, () => desk.keyboard.press('Control+l'));
  await comeAndGo(desk);
  const again = await openReview(app);
  await expect(await changeField(again)).toHaveValue(inReview());

  await desk.bringToFront();
  await openCaller(desk, 'zwaan', displayName);
  const inDesk = await followTyping(desk);
  await whileTyping(desk, inDesk, () => again.keyboard.press('Control+l'));
  await comeAndGo(desk);
  await openDraft(desk);
  await expect(noteField(desk)).toHaveValue(inDesk());

  await expect(noteField(desk)).toBeFocused();
  await whileTyping(desk, inDesk, () => end(app));
  await app.start();
  await unlock(app.desk, karin);
  await openDraft(app.desk);
  // The page may be gone before it has told of its last letter.
  expect((await noteField(app.desk).inputValue()).startsWith(inDesk())).toBe(true);
});
