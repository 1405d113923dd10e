import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { app } from 'electron';

/**
 * Where the practice's data is. Another folder than the usual one is another practice: it gets a profile of
 * its own too, because the program runs once for each profile.
 */
export function chooseDataFolder(): string {
  const chosen = process.env.RUGDEKKING_DATA_FOLDER;
  if (!chosen) return join(app.getPath('userData'), 'data');
  const folder = resolve(chosen);
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
    app.setPath('userData', join(app.getPath('userData'), 'other', name));
  }
  return folder;
}
