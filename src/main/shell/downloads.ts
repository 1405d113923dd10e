import { join } from 'node:path';
import { app, dialog, type Session } from 'electron';
import { isOwnAddress } from './address.ts';
import type { Texts } from './texts.ts';

/** A file that a page hands over is saved where the worker says; anything else is not fetched at all. */
export function askWhereToSave(session: Session, texts: () => Texts): void {
  session.on('will-download', (event, item, contents) => {
    if (!item.getURL().startsWith('blob:') || !isOwnAddress(contents.getURL())) return event.preventDefault();
    const name = item.getFilename();
    item.setSaveDialogOptions({
      title: texts()('window:download.title'),
      defaultPath: join(app.getPath('downloads'), name),
    });
    item.once('done', (_event, state) => {
      if (state !== 'interrupted') return;
      const t = texts();
      dialog.showErrorBox(t('common:productName'), t('window:download.failed', { name }));
    });
  });
}
