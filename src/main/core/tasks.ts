import path from 'node:path';
import type { AuditVerdict } from '../../shared/contract/audit.ts';
import type { BackupFile, FoundBackup, RecoverableBackup, SecondPlaceProblem } from '../../shared/contract/backup.ts';
import type { OwnDataFile } from '../../shared/contract/ownData.ts';
import type { Trial } from '../../shared/contract/privacy.ts';
import { type DemoToLoad, loadDemoPractice } from './demo/demoPractice.ts';
import { type LogToVerify, verifyLog } from './features/audit/verifying.ts';
import { type BackupsToLookAt, lookAtBackups } from './features/backup/lookAtBackups.ts';
import { type ShareToPrint, shareDocument } from './features/distress/shareDocument.ts';
import { type ExportToMake, type MadeExport, makeExport } from './features/exports/makeExport.ts';
import { type HouseRuleToPrint, houseRuleDocument } from './features/houseRules/houseRuleDocument.ts';
import { renewStore, type StoreToRenew } from './features/keys/renewStore.ts';
import { type LetterToPrint, letterDocument } from './features/letters/letterDocument.ts';
import { publicHolidays } from './features/measures/publicHolidays.ts';
import { type OwnDataToPrint, ownDataDocument } from './features/ownData/ownDataDocument.ts';
import { type OwnDataToRead, readOwnData } from './features/ownData/ownDataTask.ts';
import { type DossierToPrint, dossierDocument } from './features/policeReports/dossierDocument.ts';
import { type AccessToPrint, accessDocument } from './features/privacy/access/accessDocument.ts';
import { makeTrial, type TrialToMake } from './features/privacy/trialTask.ts';
import { type DayReportToPrint, dayReportDocument } from './features/review/dayReportDocument.ts';
import { type RecoveryKeySheet, recoveryKeyDocument } from './features/setup/recoveryKeyDocument.ts';
import { type Counters, stepOf } from './progress.ts';
import { assertAsMade, assertGoodBackup, keyOf, makeBackup } from './store/backup.ts';
import { asDatabase } from './store/database.ts';
import { withAllKeys } from './store/earlierKeys.ts';
import { lookAtElsewhere, takeFromElsewhere } from './store/elsewhere.ts';
import { dataFolderAt } from './store/folder.ts';
import { partOf } from './store/integrity.ts';
import { type OpenedKey, unwrapKey, wrapKey } from './store/keyWrapping.ts';
import type { EarlierKey, HolderKey, LockedKey } from './store/lockedKey.ts';
import { mendStore } from './store/mend.ts';
import { findMentions, type Mention } from './store/mentions.ts';
import { closeStore, connect, leaveLog, openStore } from './store/open.ts';
import { hasUnfitLog, type Incoming, leaveLogAside, prepareIncoming } from './store/restore.ts';
import { type CopyToMake, copyToSecondPlace } from './store/secondPlace.ts';
import { keepAside } from './store/takePlace.ts';
import { updateStore } from './store/update.ts';

interface WithStore {
  folder: string;
  dataEncryptionKey: Uint8Array;
  now: number;
  counters: Counters;
}

interface Elsewhere extends Omit<WithStore, 'now'> {
  earlier: EarlierKey[];
  /** The folder elsewhere that the backups lie in. */
  from: string;
}

/** The work that may take over 40 ms, by name: what goes in. */
export interface TaskInputs {
  wrapKey: { secret: string; dataEncryptionKey: Uint8Array };
  unwrapKey: { secret: string; locked: LockedKey; earlier: EarlierKey[] };
  makeBackup: WithStore;
  checkBackup: Omit<WithStore, 'now'> & { earlier: EarlierKey[]; name: string };
  copyToSecondPlace: WithStore & Pick<CopyToMake, 'chosen' | 'timeZone' | 'notBefore'>;
  mendStore: WithStore;
  updateStore: WithStore;
  prepareIncoming: Omit<WithStore, 'now'> & Omit<Incoming, 'keys'> & { earlier: EarlierKey[] };
  lookAtBackups: BackupsToLookAt;
  keepAside: WithStore;
  lookAtElsewhere: Elsewhere & { backups: BackupFile[] };
  takeFromElsewhere: Elsewhere & { name: string };
  renewStore: StoreToRenew;
  loadDemoPractice: DemoToLoad & { folder: string; dataEncryptionKey: Uint8Array };
  recoveryKeyDocument: RecoveryKeySheet;
  houseRuleDocument: HouseRuleToPrint;
  letterDocument: LetterToPrint;
  dossierDocument: DossierToPrint;
  shareDocument: ShareToPrint;
  dayReportDocument: DayReportToPrint;
  makeExport: ExportToMake;
  tryErasing: TrialToMake;
  accessDocument: AccessToPrint;
  readOwnData: OwnDataToRead;
  ownDataDocument: OwnDataToPrint;
  findMentions: Omit<WithStore, 'now'> & { words: readonly string[] };
  publicHolidays: { year: number };
  verifyLog: LogToVerify;
}

