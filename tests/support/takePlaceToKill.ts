import { writeSync } from 'node:fs';
import path from 'node:path';
import { dataFolderAt } from '../../src/main/core/store/folder.ts';
import { takePlace } from '../../src/main/core/store/takePlace.ts';
import { dieAtStep } from './dieAtStep.ts';

/** One store takes the place of another, in a process that dies just before the so-many-th step. */
const [, , folder = '', lastStep = '0', now = '0'] = process.argv;
const taken = dieAtStep(Number(lastStep));
const subject = 'store-20261121T090000Z.db';
takePlace(
  dataFolderAt(folder),
  path.join(folder, 'store.db.restoring'),
  { action: 'backup.restore', subject },
  Number(now),
);
writeSync(1, String(taken()));
