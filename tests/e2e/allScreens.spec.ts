import type { Language } from '../../src/shared/contract/base.ts';
import { type App, expect, test } from './support/app.ts';
import { sidewaysScrollers } from './support/layout.ts';
import { barLook, deskLook, type Look, reviewLook, startBusyDay, type Texts, unlockAs } from './support/looks.ts';
import { callers, workers } from './support/people.ts';

/**
 * Every screen of both windows, in both languages, light and dark, in a small and a usual window: accessible, nothing
 * cut off, and a picture kept. What the screens do is in the other specs.
 */
const { karin, bram } = workers;
const languages: Language[] = ['nl', 'en'];
test.describe.configure({ timeout: 180_000 });

interface Walk {
  app: App;
  language: Language;
  t: Texts;
  look: Look;
}

const walks: Record<string, (walk: Walk) => Promise<void>> = {
  async 'before the work'({ app: { desk }, t, look }) {
    await look('unlock');
    await desk.keyboard.type('verkeerd-wachtwoord');
    await desk.keyboard.press('Enter');
    await expect(desk.getByText(t('session:wrongPassword'))).toBeVisible();
    await look('unlock-wrong');
    await desk.getByRole('button', { name: t('session:forgot') }).click();
    await expect(desk.getByRole('heading', { name: t('session:reset.title') })).toBeVisible();
    await look('reset');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('F9');
    await expect(desk.getByRole('heading', { name: t('distress:title') })).toBeVisible();
    await look('locked-crisis');
    await desk.keyboard.press('Escape');
    await unlockAs(desk, t, bram);
    await look('home-receptionist');
    await desk.keyboard.type('xqzx');
    await expect(desk.getByText(t('callers:newCallerNamed', { query: 'xqzx' }))).toBeVisible();
    await look('search-nobody');
  },

  async 'searching and noting'({ app: { desk }, t, look }) {
    const search = desk.getByRole('combobox', { name: t('callers:search') });
    const note = desk.getByRole('textbox', { name: t('contacts:note'), exact: true });
    await unlockAs(desk, t, karin);
    await expect(desk.getByRole('region', { name: t('breaks:prompt.label') })).toBeVisible();
    await look('home-busy');
    await desk.getByRole('button', { name: t('desk:more'), exact: true }).click();
    await expect(desk.getByRole('menuitem').first()).toBeVisible();
    await look('home-menu');
    await desk.keyboard.press('Escape');
    await search.fill('van');
    await expect(desk.getByRole('option')).toHaveCount(9);
    await look('search');
    await search.fill(callers.zwaantje.displayName);
    await expect(desk.getByRole('option', { name: callers.zwaantje.displayName }).first()).toBeVisible();
    await desk.keyboard.press('Enter');
    await expect(note).toBeFocused();
    await desk.keyboard.type('Wil het recept nu toch laten bezorgen. Uitgelegd dat dit via de apotheek gaat.');
    await expect(desk.getByText(t('contacts:saved'), { exact: true })).toBeVisible();
    await expect(desk.getByText(t('callers:history'), { exact: true })).toBeVisible();
    await look('card-history');
    await desk.keyboard.press('Alt+r');
    await expect(desk.getByRole('menuitem', { name: t('contacts:noReason') })).toBeVisible();
    await look('card-reason');
    await desk.keyboard.press('Escape');
    await desk.getByRole('button', { name: t('callers:edit.open') }).click();
    await expect(desk.getByRole('heading', { name: t('callers:edit.title') })).toBeVisible();
    await look('caller-details');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Escape');
    await search.fill(callers.friso.displayName);
    await expect(desk.getByRole('option', { name: callers.friso.displayName }).first()).toBeVisible();
    await desk.keyboard.press('Enter');
    await expect(desk.getByText(t('callers:colleague.letColleague')).or(note).first()).toBeVisible();
    await look('card-colleague');
    await desk.keyboard.press('Control+n');
    await desk.getByLabel(t('callers:name')).fill('Regenkamp');
    await expect(desk.getByText(t('callers:looksLike'))).toBeVisible();
    await look('new-caller');
    await desk.getByLabel(t('callers:number')).fill('06');
    await note.press('Control+Enter');
    await expect(desk.getByText(t('callers:badNumber', { number: '06' })).first()).toBeVisible();
    await look('new-caller-number');
  },

  async 'incident and phrases'({ app: { desk }, t, look }) {
    await unlockAs(desk, t, karin);
    await desk.keyboard.press('F8');
    await desk.keyboard.press('Enter');
    await expect(desk.getByText(t('incidents:sheet.missingBoth')).first()).toBeVisible();
    await look('incident-empty');
    for (const key of ['1', '3', 'w', 'a', 's']) await desk.keyboard.press(key);
    await expect(desk.getByText(t('incidents:sheet.sayLimit'))).toBeVisible();
    await look('incident');
    await desk.keyboard.press('Escape');
    await desk
      .getByRole('option', { name: t('incidents:behaviour.verbalAbuse') })
      .first()
      .click();
    await expect(desk.getByRole('heading', { name: t('incidents:complete.title') })).toBeVisible();
    await look('completion');
    await desk.keyboard.press('Escape');
    const [aboutReport = ''] = t('incidents:feedback.row', { when: '|' }).split('|');
    await desk.getByRole('option', { name: aboutReport }).first().click();
    await expect(desk.getByRole('heading', { name: t('incidents:feedback.title') })).toBeVisible();
    await look('feedback');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('F7');
    await expect(desk.getByRole('option').first()).toBeVisible();
    await look('phrases');
    await desk.keyboard.press('4');
    await desk.keyboard.press('Enter');
    await expect(desk.getByRole('button', { name: t('phrases:another') })).toBeVisible();
    await look('phrase-read');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('F1');
    await expect(desk.getByRole('heading', { name: t('desk:keys.title') })).toBeVisible();
    await look('keys');
  },

  async 'worry and break'({ app, language, t, look }) {
    const { desk } = app;
    await unlockAs(desk, t, karin);
    await desk.keyboard.press('F9');
    await expect(desk.getByRole('heading', { name: t('distress:title') })).toBeVisible();
    await look('crisis-first');
    await desk.keyboard.press('1');
    await look('crisis-ask');
    await desk.keyboard.press('2');
    await desk.keyboard.press('2');
    await expect(desk.getByText(t('distress:record.handedOverTo'))).toBeVisible();
    await look('crisis-hand-over');
    await desk.keyboard.press('1');
    await expect(desk.getByRole('heading', { name: t('distress:record.title') })).toBeVisible();
    await look('crisis-record');
    await desk.getByRole('button', { name: t('distress:record.save') }).click();
    await expect(desk.getByText(t('distress:after.break'))).toBeVisible();
    await look('crisis-after');
    await desk.keyboard.press('1');
    await desk.getByRole('button', { name: t('distress:share.consentAnswer.couldNotAsk') }).click();
    await desk.getByRole('button', { name: t('distress:share.vital') }).click();
    await desk.getByLabel(t('distress:share.reason')).fill('Xqzx.');
    await desk.getByRole('button', { name: t('distress:share.receivers.outOfHours') }).click();
    await look('tell-gp');
    await desk.getByRole('button', { name: t('distress:share.next') }).click();
    await expect(desk.getByRole('region', { name: t('distress:share.preview') })).toBeVisible();
    await look('tell-gp-text');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('2');
    await expect(desk.getByRole('heading', { name: t('distress:complete.title') })).toBeVisible();
    await look('concern-complete');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('F9');
    await desk.keyboard.press('l');
    await expect(desk.getByRole('heading', { name: t('distress:lonelyTitle') })).toBeVisible();
    await look('lonely');
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('main').getByText(t('breaks:prompt.insist'))).toBeVisible();
    await look('home-insist');
    await desk.getByRole('button', { name: t('breaks:bucket.overSecond') }).click();
    await expect(desk.getByText(t('breaks:bucket.drops'))).toBeVisible();
    await look('bucket');
    await desk.getByRole('button', { name: t('breaks:bucket.behind') }).click();
    await expect(desk.getByText(t('breaks:tally.crisis'))).toBeVisible();
    await look('tally');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('F10');
    await expect(desk.getByRole('timer')).toBeVisible();
    await look('break');
    await desk.keyboard.press('Escape');
    await look('home-on-break');
    await desk.keyboard.press('Control+.');
    await expect(desk.getByRole('button', { name: t('desk:grow') })).toBeVisible();
    await barLook(app, `${language}-bar`);
  },
};

