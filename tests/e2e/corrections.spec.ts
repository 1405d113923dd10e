import { openCaller, openReview, recordIncident, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { callers, workers } from './support/people.ts';
import { say } from './support/words.ts';

const small = { width: 360, height: 520 };
const usual = { width: 400, height: 680 };

test('who reported corrects it, a manager too, and both see who changed what', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await recordIncident(desk);
  await desk.keyboard.press('Escape');
  await desk.getByRole('combobox', { name: say('Zoek een beller') }).fill('');
  await desk.getByRole('button', { name: say('Mijn meldingen') }).click();
  await expect(desk.getByRole('button', { name: /Zwaantje van Regenkamp/ })).toBeVisible();
  await app.resize(desk, small);
  await expectTidy(desk, 'own incidents');
  await app.picture(desk, 'desk-own-incidents-small');
  await desk.getByRole('button', { name: /Zwaantje van Regenkamp/ }).click();
  await expect(desk.getByText(say('Nog geen woorden of toelichting.'))).toBeVisible();
  await desk.getByRole('button', { name: say('Verbeter') }).click();
  await expect(desk.getByRole('heading', { name: say('Melding verbeteren') })).toBeVisible();
  await expectTidy(desk, 'correcting');
  await app.picture(desk, 'desk-correct-small');
  await app.resize(desk, usual);

  await desk.getByRole('button', { name: say('Bewaar'), exact: true }).click();
  await expect(desk.getByText(say('Er is nog niets veranderd.'))).toBeVisible();
  await desk.getByRole('button', { name: say('Zoek de beller') }).click();
  await desk.getByRole('combobox', { name: say('Zoek een beller') }).fill('pimpel');
  await desk.getByRole('option', { name: callers.friso.displayName }).click();
  await desk.getByRole('button', { name: say('Dreigen') }).click();
  await desk.getByLabel(say('Dag'), { exact: true }).fill('1-1-2199');
  await desk.getByLabel(say('Waarom verbeter je dit?')).fill('Het was iemand anders');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say('Vul een dag en een tijd in die voorbij zijn.')).first()).toBeVisible();
  await desk.getByLabel(say('Dag'), { exact: true }).fill('5-1-2026');
  await desk.getByLabel(say('Tijd'), { exact: true }).fill('09:30');
  await expectAccessible(desk);
  await app.picture(desk, 'desk-correct');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say('Verbeterd. Wat er stond, is bewaard.')).first()).toBeVisible();
  await desk.getByRole('button', { name: say('Wat is er veranderd (1)') }).click();
  await expect(desk.getByText(say('Verbeterd door Anna'))).toBeVisible();
  await expect(desk.getByText('“Het was iemand anders”')).toBeVisible();
  await expect(desk.getByRole('definition').filter({ hasText: callers.friso.displayName })).toContainText(
    callers.zwaantje.displayName,
  );
  await expectAccessible(desk);
  await app.picture(desk, 'desk-changes');
  await app.resize(desk, small);
  await expectTidy(desk, 'changes');
  await app.resize(desk, usual);

  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  await expect(review.getByRole('row', { name: /Friso/ })).toBeVisible();
  await review.getByRole('button', { name: say('Verbeter') }).click();
  const dialog = review.getByRole('dialog');
  await dialog.getByRole('button', { name: say('Ernstig'), exact: true }).press('ArrowDown');
  await dialog.getByRole('button', { name: say('Heel ernstig') }).click();
  await dialog.getByLabel(say('Wat er gebeurde'), { exact: false }).last().fill('Riep dat hij langskwam.');
  await expectAccessible(review);
  await app.picture(review, 'review-correct');
  await dialog.getByRole('button', { name: say('Bewaar') }).click();
  await expect(dialog).toHaveCount(0);
  await review.getByRole('button', { name: say('Wat is er veranderd (2)') }).click();
  await expect(review.getByRole('dialog').getByText(say('Verbeterd door Karin'))).toBeVisible();
  await expect(review.getByRole('dialog').getByText('Riep dat hij langskwam.')).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-changes');
  await review.keyboard.press('Escape');
  await expect(review.getByRole('dialog')).toHaveCount(0);
  await expect(review.getByRole('button', { name: say('Wat is er veranderd (2)') })).toBeFocused();
});

test('a correction that is being typed survives kill -9', async ({ app }) => {
  await unlock(app.desk, workers.anna);
  await recordIncident(app.desk);
  const open = async () => {
    await app.desk.getByRole('button', { name: say('Mijn meldingen') }).click();
    await app.desk.getByRole('button', { name: say(/Onbekende beller/) }).click();
    await app.desk.getByRole('button', { name: say('Verbeter') }).click();
  };
  await open();
  await app.desk.getByLabel(say('Woorden die de beller gebruikte')).fill('Half verbeterd');
  // What the desk asks next goes the same way, in order: the correction was kept before it.
  await switchTo(app.desk, workers.bram);
  await app.kill();

  await app.start();
  await unlock(app.desk, workers.anna);
  await open();
  await expect(app.desk.getByLabel(say('Woorden die de beller gebruikte'))).toHaveValue('Half verbeterd');
});
