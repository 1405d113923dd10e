import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect } from 'vitest';
import type { Letterhead } from '../../src/shared/contract/letters.ts';
import { temporaryFolder } from './practice.ts';
import { aCaller, aCompletion, anIncident } from './samples.ts';
import { type PracticeCopy, practiceTemplate } from './template.ts';

export const letterhead: Letterhead = {
  address: 'Verzonnenlaan 1\n0000 AA Nergenshuizen',
  phone: '024 000 00 00',
  email: 'balie@delinde.example',
  objectionsTo: 'de praktijkmanager, balie@delinde.example',
  objectionTerm: 'zes weken',
};

/** How many pages a document has. */
export async function pagesOf(file: Blob): Promise<number> {
  const pdf = path.join(temporaryFolder(), 'pages.pdf');
  writeFileSync(pdf, Buffer.from(await file.arrayBuffer()));
  return Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1]);
}

/** What a PDF says when it is read back: a tagged one, on A4. */
export async function textOf(file: Blob): Promise<string> {
  const pdf = path.join(temporaryFolder(), 'letter.pdf');
  writeFileSync(pdf, Buffer.from(await file.arrayBuffer()));
  const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).toMatch(/A4/);
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
}

const terms = {
  from: '2026-11-21',
  lastDay: '2026-12-20',
  reviewDay: '2026-12-05',
  channels: ['phone', 'desk'],
  scope: 'worker',
  scopeName: 'Anna',
  staysOpen: 'Een brief schrijven kan altijd.',
} as const;

/** Somebody scolded and threatened a worker; what is written about it, in a practice of its own for each test. */
export interface LetterCase extends PracticeCopy {
  callerId: number;
  incidentId: number;
}

async function makeCase(practice: ReturnType<typeof practiceTemplate>): Promise<LetterCase> {
  const opened = await practice.open();
  const { client, clock } = opened;
  await opened.workAs('anna');
  const { callerId } = await client.callers.create(
    aCaller({ displayName: 'Ümit Yağmurdere', birthDate: '1988-07-29', numbers: ['024 000 01 99'] }),
  );
  const { incidentId } = await client.incidents.record(
    anIncident({ callerId, behaviours: ['verbalAbuse', 'threat'], severity: 'verySerious' }),
  );
  await client.incidents.complete({
    incidentId,
    done: true,
    completion: aCompletion({
      words: 'ANNA, ik weet je te vinden',
      account: 'Had last van zijn suiker. Riep naar Ánna en Bram.',
    }),
  });
  clock.now += 3_600_000;
  await opened.workAs('karin');
  await client.letters.updateLetterhead(letterhead);
  return { ...opened, callerId, incidentId };
}

/** Ümit scolded and threatened Anna, who wrote down what he said; Karin is at work. Call it at the top of a file. */
export function letterCase(): () => LetterCase {
  const practice = practiceTemplate();
  let current: LetterCase;
  beforeEach(async () => {
    current = await makeCase(practice);
  });
  return () => current;
}

export async function aBan({ client, callerId, incidentId }: LetterCase): Promise<number> {
  const { measureId } = await client.measures.decide({
    callerId,
    step: 'contactBan',
    reason: 'U zei dat u iemand zou opwachten.',
    incidentIds: [incidentId],
    ban: { ...terms, channels: [...terms.channels] },
  });
  return measureId;
}

export async function aFinishedBanLetter(
  { client }: LetterCase,
  measureId: number,
  language: 'nl' | 'en' = 'nl',
): Promise<number> {
  const about = { of: 'measure', id: measureId } as const;
  const content = await client.letters.compose({ about, kind: 'contactBan', language, nameWorker: false });
  const { letterId } = await client.letters.save({
    ...{ about, letterId: null, kind: 'contactBan', language, replacesId: null, content },
  });
  await client.letters.finalise({ letterId });
  return letterId;
}
