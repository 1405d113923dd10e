import type { Page } from '@playwright/test';
import { expectFocusOnPage, openCaller, openReview, switchTo, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

const { displayName } = callers.zwaantje;

/** Zwaantje made a very serious threat to Anna; Karin looks at what to decide. */
async function afterThreat(app: App): Promise<Page> {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', displayName);
  await desk.keyboard.press('F8');
  for (const key of ['3', 'e', 'a', 'Enter']) await desk.keyboard.press(key);
  await expect(desk.getByText(say('Incident vastgelegd.')).first()).toBeVisible();
  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  await pages(review).getByText(say('Te beslissen')).click();
  await expect(review.getByText(say('Voorstel: contactverbod, 1 maand'))).toBeVisible();
  return review;
}

const pages = (review: Page) => review.getByRole('navigation', { name: say('Onderdelen') });
const waiting = (review: Page) => pages(review).getByRole('button', { name: say(/Te beslissen/) });

async function decide(review: Page): Promise<void> {
  await review.getByRole('button', { name: say('Leg het besluit vast') }).click();
  await expect(review.getByText(say('Besloten door', 'Decided by'))).toBeVisible();
}

test('the clock for telling the person runs through the decision, until it stands who told them, how and when', async ({
  app,
}) => {
  const review = await afterThreat(app);
  await expect(review.getByText(say(/Antwoord aan de beller: vóór .*/))).toBeVisible();
  await review.getByRole('button', { name: say('Neem voorstel over') }).click();
  await decide(review);
  await expect(review.getByText(say(/Antwoord aan de beller: vóór .*/))).toBeVisible();
  await expect(review.getByRole('navigation', { name: say('Lopend') })).toContainText(
    say('De beller weet het nog niet'),
  );

  await expect(waiting(review)).toContainText('1');
  await waiting(review).click();
  const toTell = review.getByRole('navigation', { name: say('Nog laten weten') });
  await expect(toTell.getByRole('button', { name: displayName })).toContainText(say('vóór', 'before'));
  await expectAccessible(review);
  await app.picture(review, 'review-to-tell');
  await toTell.getByRole('button', { name: displayName }).click();

  const tell = review.getByRole('button', { name: say('De beller weet het'), exact: true });
  await tell.click();
  await expect(review.getByLabel(say('Hoe'))).toBeFocused();
  await review.keyboard.press('Escape');
  await expect(tell).toBeFocused();
  await review.keyboard.press('Enter');
  const form = review.getByRole('form', { name: say('De beller weet het') });
  await form.getByLabel(say('Hoe')).selectOption(say('In gesprek'));
  await form.getByLabel(say('Door wie')).selectOption('Bram');
  await expectAccessible(review);
  await app.picture(review, 'review-told-form');
  await form.getByLabel(say('Wanneer')).fill('2199-01-01');
  await form.getByRole('button', { name: say('Leg vast') }).click();
  await expect(form.getByText(say('Kies vandaag of een eerdere dag.'))).toBeVisible();
  await form.getByLabel(say('Wanneer')).fill('31-2-2026');
  await form.getByRole('button', { name: say('Leg vast') }).press('Enter');
  await expect(form.getByText(say('geen bestaande datum', 'no such date'))).toBeVisible();
  await expect(form.getByLabel(say('Wanneer'))).toBeFocused();
  await form.getByLabel(say('Wanneer')).fill('1-1-2026');
  await form.getByRole('button', { name: say('Leg vast') }).click();
  await expect(review.getByText(say('Verteld op 1 jan 2026 door Bram: in gesprek'))).toBeVisible();
  await expect(review.getByText(say('De beller weet het nog niet'))).toHaveCount(0);
  await expectFocusOnPage(review);
  await expect(waiting(review)).not.toContainText('1');
});

test('a second ban takes the place of the first, and the desk shows one', async ({ app }) => {
  const review = await afterThreat(app);
  await review.getByRole('button', { name: say('Neem voorstel over') }).click();
  await decide(review);

  await pages(review).getByText(say('Vandaag')).click();
  await review.getByRole('button', { name: say('Beslis over een stap') }).click();
  await review.getByRole('button', { name: say('Zet een stap') }).click();
  await review.getByRole('button', { name: say('Contactverbod'), exact: true }).click();
  await expect(review.getByText(say('Er geldt al een contactverbod'))).toBeVisible();
  await expect(
    review.getByText(inLanguage({ nl: 'telefoon en balie, tot en met', en: 'phone and desk, until' })),
  ).toBeVisible();
  await review.getByRole('button', { name: say('Balie'), exact: true }).click();
  await review.getByLabel(say('Waarom'), { exact: true }).fill('Belde weer om te dreigen.');
  const incident = review.getByRole('checkbox', { name: say(/bedreigen|dreigen/i) });
  if (!(await incident.isChecked())) await incident.check();
  await expectAccessible(review);
  await app.picture(review, 'review-second-ban');
  await decide(review);
  await expect(review.getByText(say('Beperkt een eerder verbod'))).toBeVisible();
  await expect(review.getByRole('navigation', { name: say('Lopend') }).getByRole('button')).toHaveCount(1);
  await expect(review.getByRole('navigation', { name: say('Voorbij') })).toContainText(say('vervangen'));

  const { desk } = app;
  await desk.bringToFront();
  await desk.keyboard.press('Escape');
  await openCaller(desk, 'verbod', displayName);
  const ban = desk.getByRole('region', { name: say('Contactverbod') });
  await expect(ban).toHaveCount(1);
  await expect(ban).toContainText(inLanguage({ nl: 'Gesloten: telefoon.', en: 'Closed: phone.' }));
  await expect(ban).toContainText(inLanguage({ nl: 'Open: balie, mail en chat.', en: 'Open: desk, mail, and chat.' }));
  await expect(ban.getByText(say('Spoed gaat altijd door.'))).toBeVisible();
  await app.picture(desk, 'desk-card-one-ban');
});

test('a claim for damage is noted, and its outcome later', async ({ app }) => {
  const review = await afterThreat(app);
  await review.getByRole('button', { name: say('Anders…') }).click();
  await review.getByRole('button', { name: say('Schade verhalen') }).click();
  await decide(review);
  await expect(review.getByText(say(/Antwoord aan de beller: vóór .*/))).toHaveCount(0);
  await review.getByRole('textbox', { name: say('Afloop', 'Outcome') }).fill('De schade is vergoed.');
  await review.getByRole('button', { name: say('Bewaar de afloop') }).click();
  await expect(review.getByRole('button', { name: say('Bewaar de afloop') })).toBeDisabled();
  await pages(review).getByText(say('Vandaag')).click();
  await pages(review).getByText(say('Maatregelen')).click();
  await expect(review.getByRole('textbox', { name: say('Afloop', 'Outcome') })).toHaveValue('De schade is vergoed.');
});
