import type { Page } from '@playwright/test';
import { switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, KeyCounter, test } from './support/app.ts';
import { workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

const filter = (page: Page) => page.getByRole('combobox', { name: say('Zoek een zin') });

async function openPhrases(desk: Page): Promise<void> {
  await desk.keyboard.press('F7');
  await expect(filter(desk)).toBeFocused();
  await expect(desk.getByRole('option').first()).toBeVisible();
}

test('an own sentence survives a crash while it is typed, is found, changed and removed with a way back', async ({
  app,
}) => {
  await unlock(app.desk, workers.anna);
  await openPhrases(app.desk);
  await app.desk.keyboard.press('8');
  await expect(app.desk.getByLabel(say('Nederlands', 'Dutch'))).toBeFocused();
  await app.desk.keyboard.type('Zullen we uw vraag in één zin vangen?');
  await expect(app.desk.getByText(say('onthouden, nog niet bewaard'))).toBeVisible();
  await app.kill();

  await app.start();
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openPhrases(desk);
  await desk.keyboard.press('8');
  await expect(desk.getByLabel(say('Nederlands', 'Dutch'))).toHaveValue('Zullen we uw vraag in één zin vangen?');
  await desk.getByRole('button', { name: say('Contactverbod uitleggen') }).click();
  await expect(desk.getByText(say('Bij deze soort staat er altijd bij: spoed gaat altijd door.'))).toBeVisible();
  await desk.getByRole('button', { name: say('Afronden, vriendelijk') }).click();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-phrase-form');
  await app.resize(desk, { width: 360, height: 520 });
  await app.picture(desk, 'desk-phrase-form-small');
  await desk.keyboard.press('Control+Enter');
  await expect(filter(desk)).toBeFocused();
  await desk.keyboard.type('vangen');
  // A sentence is shown in the language of the window, where it has one.
  const changed = desk.getByRole('option', { name: inLanguage({ nl: /in één zin vangen/, en: /in one sentence/ }) });
  const own = desk.getByRole('option', { name: /in één zin vangen/ });
  await expect(own).toContainText(say('van jou'));
  await app.picture(desk, 'desk-phrase-own-small');
  await app.resize(desk, { width: 400, height: 680 });

  await desk.keyboard.press('9');
  await desk.getByLabel(say('Engels')).fill('Shall we put your question in one sentence?');
  await desk.keyboard.press('Control+Enter');
  await expect(filter(desk)).toBeFocused();
  await desk.keyboard.type('put question');
  await expect(changed).toBeVisible();
  await desk.keyboard.press('9');
  await desk.getByRole('button', { name: say('Verwijder') }).click();
  await expect(desk.getByText(say('Zin verwijderd.')).first()).toBeVisible();
  await filter(desk).fill('vangen');
  await expect(changed).toHaveCount(0);
  await desk.getByRole('button', { name: say('Zet terug', 'Put back') }).click();
  await expect(changed).toBeVisible();
});

test('a favourite is one key, stands first, and the sentence that ends a call stays two keys away', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openPhrases(desk);
  await desk.keyboard.press('4');
  await desk.keyboard.press('ArrowDown');
  const chosen = desk.getByRole('option', { selected: true });
  const words = await chosen.locator('q').innerText();
  await desk.keyboard.press('0');
  await expect(desk.getByRole('group', { name: say('Favorieten') })).toContainText(words.slice(1, -1));
  await expect(desk.getByRole('button', { name: say('Favoriet'), pressed: true })).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-phrase-favourite');
  await desk.keyboard.press('Escape');

  const keys = new KeyCounter(desk);
  await keys.press('F7', '4');
  await expect(desk.getByRole('option', { selected: true })).toContainText(words.slice(1, -1));
  expect(keys.count).toBe(2);
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(say('Spoed gaat altijd door.'))).toBeVisible();
  await app.picture(desk, 'desk-phrase-ending');
  await desk.keyboard.press('0');
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('group', { name: say('Favorieten') })).toHaveCount(0);
});

test('a manager puts a starting sentence in other words, hides it, and finds the way back', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.karin);
  await openPhrases(desk);
  await filter(desk).fill('vat samen');
  await desk.keyboard.press('9');
  await expect(desk.getByText(say('Iedereen in de praktijk krijgt deze woorden.'))).toBeVisible();
  await desk.getByLabel(say('Nederlands', 'Dutch')).fill('Ik herhaal kort wat ik hoorde. Klopt dat?');
  await desk.getByLabel(say('Engels')).fill('I briefly repeat what I heard. Is that right?');
  await desk.keyboard.press('Control+Enter');
  await filter(desk).fill('herhaal kort');
  await expect(
    desk.getByRole('option', { name: inLanguage({ nl: /Ik herhaal kort/, en: /I briefly repeat/ }) }),
  ).toContainText(say('aangepast'));

  await filter(desk).fill('wat eerste');
  await desk.keyboard.press('9');
  await desk.getByRole('button', { name: say('Verberg voor iedereen') }).click();
  await filter(desk).fill('');
  await expect(desk.getByRole('group', { name: say('Verborgen') }).getByRole('option')).toHaveCount(1);

  await switchTo(desk, workers.anna);
  await openPhrases(desk);
  await expect(desk.getByRole('group', { name: say('Verborgen') })).toHaveCount(0);
  await desk.keyboard.type('herhaal kort');
  await desk.keyboard.press('9');
  await expect(desk.getByRole('heading', { name: say('Eigen versie van een zin') })).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Escape');

  await switchTo(desk, workers.karin);
  await openPhrases(desk);
  await desk.keyboard.type('herhaal kort');
  await desk.keyboard.press('9');
  await expectAccessible(desk);
  await app.picture(desk, 'desk-phrase-change');
  await desk.getByRole('button', { name: say('Terug naar het begin', 'Back to the starting sentence') }).click();
  await filter(desk).fill('vat samen');
  await expect(
    desk.getByRole('option', { name: inLanguage({ nl: /Ik vat het even samen/, en: /Let me sum up/ }) }),
  ).not.toContainText(say('aangepast'));
  await filter(desk).fill('');
  await desk
    .getByRole('group', { name: say('Verborgen') })
    .getByRole('option')
    .click();
  await desk.keyboard.press('9');
  await desk.getByRole('button', { name: say('Toon weer') }).click();
  await expect(desk.getByRole('group', { name: say('Verborgen') })).toHaveCount(0);
});
