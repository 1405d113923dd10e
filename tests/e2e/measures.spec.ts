import { openCaller, openReview, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

test('an incident leads to a proposal, a manager decides on a ban, and the desk sees it with emergencies open', async ({
  app,
}) => {
  const { desk } = app;
  const { displayName } = callers.zwaantje;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', displayName);
  await desk.keyboard.press('F8');
  // A very serious threat, call ended.
  for (const key of ['3', 'e', 'a', 'Enter']) await desk.keyboard.press(key);
  await expect(desk.getByText(say('Incident vastgelegd.')).first()).toBeVisible();
  await expect(desk.getByRole('heading', { name: 'Incident', exact: true })).toHaveCount(0);

  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('button', { name: say('Beslis over een stap') }).click();
  await expect(review.getByText(say('Voorstel: contactverbod, 1 maand'))).toBeVisible();
  await expect(review.getByText(`${say('een heel ernstig incident')}.`)).toBeVisible();
  await expect(review.getByText(say('Spoed blijft altijd open. Jij beslist.'))).toBeVisible();
  await expect(review.getByText(say(/Antwoord aan de beller: vóór .*/))).toBeVisible();
  await expect(review.getByText(say('Overweeg aangifte', 'Consider a police report'))).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-decide');

  await review.getByRole('button', { name: say('Neem voorstel over') }).click();
  await expect(
    review.getByText(
      say('Dat ligt vast: geen besluit sluit de spoedlijn', 'That is fixed: no decision closes the urgent line'),
    ),
  ).toBeVisible();
  await review.getByLabel(say('Waarom'), { exact: true }).fill('');
  await review.getByRole('button', { name: say('Leg het besluit vast') }).click();
  await expect(review.getByText(say('Beschrijf concreet wat er gebeurde.'))).toBeVisible();
  await review.getByLabel(say('Waarom'), { exact: true }).fill('Dreigde vandaag langs te komen en iemand te slaan.');
  await expectAccessible(review);
  await app.picture(review, 'review-decision');
  await review.getByRole('button', { name: say('Leg het besluit vast') }).click();

  const register = review.getByRole('navigation', { name: say('Lopend') });
  await expect(register.getByRole('button', { name: displayName })).toContainText(say('Contactverbod'));
  const detail = review.getByRole('region', { name: say('Maatregelen') });
  await expect(detail.getByText(say('Besloten door', 'Decided by'))).toBeVisible();
  await expect(detail.getByText(say('Spoed gaat altijd door.'))).toBeVisible();
  await review.getByRole('button', { name: say('Bezwaar') }).click();
  await review.getByLabel(say('Wat de beller schrijft of zegt')).fill('Het was mijn broer die belde.');
  await review.getByRole('button', { name: say('Leg het bezwaar vast') }).click();
  await expect(detail.getByText('Het was mijn broer die belde.')).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-measures');

  await desk.bringToFront();
  await switchTo(desk, workers.bram);
  await desk.keyboard.type('verbod');
  await expect(desk.getByRole('option', { name: displayName })).toContainText(say('Contactverbod'));
  await desk.keyboard.press('Enter');
  const ban = desk.getByRole('region', { name: say('Contactverbod') });
  await expect(ban).toContainText(inLanguage({ nl: 'Gesloten: telefoon en balie.', en: 'Closed: phone and desk.' }));
  await expect(ban).toContainText(inLanguage({ nl: 'Open: mail en chat.', en: 'Open: mail and chat.' }));
  await expect(ban.getByText(say('Spoed gaat altijd door.'))).toBeVisible();
  await expect(
    desk.getByText(say('Is er spoed? Dan help ik u direct.', 'Is it an emergency? Then I will help you right away.')),
  ).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-card-ban');
  await app.resize(desk, { width: 360, height: 520 });
  await expect(ban).toBeVisible();
  await app.picture(desk, 'desk-card-ban-small');
  await desk.keyboard.press('Escape');

  await switchTo(desk, workers.karin);
  const again = app.hostName === 'electron' ? await openReview(app) : review;
  await again.bringToFront();
  await again
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Maatregelen'))
    .click();
  await again.getByRole('button', { name: say('Hef op'), exact: true }).click();
  await again.getByLabel(say('Waarom opgeheven', 'Why it is being lifted')).fill('Het bezwaar klopte.');
  await again.getByRole('button', { name: say('Hef de maatregel op') }).click();
  await expect(again.getByRole('navigation', { name: say('Voorbij') })).toContainText(say('opgeheven'));
  await expect(again.getByRole('navigation', { name: say('Lopend') })).toHaveCount(0);

  await desk.bringToFront();
  await desk.keyboard.press('Escape');
  await searchField(desk).fill('regenk');
  await expect(desk.getByRole('option', { name: displayName })).not.toContainText(say('Contactverbod'));
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(say('Eerdere stappen'))).toBeVisible();
  await expect(desk.getByRole('region', { name: say('Contactverbod') })).toHaveCount(0);
});

test('a manager leaves it with a reason, and nothing waits any more', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.karin);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await desk.keyboard.press('F8');
  for (const key of ['1', 'w', 'a', 'Enter']) await desk.keyboard.press(key);
  await expect(desk.getByText(say('Incident vastgelegd.')).first()).toBeVisible();
  const review = await openReview(app);
  const pages = review.getByRole('navigation', { name: say('Onderdelen') });
  await expect(pages.getByRole('button', { name: say(/Te beslissen/) })).toContainText('1');
  await pages.getByText(say('Te beslissen')).click();
  await expect(review.getByText(say('Voorstel: waarschuwing'))).toBeVisible();
  await review.getByRole('button', { name: say('Nu niet') }).click();
  await review.getByLabel(say('Waarom niet')).fill('Bood meteen excuses aan.');
  await review.getByRole('button', { name: say('Leg vast') }).click();
  await expect(review.getByText(say('Niets te beslissen.'))).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-decide-empty');

  await pages.getByText(say('Huisregels')).click();
  await review.getByLabel(say('Eerste verbod, maanden')).fill('2');
  await review.getByRole('button', { name: say('Bewaar') }).click();
  await pages.getByText(say('Te beslissen')).click();
  await pages.getByText(say('Huisregels')).click();
  await expect(review.getByLabel(say('Eerste verbod, maanden'))).toHaveValue('2');
  await app.picture(review, 'review-house-rules-measures');
});
