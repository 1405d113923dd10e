import type { Page } from '@playwright/test';
import { openCaller, openReview, searchField, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';
import { savedText } from './support/savedFile.ts';
import { inLanguage, say } from './support/words.ts';

const { displayName } = callers.umit;
/** Letters are in Dutch until another language is chosen, whoever writes them. */
const emergencies = 'Bij spoed krijgt u altijd hulp.';

/** Ümit made a threat on the phone; what he said was written down. Answers with the review window. */
async function afterThreat(app: App): Promise<Page> {
  const { desk } = app;
  await unlock(desk, workers.karin);
  await openCaller(desk, 'yagmur', displayName);
  await desk.keyboard.press('F8');
  for (const key of ['3', 'e', 'a', 'Enter']) await desk.keyboard.press(key);
  await expect(desk.getByText(say('Incident vastgelegd.')).first()).toBeVisible();
  await expect(desk.getByRole('heading', { name: 'Incident', exact: true })).toHaveCount(0);
  await desk.keyboard.press('Escape');
  await searchField(desk).fill('');
  await desk
    .getByRole('option', { name: inLanguage({ nl: /Ümit Yağmurdere.*dreigen/i, en: /Ümit Yağmurdere.*threat/i }) })
    .click();
  await desk.getByLabel(say('Woorden die de beller gebruikte')).fill('Karin, ik kom naar je toe.');
  await desk.getByLabel(say('Wat er gebeurde')).fill('Wilde zijn pillen eerder.');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say('Aangevuld.')).first()).toBeVisible();
  return openReview(app);
}

async function fillLetterhead(review: Page): Promise<void> {
  await review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Instellingen'))
    .click();
  const letterhead = review.getByRole('region', { name: say('Briefhoofd') });
  await letterhead.getByLabel(say('Adres van de praktijk')).fill('Verzonnenlaan 1\n0000 AA Nergenshuizen');
  await letterhead.getByLabel(say('Telefoon', 'Telephone')).fill('024 000 00 00');
  await letterhead.getByLabel(say('Bezwaar gaat naar')).fill('de praktijkmanager');
  await letterhead.getByLabel(say('Binnen welke tijd')).fill('zes weken');
  await letterhead.getByRole('button', { name: say('Bewaar') }).click();
  await expect(letterhead.getByText(say('Bewaard.'))).toBeVisible();
}

/** The text of a letter to start from is kept while another is looked at, and given up with one press. */
async function typeInTemplate(review: Page): Promise<void> {
  const templates = review.getByRole('region', { name: say('Voorbeeldbrieven') });
  const subject = templates.getByLabel(say('Onderwerp'));
  const before = await subject.inputValue();
  await subject.fill('Een verzonnen onderwerp');
  await templates.getByText(say('Engels', 'English')).click();
  await expect(subject).not.toHaveValue('Een verzonnen onderwerp');
  await templates.getByText(say('Nederlands', 'Dutch')).click();
  await expect(subject).toHaveValue('Een verzonnen onderwerp');
  await subject.fill('');
  await templates.getByRole('button', { name: say('Herstel', 'Undo') }).click();
  await expect(subject).toHaveValue(before);
}

async function decideOn(review: Page, step: RegExp | null): Promise<void> {
  await review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Vandaag'))
    .click();
  await review.getByRole('button', { name: say('Beslis over een stap') }).click();
  if (step) {
    await review.getByRole('button', { name: say('Anders…') }).click();
    await review.getByRole('button', { name: step }).click();
  } else await review.getByRole('button', { name: say('Neem voorstel over') }).click();
  await review.getByLabel(say('Waarom'), { exact: true }).fill('U zei dat u iemand kwam opzoeken.');
  await review.getByRole('button', { name: say('Leg het besluit vast') }).click();
}

/** To another page, and to the measures again. */
async function goAwayAndBack(review: Page): Promise<void> {
  const parts = review.getByRole('navigation', { name: say('Onderdelen') });
  await parts.getByText('Privacy').click();
  await parts.getByText(say('Maatregelen')).click();
}

