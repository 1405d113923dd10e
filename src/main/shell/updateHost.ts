import path from 'node:path';
import { app, dialog, shell } from 'electron';
import type { UpdateHost } from '../core/features/updates/host.ts';
import type { Texts } from './texts.ts';

/** The kinds of file that install by being opened; another one is put in its place by hand. */
const installers: Record<string, string[]> = { win32: ['.exe'], linux: ['.deb'] };
const byHand: Record<string, string[]> = { linux: ['.AppImage'] };

export function createUpdateHost(texts: () => Texts): UpdateHost {
  const opening = installers[process.platform] ?? [];
  const kinds = [...opening, ...(byHand[process.platform] ?? [])].map((kind) => kind.slice(1));
  return {
    publisherKey: publisherKey(),
    system: `${process.platform}-${process.arch}`,
    async chooseInstaller() {
      const title = texts()('window:chooseUpdate');
      const { filePaths } = await dialog.showOpenDialog({
        title,
        defaultPath: app.getPath('downloads'),
        properties: ['openFile'],
        filters: [{ name: title, extensions: kinds }],
      });
      return filePaths[0] ?? null;
    },
    async openInstaller(file) {
      if (!opening.includes(path.extname(file))) return false;
      return (await shell.openPath(file)) === '';
    },
  };
}

/** Put into a build that ships when it is made; a build on a developer's computer takes it from the environment. */
function publisherKey(): string {
  if (app.isPackaged) return String(import.meta.env.MAIN_VITE_UPDATE_KEY ?? '');
  return process.env.RUGDEKKING_UPDATE_KEY ?? '';
}
