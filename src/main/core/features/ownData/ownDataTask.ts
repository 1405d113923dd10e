import type { Language } from '../../../../shared/contract/base.ts';
import type { OwnDataFile } from '../../../../shared/contract/ownData.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { asDatabase } from '../../store/database.ts';
import { dataFolderAt } from '../../store/folder.ts';
import { connect } from '../../store/open.ts';
import { ownDataFileOf } from './ownDataFile.ts';

export interface OwnDataToRead {
  folder: string;
  dataEncryptionKey: Uint8Array;
  userId: number;
  practice: string;
  language: Language;
  now: number;
  timeZone: string;
}

/** Reads a worker's own data on the other thread: five years of log are in it. */
export async function readOwnData({ folder, dataEncryptionKey, language, ...of }: OwnDataToRead): Promise<OwnDataFile> {
  const { t } = createI18n(language);
  const words = { colleague: t('ownData:colleague'), caller: t('ownData:caller') };
  const connection = connect(dataFolderAt(folder).store, dataEncryptionKey);
  try {
    return await ownDataFileOf(asDatabase(connection), { ...of, language, words });
  } finally {
    connection.close();
  }
}
