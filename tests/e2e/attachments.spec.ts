import { openReview, recordIncident, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

/** A picture of one green dot, drawn larger. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC';
const mail = 'From: Wol <wol@example.org>\nTo: praktijk@example.org\nSubject: Boos\n\n<b>Het duurt te lang.</b>';

/** A second of silence. */
function silence(): Buffer {
  const samples = 8000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
}

test('a picture, a mail and a voice message go with an incident, and are looked at and taken away here', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await recordIncident(desk);
  await desk
    .getByRole('option', {
      name: inLanguage({ nl: /Onbekende beller.*schelden/i, en: /Unknown caller.*verbal abuse/i }),
    })
    .click();
  const files = desk.getByRole('region', { name: say('Bijlagen') });
  const field = files.locator('input[type=file]');
  await field.setInputFiles([
    { name: 'voicemail.wav', mimeType: 'audio/wav', buffer: silence() },
    { name: 'bericht.eml', mimeType: 'message/rfc822', buffer: Buffer.from(mail) },
    { name: 'foto.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>alert(1)</script>') },
  ]);
  await expect(files.getByText('voicemail.wav')).toBeVisible();
  await expect(files.getByText('bericht.eml')).toBeVisible();
  await expect(
    files.getByText(
      inLanguage({
        nl: /foto\.png kan niet worden bewaard\. Wel: beeld/,
        en: /foto\.png cannot be saved\. These can: pictures/,
      }),
    ),
  ).toBeVisible();
  // Pasted, as a screen print is.
  await desk.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'schermafdruk.png', { type: 'image/png' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, picture);
  await expect(files.getByText('schermafdruk.png')).toBeVisible();
  await files.scrollIntoViewIfNeeded();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-attachments');
  await app.resize(desk, { width: 360, height: 520 });
  await expectTidy(desk, 'attachments');
  await app.resize(desk, { width: 400, height: 680 });

  await files.getByRole('button', { name: say('Bekijk schermafdruk.png') }).click();
  await expect(desk.getByRole('img', { name: say('Bijlage: schermafdruk.png') })).toBeVisible();
  const drawn = () =>
    desk.getByRole('img').evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth);
  await expect.poll(drawn).toBe(1);
  await desk.keyboard.press('Escape');
  await files.getByRole('button', { name: say('Bekijk bericht.eml') }).click();
  await expect(desk.getByText('<b>Het duurt te lang.</b>')).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-attachment-mail');
  await desk.keyboard.press('Escape');
  await files.getByRole('button', { name: say('Verwijder schermafdruk.png') }).click();
  await files.getByRole('button', { name: say('Verwijder'), exact: true }).click();
  await expect(
    files.getByText(inLanguage({ nl: /beeld\s· Verwijderd door Anna/, en: /picture\s· Removed by Anna/ })),
  ).toBeVisible();
  await desk.keyboard.press('Control+Enter');

  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  const shown = review.getByRole('region', { name: say('Bijlagen') });
  await shown.getByRole('button', { name: say('Bekijk voicemail.wav') }).click();
  const dialog = review.getByRole('dialog');
  const seconds = () =>
    dialog.locator('audio').evaluate((audio) => (audio instanceof HTMLAudioElement ? audio.duration : Number.NaN));
  await expect.poll(seconds).toBe(1);
  await expectAccessible(review);
  await app.picture(review, 'review-attachment-voice');
  if (app.hostName === 'preview') {
    const saved = review.waitForEvent('download');
    await dialog.getByRole('button', { name: say('Bewaar als bestand') }).click();
    expect((await saved).suggestedFilename()).toMatch(/^attachment-\d+\.wav$/);
    await expect(
      dialog.getByText(
        inLanguage({ nl: /Het staat nu buiten de versleutelde opslag/, en: /outside the encrypted store/ }),
      ),
    ).toBeVisible();
  }
  await review.keyboard.press('Escape');
  await shown.getByRole('button', { name: say('Verwijder voicemail.wav') }).click();
  await shown.getByRole('button', { name: say('Verwijder'), exact: true }).click();
  await expect(shown.getByText(say('Schrijf kort waarom.'))).toBeVisible();
  const reason = shown.getByLabel(say('Waarom verwijder je deze bijlage?'));
  await reason.fill('Er stond iemand anders op.');
  await review.keyboard.press('Escape');
  await expect(reason).toHaveCount(0);
  await shown.getByRole('button', { name: say('Verwijder voicemail.wav') }).click();
  await expect(reason).toHaveValue('Er stond iemand anders op.');
  await expectAccessible(review);
  await app.picture(review, 'review-attachment-remove');
  await shown.getByRole('button', { name: say('Verwijder'), exact: true }).click();
  await expect(
    shown.getByText(
      inLanguage({
        nl: /Verwijderd door Karin.*Er stond iemand anders op\./,
        en: /Removed by Karin.*Er stond iemand anders op\./,
      }),
    ),
  ).toBeVisible();
});
