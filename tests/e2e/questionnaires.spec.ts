import type { Page } from '@playwright/test';
import { openReview, switchTo, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { sidewaysScrollers } from './support/layout.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { say } from './support/words.ts';

async function openPart(app: App): Promise<Page> {
  const review = await openReview(app);
  await review.getByRole('navigation').getByText('Team').click();
  await review.getByText(say('Vragenlijst'), { exact: true }).click();
  return review;
}

test('the manager opens a questionnaire, a worker answers it once, and nobody sees it before its last day', async ({
  stoppedApp: app,
}) => {
  runScript('makeClosedQuestionnaire.ts', app.dataFolder);
  await app.start();
  const { desk } = app;
  await unlock(desk, workers.karin);
  const review = await openPart(app);

  // The one that is closed: five of one function and nobody else, so that this function may be told of.
  const abuse = review.getByRole('table', { name: say('Een beller of bezoeker schold je uit of beledigde je') });
  await expect(abuse.getByRole('columnheader', { name: 'Doktersassistent (5)' })).toBeVisible();
  await expect(abuse.getByRole('row', { name: say(/^elke week/) })).toContainText('22');
  await expectAccessible(review);
  await app.picture(review, 'questionnaire-result');
  await app.resize(review, { width: 800, height: 720 });
  expect(await sidewaysScrollers(review)).toEqual([]);
  await app.picture(review, 'questionnaire-result-800');
  await app.resize(review, { width: 1100, height: 720 });

  await review.getByRole('button', { name: say('Zet open') }).click();
  await expect(review.getByText(say('0 van 6 vulden hem in.'))).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'questionnaire-open');

  await desk.bringToFront();
  await switchTo(desk, workers.anna);
  await expect(desk.getByText(say(/Anonieme vragenlijst, tot en met .*/))).toBeVisible();
  await app.picture(desk, 'desk-questionnaire-line');
  await desk.getByRole('button', { name: say('Vul in') }).click();
  const group = (question: string) => desk.getByRole('group', { name: say(question) });
  const abused = 'Een beller of bezoeker schold je uit of beledigde je';
  await group(abused)
    .getByRole('button', { name: say('elke week') })
    .click();
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say('Nog 5 vragen open.'))).toBeVisible();
  // A caller comes in between: what was chosen is there afterwards.
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: say('Vul in') }).click();
  await expect(group(abused).getByRole('button', { name: say('elke week') })).toHaveAttribute('aria-pressed', 'true');
  for (const [question, answer] of [
    ['Een beller of bezoeker dreigde of intimideerde je', 'nooit'],
    ['Iemand maakte seksuele of discriminerende opmerkingen tegen je', 'zeg ik liever niet'],
    ['Iemand van het werk pestte of kleineerde je, of sloot je buiten', 'nooit'],
    ['Wat er gebeurde, heb je gemeld', 'soms'],
    ['Na zo’n voorval stond je team voor je klaar', 'altijd'],
  ] as const) {
    await group(question)
      .getByRole('button', { name: say(answer) })
      .click();
  }
  for (const size of [
    { width: 400, height: 680 },
    { width: 360, height: 520 },
  ]) {
    await app.resize(desk, size);
    expect(await sidewaysScrollers(desk)).toEqual([]);
    await expectAccessible(desk);
    await app.picture(desk, `desk-questionnaire-${size.width}`);
  }
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say('Bedankt. Verstuurd, zonder je naam.')).first()).toBeVisible();
  await expect(desk.getByText(say(/Anonieme vragenlijst, tot en met .*/))).toHaveCount(0);

  await switchTo(desk, workers.karin);
  const again = app.hostName === 'electron' ? await openPart(app) : review;
  await expect(again.getByText(say('1 van 6 vulden hem in.'))).toBeVisible();
  await expect(again.getByText(say('elke maand'))).toHaveCount(4);
});