test('a letter about a ban is written, looked at, finished, saved and sent', async ({ app }) => {
  const review = await afterThreat(app);
  await fillLetterhead(review);
  await typeInTemplate(review);
  await decideOn(review, null);
  await review.getByRole('button', { name: say('Schrijf: Contactverbod') }).click();
  const letter = review.getByRole('dialog', { name: say('Brief: Contactverbod') });
  const paper = letter.getByRole('region', { name: say('Zo komt het op papier') });
  await expect(paper).toContainText('u bedreigde een medewerker');
  await expect(paper).toContainText(emergencies);
  await letter.getByLabel(say(/^Aan/)).fill(`${displayName}\nDromenweg 12`);
  const text = letter.getByLabel(say(/^Tekst/));
  await text.fill(`${(await text.inputValue()).replace(emergencies, '')}\n\nTot ziens, {naam}.`);
  await expect(letter.getByText(say('Concept bewaard.'))).toBeVisible();
  await expect(paper).toContainText('Dromenweg 12');
  await expect(paper).toContainText(emergencies);
  await expectAccessible(review);
  await app.picture(review, 'review-letter');

  await letter.getByRole('button', { name: say('Maak klaar') }).click();
  await review
    .getByRole('dialog', { name: say('De brief klaarmaken?') })
    .getByRole('button', { name: say('Maak klaar') })
    .click();
  await expect(letter.getByText(say(`Vul {naam} nog in: de haakjes staan nog in de tekst.`))).toBeVisible();
  await text.fill((await text.inputValue()).replace('{naam}', 'meneer'));
  await letter.getByRole('button', { name: say('Maak klaar') }).click();
  await review
    .getByRole('dialog', { name: say('De brief klaarmaken?') })
    .getByRole('button', { name: say('Maak klaar') })
    .click();
  await expect(letter).toHaveCount(0);

  const letters = review.getByRole('region', { name: say('Brieven') });
  const printed = await savedText(app, review, () =>
    letters.getByRole('button', { name: say('Bewaar als PDF') }).click(),
  );
  for (const said of ['Ümit Yağmurdere', 'Dromenweg 12', 'Verzonnenlaan 1', 'Tot ziens, meneer.', emergencies])
    expect(printed).toContain(said);
  expect(printed).not.toContain('Karin');
  await letters.getByLabel(say('Hoe')).selectOption(say('Aangetekend'));
  await goAwayAndBack(review);
  await expect(letters.getByLabel(say('Hoe')).getByRole('option', { selected: true })).toHaveText(say('Aangetekend'));
  await letters.getByRole('button', { name: say('Leg vast dat de brief weg is') }).click();
  await expect(
    letters.getByText(inLanguage({ nl: /verstuurd op .*aangetekend/, en: /sent on .*registered/ })),
  ).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-letters');
});

test('a dossier for the police holds only the texts that were read through, and no worker’s name', async ({ app }) => {
  const review = await afterThreat(app);
  await fillLetterhead(review);
  await decideOn(review, say(/^Aangifte$/));
  const dossier = review.getByRole('region', { name: say('Dossier voor de politie') });
  await expect(
    dossier.getByText(inLanguage({ nl: /binnen twee werkdagen/, en: /within two working days/ })),
  ).toBeVisible();
  await expect(dossier.getByText(/ECLI:NL:TGZRZWO:2023:163/)).toBeVisible();
  await dossier.getByRole('checkbox', { name: say(/Woorden van de beller/) }).check();
  await expect(
    dossier.getByText(inLanguage({ nl: /nagelezen door Karin/, en: /read through by Karin/ })),
  ).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-dossier');
  const printed = await savedText(app, review, () =>
    dossier.getByRole('button', { name: say('Maak dossier (PDF)') }).click(),
  );
  for (const said of ['Ümit Yağmurdere', 'Verzonnenlaan 1', 'publieke taak (VPT)', 'medewerker 1, ik kom naar je toe.'])
    expect(printed).toContain(said);
  expect(printed).not.toMatch(/Karin|pillen/);
  await expect(
    dossier.getByText(inLanguage({ nl: /Gemaakt op .* door Karin/, en: /Made on .* by Karin/ })),
  ).toBeVisible();

  const report = review.getByRole('region', { name: say('Na de aangifte') });
  await report.getByLabel(say('Nummer van de aangifte')).fill('PL-0000-1');
  await report.getByLabel(say('Aangifte gedaan op')).fill('2026-11-23');
  await goAwayAndBack(review);
  await expect(report.getByLabel(say('Nummer van de aangifte'))).toHaveValue('PL-0000-1');
  await expect(report.getByText(inLanguage({ nl: /23 november/, en: /23 November/ }))).toBeVisible();
  await report.scrollIntoViewIfNeeded();
  await app.picture(review, 'review-police-report-kept');
  await report.getByRole('button', { name: say('Bewaar') }).click();
  await expect(report.getByText(say('Bewaard.'))).toBeVisible();
  await expect(dossier.getByText(say(/Aangifte gedaan op/))).toBeVisible();
});

test('a manager changes a model letter, is told of a field that is none, and goes back to the start', async ({
  app,
}) => {
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await fillLetterhead(review);
  const models = review.getByRole('region', { name: say('Voorbeeldbrieven') });
  await models.getByRole('button', { name: say('Opheffing') }).click();
  const text = models.getByLabel(say(/^Tekst/));
  await expect(text).toHaveValue(/Het besluit stopt/);
  await text.fill('Beste {voornaam}, het besluit stopt.');
  await models.getByRole('button', { name: say('Bewaar') }).click();
  await expect(
    models.getByText(say(/^\{voornaam\} is geen veld\. Kies een veld uit de lijst of haal de haakjes weg\./)),
  ).toBeVisible();
  await text.fill('Beste {naam}, het besluit stopt.');
  await models.getByRole('button', { name: say('Bewaar') }).click();
  await expect(models.getByText(inLanguage({ nl: /Aangepast door Karin/, en: /Changed by Karin/ }))).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-model-letters');
  await models.getByRole('button', { name: say('Terug naar het begin', 'Back to the starting text') }).click();
  await review
    .getByRole('dialog')
    .getByRole('button', { name: say('Terug naar het begin', 'Back to the starting text') })
    .click();
  await expect(models.getByText(say('Zoals het programma hem meegeeft.'))).toBeVisible();
  await expect(text).toHaveValue(/\{gebeurtenissen\}/);
});