/** And what comes out. */
export interface TaskOutputs {
  wrapKey: HolderKey;
  unwrapKey: OpenedKey | null;
  makeBackup: BackupFile;
  checkBackup: undefined;
  copyToSecondPlace: SecondPlaceProblem | null;
  mendStore: undefined;
  updateStore: undefined;
  prepareIncoming: undefined;
  lookAtBackups: RecoverableBackup[];
  keepAside: undefined;
  lookAtElsewhere: FoundBackup[];
  takeFromElsewhere: undefined;
  renewStore: undefined;
  loadDemoPractice: undefined;
  recoveryKeyDocument: Uint8Array<ArrayBuffer>;
  houseRuleDocument: Uint8Array<ArrayBuffer>;
  letterDocument: Uint8Array<ArrayBuffer>;
  dossierDocument: Uint8Array<ArrayBuffer>;
  shareDocument: Uint8Array<ArrayBuffer>;
  dayReportDocument: Uint8Array<ArrayBuffer>;
  makeExport: MadeExport;
  tryErasing: Trial;
  accessDocument: Uint8Array<ArrayBuffer>;
  readOwnData: OwnDataFile;
  ownDataDocument: Uint8Array<ArrayBuffer>;
  findMentions: Mention[];
  publicHolidays: string[];
  verifyLog: AuditVerdict;
}

export type TaskName = keyof TaskInputs;

type Tasks = { [Name in TaskName]: (input: TaskInputs[Name]) => Promise<TaskOutputs[Name]> };

const tasks: Tasks = {
  wrapKey: ({ secret, dataEncryptionKey }) => wrapKey(secret, dataEncryptionKey),
  unwrapKey: ({ secret, locked, earlier }) => unwrapKey(secret, locked, earlier),
  async makeBackup({ folder, dataEncryptionKey, now, counters }) {
    const dataFolder = dataFolderAt(folder);
    const connection = connect(dataFolder.store, dataEncryptionKey);
    try {
      return makeBackup(connection, dataFolder, dataEncryptionKey, now, '', stepOf(counters));
    } finally {
      connection.close();
    }
  },
  async checkBackup({ folder, dataEncryptionKey, earlier, name, counters }) {
    const dataFolder = dataFolderAt(folder);
    const file = path.join(dataFolder.backups, name);
    await withAllKeys(earlier, dataEncryptionKey, (keys) => {
      assertAsMade(file, dataFolder, name, stepOf(counters));
      assertGoodBackup(file, keyOf(file, keys) ?? dataEncryptionKey, stepOf(counters));
    });
    return undefined;
  },
  async copyToSecondPlace({ folder, counters, ...copy }) {
    return copyToSecondPlace({ ...copy, dataFolder: dataFolderAt(folder), step: stepOf(counters) });
  },
  async updateStore({ folder, dataEncryptionKey, now, counters }) {
    updateStore(dataFolderAt(folder), dataEncryptionKey, now, stepOf(counters));
    return undefined;
  },
  async mendStore({ folder, dataEncryptionKey, now, counters }) {
    mendStore(dataFolderAt(folder), dataEncryptionKey, now, stepOf(counters));
    return undefined;
  },
  async prepareIncoming({ folder, dataEncryptionKey, earlier, counters, ...source }) {
    await withAllKeys(earlier, dataEncryptionKey, (keys) =>
      prepareIncoming(dataFolderAt(folder), { ...source, keys }, stepOf(counters)),
    );
    return undefined;
  },
  lookAtBackups,
  async lookAtElsewhere({ folder, dataEncryptionKey, earlier, from, backups, counters }) {
    return withAllKeys(earlier, dataEncryptionKey, (keys) =>
      lookAtElsewhere(dataFolderAt(folder), { folder: from, backups }, keys, stepOf(counters)),
    );
  },
  async takeFromElsewhere({ folder, dataEncryptionKey, earlier, from, name, counters }) {
    await withAllKeys(earlier, dataEncryptionKey, (keys) =>
      takeFromElsewhere(dataFolderAt(folder), path.join(from, name), keys, stepOf(counters)),
    );
    return undefined;
  },
  async keepAside({ folder, dataEncryptionKey, now, counters }) {
    const dataFolder = dataFolderAt(folder);
    const step = stepOf(counters);
    // Looked at before anything is kept, so that whoever stops leaves nothing behind.
    const isUnfit = hasUnfitLog(dataFolder, dataEncryptionKey, (done, total) => step(done * 2, total * 3));
    keepAside(dataFolder, now, partOf(step, 2, 3));
    if (isUnfit) leaveLogAside(dataFolder);
    return undefined;
  },
  renewStore,
  async loadDemoPractice({ folder, dataEncryptionKey, ...demo }) {
    const connection = openStore(dataFolderAt(folder).store, dataEncryptionKey);
    try {
      leaveLog(connection);
      loadDemoPractice(connection, demo);
      return undefined;
    } finally {
      closeStore(connection);
    }
  },
  recoveryKeyDocument,
  houseRuleDocument,
  letterDocument,
  dossierDocument,
  shareDocument,
  dayReportDocument,
  makeExport,
  tryErasing: makeTrial,
  accessDocument,
  readOwnData,
  ownDataDocument,
  async findMentions({ folder, dataEncryptionKey, words, counters }) {
    const connection = connect(dataFolderAt(folder).store, dataEncryptionKey);
    try {
      return await findMentions(asDatabase(connection), words, stepOf(counters));
    } finally {
      connection.close();
    }
  },
  publicHolidays,
  verifyLog,
};

export function runTask<Name extends TaskName>(name: Name, input: TaskInputs[Name]): Promise<TaskOutputs[Name]> {
  const task: Tasks[Name] = tasks[name];
  return task(input);
}
