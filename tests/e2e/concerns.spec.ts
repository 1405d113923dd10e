import type { Page } from '@playwright/test';
import { openCaller, openReview, searchField, switchTo, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { checksums } from './support/folder.ts';
import { expectTidy } from './support/layout.ts';
import { callers, workers } from './support/people.ts';
import { savedText } from './support/savedFile.ts';
import { inLanguage, say } from './support/words.ts';

const small = { width: 360, height: 520 };
const { displayName } = callers.zwaantje;

/** Anna hears from Zwaantje that she thinks of suicide, and records that the GP on duty took over. */
async function afterCrisis({ desk }: App): Promise<void> {
  await openCaller(desk, 'regenk', displayName);
  await desk.keyboard.press('F9');
  for (const key of ['1', '2', '2', '1']) await desk.keyboard.press(key);
  await expect(desk.getByRole('heading', { name: say('Vastleggen') })).toBeVisible();
  await desk.getByRole('button', { name: say('Leg vast', 'Record') }).click();
  await expect(desk.getByText(say('Dat was een zwaar gesprek. Wil je even weg van de telefoon?'))).toBeVisible();
}

const chip = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('after a heavy call there is a break and the team lead in one press, and the GP is told with consent', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await app.resize(desk, small);
  await afterCrisis(app);
  await expectTidy(desk, 'after');
  await expectAccessible(desk, 'after');
  await app.picture(desk, 'desk-concern-after-360');
  await desk.keyboard.press('t');
  await expect(
    desk.getByText(say('De teamleider weet dat je overname vraagt. De reden staat er niet bij.')),
  ).toBeVisible();

  await desk.keyboard.press('1');
  await expect(desk.getByRole('heading', { name: say('De huisarts'), exact: true })).toBeVisible();
  await expect(desk.getByText(say('Een geheugensteun, geen juridisch advies.'))).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(say('Kies wat de beller zei.'))).toBeVisible();
  await chip(desk, say('Ja, dat mag')).click();
  await chip(desk, say('Dienstdoende huisarts')).click();
  await expectTidy(desk, 'what is told');
  await expectAccessible(desk, 'what is told');
  await app.picture(desk, 'desk-concern-share-360');
  // Danger now is one key away here too, and Esc comes back to what was chosen.
  await chip(desk, say('Ja, dat mag')).press('0');
  await expect(desk.getByRole('heading', { name: say('112, en blijf aan de lijn') })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(chip(desk, say('Ja, dat mag'))).toHaveAttribute('aria-pressed', 'true');
  await desk.keyboard.press('Enter');
  const text = desk.getByRole('region', { name: say('Dit vertel je') });
  await expect(text).toContainText(displayName);
  await expect(text).toContainText(say('De beller denkt aan zelfmoord.'));
  await expect(text).toContainText(say('De beller vindt het goed dat u dit weet.'));
  await expect(text).not.toContainText(inLanguage({ nl: /1961|advies|Anna/, en: /1961|advice|Anna/ }));
  await expectTidy(desk, 'the text');
  await expectAccessible(desk, 'the text');
  await app.picture(desk, 'desk-concern-told-360');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(say('Vastgelegd: de huisarts weet het.')).first()).toBeVisible();
});

test('a record without a caller gets one the same day', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await app.resize(desk, small);
  await desk.keyboard.press('F9');
  for (const key of ['1', '2', '2', '1']) await desk.keyboard.press(key);
  await expect(desk.getByText(say('Zonder naam'))).toBeVisible();
  await desk.getByRole('button', { name: say('Leg vast', 'Record') }).click();
  await expect(desk.getByText(say('En dan nog'))).toBeVisible();
  await desk.keyboard.press('2');
  await desk.getByRole('button', { name: say('Koppel aan een beller') }).click();
  await desk.keyboard.type('regenk');
  await expect(desk.getByRole('option', { name: displayName })).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('button', { name: say('Andere beller') })).toBeVisible();
  await expect(desk.getByRole('main', { name: say('Aanvullen', 'Details') }).getByText(displayName)).toBeVisible();
  await expectTidy(desk, 'linked');
  await app.picture(desk, 'desk-concern-linked-360');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say('En dan nog'))).toBeVisible();
  // F9 always means the script.
  await desk.keyboard.press('F9');
  await expect(desk.getByRole('heading', { name: say('Luister, en blijf aan de lijn') })).toBeVisible();
});