for (const language of languages) {
  for (const [name, walk] of Object.entries(walks)) {
    test(`the desk window, ${name}, in ${language}`, async ({ stoppedApp: app }) => {
      const t = await startBusyDay(app, language);
      await walk({ app, language, t, look: (screen) => deskLook(app, app.desk, `${language}-${screen}`) });
    });
  }

  test(`the review window, in ${language}`, async ({ stoppedApp: app }) => {
    const t = await startBusyDay(app, language);
    await unlockAs(app.desk, t, karin);
    const review = await app.nextWindow(() => app.desk.keyboard.press('Control+d'));
    const look: Look = (screen) => reviewLook(app, review, `${language}-review-${screen}`);
    await expect(review.getByRole('grid', { name: t('review:table.label') })).toBeVisible();
    await look('today');
    await review.keyboard.press('?');
    await expect(review.getByRole('dialog')).toBeVisible();
    await look('keys');
    await review.keyboard.press('Escape');
    // Sunday of a week long before anybody was noted.
    await review.getByRole('button', { name: t('review:day.pick') }).click();
    await review.getByLabel(t('review:day.which')).fill('4-2-2024');
    await look('pick-day');
    await review.keyboard.press('Enter');
    await expect(review.getByText(t('review:day.empty'))).toBeVisible();
    await expect(review.getByRole('heading', { name: /4 feb\w+ 2024$/i })).toBeVisible();
    await look('empty-day');
    const pages = review.getByRole('navigation', { name: t('review:navigation') }).getByRole('button');
    for (const page of (await pages.all()).slice(1)) {
      await page.click();
      await expect(page).toHaveAttribute('aria-current', 'page');
      await expect(review.getByRole('main').getByRole('heading').first()).toBeVisible();
      await expect(review.getByText(t('common:loading'))).toHaveCount(0);
      const name = (await page.innerText()).replace(/[^a-z]+/gi, ' ').trim();
      await look(name.toLowerCase().replaceAll(' ', '-'));
      // A page in parts: each of them.
      const parts = review.getByRole('radiogroup', { name: t('team:parts') }).getByRole('radio');
      for (const part of (await parts.all()).slice(1)) {
        await part.press('Space');
        await expect(part).toBeChecked();
        await expect(review.getByText(t('common:loading'))).toHaveCount(0);
        await look(`${name.toLowerCase()}-${await part.getAttribute('value')}`);
      }
    }
    // In Electron the window is gone when somebody unlocks who may not look back; a browser keeps it.
    if (app.hostName === 'electron') return;
    await app.desk.keyboard.press('Control+l');
    await unlockAs(app.desk, t, bram);
    await expect(review.getByText(t('review:notForYou.title'))).toBeVisible();
    await look('not-for-you');
  });
}

test('with text twice as large nothing has to be scrolled sideways', async ({ stoppedApp: app }) => {
  const t = await startBusyDay(app, 'nl');
  const { desk } = app;
  await expect(desk.getByLabel(t('session:passwordOf', { name: karin.name }))).toBeFocused();
  const fontSize = () => desk.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await fontSize();
  for (let step = 0; step < 6; step += 1) await desk.keyboard.press('Control++');
  expect(await fontSize()).toBe(2 * before);
  const look = async (screen: string) => {
    expect.soft(await sidewaysScrollers(desk), screen).toEqual([]);
    await app.picture(desk, `large-${screen}`);
  };
  await look('unlock');
  await unlockAs(desk, t, karin);
  await look('home');
  await desk.keyboard.type('zwaan');
  await expect(desk.getByRole('option').first()).toBeVisible();
  await look('search');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(t('callers:history'), { exact: true })).toBeAttached();
  await look('card');
  await desk.keyboard.press('F8');
  await desk.keyboard.press('1');
  await look('incident');
  await desk.keyboard.press('F9');
  await look('crisis');
  for (const number of ['112', '113'])
    await expect(desk.getByText(number).filter({ visible: true }).first()).toBeInViewport({ ratio: 1 });
});
