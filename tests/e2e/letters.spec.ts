import type { Page } from '@playwright/test';
import { openCaller, openReview, searchField, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';
import { savedText } from './support/savedFile.ts';

const { displayName } = callers.umit;

/** Ümit made a threat on the phone; what he said was written down. Answers with the review window. */
async function afterThreat(app: App): Promise<Page> {
  const { desk } = app;
  await unlock(desk, workers.karin);
  await openCaller(desk, 'yagmur', displayName);
  await desk.keyboard.press('F8');
  for (const key of ['3', 'e', 'a', 'Enter']) await desk.keyboard.press(key);
  await expect(desk.getByText('Incident vastgelegd.').first()).toBeVisible();
  await expect(desk.getByRole('heading', { name: 'Incident', exact: true })).toHaveCount(0);
  await desk.keyboard.press('Escape');
  await searchField(desk).fill('');
  await desk.getByRole('option', { name: /Ümit Yağmurdere.*dreigen/i }).click();
  await desk.getByLabel('Woorden die de beller gebruikte').fill('Karin, ik kom naar je toe.');
  await desk.getByLabel('Wat er gebeurde').fill('Wilde zijn pillen eerder.');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText('Aangevuld.').first()).toBeVisible();
  return openReview(app);
}

async function fillLetterhead(review: Page): Promise<void> {
  await review.getByRole('navigation', { name: 'Onderdelen' }).getByText('Instellingen').click();
  const letterhead = review.getByRole('region', { name: 'Briefhoofd' });
  await letterhead.getByLabel('Adres van de praktijk').fill('Verzonnenlaan 1\n0000 AA Nergenshuizen');
  await letterhead.getByLabel('Telefoon').fill('024 000 00 00');
  await letterhead.getByLabel('Bezwaar gaat naar').fill('de praktijkmanager');
  await letterhead.getByLabel('Binnen welke tijd').fill('zes weken');
  await letterhead.getByRole('button', { name: 'Bewaar' }).click();
  await expect(letterhead.getByText('Bewaard.')).toBeVisible();
}

async function decideOn(review: Page, step: RegExp | null): Promise<void> {
  await review.getByRole('navigation', { name: 'Onderdelen' }).getByText('Vandaag').click();
  await review.getByRole('button', { name: 'Beslis over een stap' }).click();
  if (step) {
    await review.getByRole('button', { name: 'Anders…' }).click();
    await review.getByRole('button', { name: step }).click();
  } else await review.getByRole('button', { name: 'Neem voorstel over' }).click();
  await review.getByLabel('Waarom', { exact: true }).fill('U zei dat u iemand kwam opzoeken.');
  await review.getByRole('button', { name: 'Leg het besluit vast' }).click();
}

test('a letter about a ban is written, looked at, finished, saved and sent', async ({ app }) => {
  const review = await afterThreat(app);
  await fillLetterhead(review);
  await decideOn(review, null);
  await review.getByRole('button', { name: 'Schrijf: Contactverbod' }).click();
  const letter = review.getByRole('dialog', { name: 'Brief: Contactverbod' });
  const paper = letter.getByRole('region', { name: 'Zo komt het op papier' });
  await expect(paper).toContainText('u bedreigde een medewerker');
  await expect(paper).toContainText('Bij spoed krijgt u altijd hulp.');
  await letter.getByLabel(/^Aan/).fill(`${displayName}\nDromenweg 12`);
  const text = letter.getByLabel(/^Tekst/);
  await text.fill(`${(await text.inputValue()).replace(/Bij spoed krijgt u altijd hulp\./, '')}\n\nTot ziens, {naam}.`);
  await expect(letter.getByText('Concept bewaard.')).toBeVisible();
  await expect(paper).toContainText('Dromenweg 12');
  await expect(paper).toContainText('Bij spoed krijgt u altijd hulp.');
  await expectAccessible(review);
  await app.picture(review, 'review-letter');

  await letter.getByRole('button', { name: 'Maak klaar' }).click();
  await review
    .getByRole('dialog', { name: 'De brief klaarmaken?' })
    .getByRole('button', { name: 'Maak klaar' })
    .click();
  await expect(letter.getByText(/Vul \{naam\} nog in/)).toBeVisible();
  await text.fill((await text.inputValue()).replace('{naam}', 'meneer'));
  await letter.getByRole('button', { name: 'Maak klaar' }).click();
  await review
    .getByRole('dialog', { name: 'De brief klaarmaken?' })
    .getByRole('button', { name: 'Maak klaar' })
    .click();
  await expect(letter).toHaveCount(0);

  const letters = review.getByRole('region', { name: 'Brieven' });
  const printed = await savedText(app, review, () => letters.getByRole('button', { name: 'Bewaar als PDF' }).click());
  for (const said of [
    'Ümit Yağmurdere',
    'Dromenweg 12',
    'Verzonnenlaan 1',
    'Tot ziens, meneer.',
    'Bij spoed krijgt u altijd hulp.',
  ])
    expect(printed).toContain(said);
  expect(printed).not.toContain('Karin');
  await letters.getByLabel('Hoe').selectOption('Aangetekend');
  await letters.getByRole('button', { name: 'Leg vast dat de brief weg is' }).click();
  await expect(letters.getByText(/verstuurd op .*aangetekend/)).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-letters');
});