test('without consent a GP is told only for a life in danger and with the reason; on paper as read', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await afterCrisis(app);
  await desk.keyboard.press('1');
  await chip(desk, say('Kon het niet vragen')).click();
  await chip(desk, say('Eigen huisarts')).click();
  await expect(desk.getByLabel(say('Naam', 'Name'), { exact: false }).last()).toHaveValue('Zonnedal');
  await desk.getByRole('button', { name: say('Verder', 'Go on') }).click();
  await expect(desk.getByText(say('Zonder toestemming kan dit alleen als een leven gevaar loopt.'))).toBeVisible();
  await chip(desk, say('Een leven loopt gevaar')).click();
  await desk.getByRole('button', { name: say('Verder', 'Go on') }).click();
  await expect(desk.getByText(say('Schrijf bij “Waarom” op waarom een leven gevaar loopt.'))).toBeVisible();
  await desk.getByLabel(say('Waarom')).fill('Zei vaarwel en hing op.');
  await app.picture(desk, 'desk-concern-vital-interest');
  // The next step comes when everything that is typed in this one is kept.
  await desk.getByRole('button', { name: say('Verder', 'Go on') }).click();
  await expect(desk.getByRole('region', { name: say('Dit vertel je') })).toBeVisible();
  await app.kill();
  await app.start();
  await unlock(app.desk, workers.anna);
  const again = app.desk;
  await again.getByRole('option', { name: new RegExp(`${displayName}.*Crisis`) }).click();
  await again.getByRole('button', { name: say('Vertel het de huisarts') }).click();
  await expect(again.getByLabel(say('Waarom'))).toHaveValue('Zei vaarwel en hing op.');
  await again.getByRole('button', { name: say('Verder', 'Go on') }).click();
  await expect(again.getByRole('region', { name: say('Dit vertel je') })).toContainText(
    say('omdat een leven gevaar loopt', 'because a life is in danger'),
  );
  const paper = await savedText(app, again, () => again.getByRole('button', { name: say('Maak PDF') }).click());
  expect(paper).toContain(say('Bericht voor de huisarts'));
  expect(paper).toContain(displayName);
  expect(paper).toContain(say('U bepaalt hoe u contact opneemt.'));
  expect(paper).not.toMatch(inLanguage({ nl: /vaarwel|advies|1961|Anna/, en: /vaarwel|advice|1961|Anna/ }));
});

test('a record is completed the same day, kept as it is typed, and a colleague sees no more than there was worry', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await app.resize(desk, small);
  await afterCrisis(app);
  await desk.keyboard.press('2');
  await expect(desk.getByRole('heading', { name: say('Aanvullen', 'Details') })).toBeVisible();
  // Esc comes back to what can still be done.
  await desk.keyboard.press('Escape');
  await expect(desk.getByText(say('En dan nog'))).toBeVisible();
  await desk.keyboard.press('2');
  await desk.getByLabel(say(/^Wie nam het over/)).fill('dr. Zonnedal');
  await desk.getByLabel(say('Hoe laat')).fill('25:00');
  await expect(desk.getByText(say('Vul een tijd in zoals 14:05, of laat het leeg.'))).toBeVisible();
  await desk.getByLabel(say('Hoe laat')).fill('9.05');
  await expect(desk.getByText(say('bewaard'), { exact: true })).toBeVisible();
  await expectTidy(desk, 'completing');
  await expectAccessible(desk, 'completing');
  await app.picture(desk, 'desk-concern-complete-360');
  await app.kill();
  await app.start();
  await unlock(app.desk, workers.anna);
  await app.resize(app.desk, small);
  await expect(app.desk.getByText(say('Zorgen vandaag'))).toBeVisible();
  await app.picture(app.desk, 'desk-concern-home-360');
  await app.desk.getByRole('option', { name: new RegExp(`${displayName}.*Crisis`) }).click();
  await expect(app.desk.getByLabel(say(/^Wie nam het over/))).toHaveValue('dr. Zonnedal');
  await expect(app.desk.getByLabel(say('Hoe laat'))).toHaveValue('09:05');
  await app.desk.keyboard.press('Control+Enter');
  await expect(app.desk.getByText(say('Aangevuld.')).first()).toBeVisible();

  await switchTo(app.desk, workers.bram);
  await expect(app.desk.getByText(say('Zorgen vandaag'))).toHaveCount(0);
  await openCaller(app.desk, 'regenk', displayName);
  await expect(app.desk.getByText(say('Gesprekken met zorgen'))).toBeAttached();
  await expect(app.desk.getByText(say('zelfmoord', 'suicide'))).toHaveCount(0);
  await expect(app.desk.getByText('Zonnedal', { exact: true })).toHaveCount(0);
});

