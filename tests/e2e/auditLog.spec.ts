import { openReview, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

test('the log is checked by keyboard, and says what it was laid beside', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText('Privacy', { exact: true })
    .click();
  const log = review.getByRole('region', { name: say('Logboek', 'Log') });
  await log.getByRole('button', { name: say('Controleer de keten') }).focus();
  await review.keyboard.press('Enter');
  await expect(
    log.getByText(inLanguage({ nl: /De keten klopt: \d+ regel/, en: /The chain is whole: \d+ line/ })),
  ).toBeVisible();
  await expect(log.getByText(inLanguage({ nl: /ernaast gelegd/, en: /Compared with/ }))).toBeVisible();
  for (const [width, colorScheme] of [[800, 'dark'] as const, [1100, 'light'] as const]) {
    await review.emulateMedia({ colorScheme });
    await app.resize(review, { width, height: 720 });
    await log.scrollIntoViewIfNeeded();
    await expectTidy(review, `log ${width}`);
    await expectAccessible(review, `log ${width}`);
    await app.picture(review, `review-privacy-log-${width}`);
  }
});