test('a dossier for the police holds only the texts that were read through, and no worker’s name', async ({ app }) => {
  const review = await afterThreat(app);
  await fillLetterhead(review);
  await decideOn(review, /^Aangifte$/);
  const dossier = review.getByRole('region', { name: 'Dossier voor de politie' });
  await expect(dossier.getByText(/binnen twee werkdagen/)).toBeVisible();
  await expect(dossier.getByText(/ECLI:NL:TGZRZWO:2023:163/)).toBeVisible();
  await dossier.getByRole('checkbox', { name: /Woorden van de beller/ }).check();
  await expect(dossier.getByText(/nagelezen door Karin/)).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-dossier');
  const printed = await savedText(app, review, () =>
    dossier.getByRole('button', { name: 'Maak dossier (PDF)' }).click(),
  );
  for (const said of ['Ümit Yağmurdere', 'Verzonnenlaan 1', 'publieke taak (VPT)', 'medewerker 1, ik kom naar je toe.'])
    expect(printed).toContain(said);
  expect(printed).not.toMatch(/Karin|pillen/);
  await expect(dossier.getByText(/Gemaakt op .* door Karin/)).toBeVisible();

  const report = review.getByRole('region', { name: 'Na de aangifte' });
  await report.getByLabel('Nummer van de aangifte').fill('PL-0000-1');
  await report.getByLabel('Aangifte gedaan op').fill('2026-11-23');
  await report.getByRole('button', { name: 'Bewaar' }).click();
  await expect(report.getByText('Bewaard.')).toBeVisible();
  await expect(dossier.getByText(/Aangifte gedaan op/)).toBeVisible();
});

test('a manager changes a model letter, is told of a field that is none, and goes back to the start', async ({
  app,
}) => {
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await fillLetterhead(review);
  const models = review.getByRole('region', { name: 'Voorbeeldbrieven' });
  await models.getByRole('button', { name: 'Opheffing' }).click();
  const text = models.getByLabel(/^Tekst/);
  await expect(text).toHaveValue(/Het besluit stopt/);
  await text.fill('Beste {voornaam}, het besluit stopt.');
  await models.getByRole('button', { name: 'Bewaar' }).click();
  await expect(models.getByText('{voornaam} is geen veld.')).toBeVisible();
  await text.fill('Beste {naam}, het besluit stopt.');
  await models.getByRole('button', { name: 'Bewaar' }).click();
  await expect(models.getByText(/Aangepast door Karin/)).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-model-letters');
  await models.getByRole('button', { name: 'Terug naar het begin' }).click();
  await review.getByRole('dialog').getByRole('button', { name: 'Terug naar het begin' }).click();
  await expect(models.getByText('Zoals het programma hem meegeeft.')).toBeVisible();
  await expect(text).toHaveValue(/\{gebeurtenissen\}/);
});