test('the register is the manager’s: read, corrected, told from, with a term of its own', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.karin);
  await afterCrisis(app);
  await desk.keyboard.press('Enter');
  const review = await openReview(app);
  const navigation = review.getByRole('navigation', { name: say('Onderdelen') });
  await expect(review.getByText(displayName)).toHaveCount(0);
  await navigation.getByText(say('Zorgen', 'Concerns')).click();
  const row = review.getByRole('row', { name: new RegExp(displayName) });
  await expect(row).toContainText('Crisis');
  await expect(row).toContainText(say('aan te vullen'));
  await expectTidy(review, 'register');
  await expectAccessible(review, 'register');
  await app.picture(review, 'review-concerns');
  await row.getByRole('button', { name: say(/^Open/) }).click();
  const dialog = review.getByRole('dialog', { name: say('Gesprek met zorgen') });
  await expect(dialog).toContainText(say('Denkt aan zelfmoord'));
  await dialog.getByRole('button', { name: say('Verbeter') }).click();
  await dialog.getByLabel(say(/^Wie nam het over/)).fill('dr. Zonnedal');
  await app.picture(review, 'review-concern-correct');
  await dialog.getByRole('button', { name: say('Klaar') }).click();
  await expect(dialog).toContainText('dr. Zonnedal');
  await expectAccessible(review, 'record');
  await dialog.getByRole('button', { name: say('Vertel het de huisarts') }).click();
  await chip(review, say('Ja, dat mag')).click();
  await chip(review, say('Huisartsenpost', 'Out-of-hours GP')).click();
  await app.picture(review, 'review-concern-share');
  await dialog.getByRole('button', { name: say('Verder', 'Go on') }).click();
  await expect(dialog.getByRole('region', { name: say('Dit vertel je') })).toContainText(displayName);
  await dialog.getByRole('button', { name: say('Voorgelezen') }).click();
  await expect(dialog.getByText(`Karin → ${say('Huisartsenpost', 'Out-of-hours GP')}`)).toBeVisible();
  await expect(dialog.getByText(`${say('voorgelezen')}, ${say('met toestemming')}`)).toBeVisible();
  await expectTidy(review, 'told');
  await app.picture(review, 'review-concern-told');
  await dialog.getByRole('button', { name: say('Sluit') }).click();

  await navigation.getByText('Privacy').click();
  await review.getByRole('button', { name: say('Wijzig de termijn van: Gesprekken met zorgen') }).click();
  const term = review.getByRole('dialog', {
    name: inLanguage({ nl: 'Termijn: gesprekken met zorgen', en: 'Term: calls of concern' }),
  });
  await expect(term.getByLabel(say('Maanden'))).toHaveValue('12');
  await term.getByLabel(say('Maanden')).fill('6');
  await term.getByRole('button', { name: say('Bewaar') }).click();
  await expect(term.getByText(say('Schrijf op waarom.'))).toBeVisible();
  await term.getByLabel(say('Waarom deze termijn')).fill('Zo afgesproken met de huisartsen.');
  await term.getByRole('button', { name: say('Bewaar') }).click();
  const kept = review
    .getByRole('table', { name: say('Hoe lang iets blijft') })
    .getByRole('row', { name: say(/^Gesprekken met zorgen/, /^Calls of concern/) });
  await expect(kept).toContainText(say('6 maanden'));
  await expect(kept).toContainText('Zo afgesproken met de huisartsen.');
});

test('the script closed without recording, or killed in the middle of it, leaves no byte behind', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  // The first start of a day makes a backup; what follows must leave everything as it is.
  await desk.keyboard.press('F9');
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeFocused();
  await desk.waitForTimeout(2_000);
  const before = checksums(app.dataFolder);
  await desk.keyboard.press('F9');
  for (const key of ['n', 'Backspace', 'm', '1', 'Backspace', 'Backspace', '1', '2', '2', '1'])
    await desk.keyboard.press(key);
  await desk.getByLabel(say(/^Opmerking/)).fill('Dit wordt nergens bewaard.');
  await desk.getByRole('button', { name: say('Sluit, niets bewaren') }).click();
  await expect(searchField(desk)).toBeFocused();
  expect(checksums(app.dataFolder)).toEqual(before);
  await desk.keyboard.press('F9');
  for (const key of ['1', '2', '2', '1']) await desk.keyboard.press(key);
  await desk.getByLabel(say(/^Opmerking/)).fill('Dit ook niet.');
  await app.kill();
  expect(checksums(app.dataFolder)).toEqual(before);
});
