import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../src/main/core/procedures.ts';
import { defaultBucketRule } from '../../src/main/core/rules/bucket.ts';
import type { Access } from '../../src/shared/contract/base.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { openTestCore, type TestCore } from '../support/practice.ts';
import { aCaller, aCompletion, aDraft, anIncident, someTerms } from '../support/samples.ts';
import { type Call, portTo, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

/** Who may call what, written by hand: a right that is widened must be widened here too, where a reviewer sees it. */
const rights: Record<Access, string[]> = {
  open: ['session.events', 'session.resetPassword', 'session.retry', 'session.state', 'session.unlock', 'setup.create'],
  recovery: ['backup.recoverable', 'backup.restore'],
  user: [
    'aftercare.accept',
    'aftercare.answer',
    'aftercare.ask',
    'aftercare.askAfterCall',
    'aftercare.close',
    'aftercare.own',
    'aftercare.recordAbsence',
    'aftercare.removeAbsence',
    'aftercare.reopen',
    'agreements.end',
    'agreements.make',
    'agreements.ofCaller',
    'agreements.suggest',
    'attachments.add',
    'attachments.addPart',
    'attachments.ofIncident',
    'attachments.open',
    'attachments.part',
    'attachments.remove',
    'breaks.answerRequest',
    'breaks.ask',
    'breaks.colleagues',
    'breaks.end',
    'breaks.eraseTally',
    'breaks.exportTally',
    'breaks.requests',
    'breaks.snooze',
    'breaks.start',
    'breaks.state',
    'breaks.tally',
    'breaks.tryRule',
    'breaks.withdraw',
    'callers.card',
    'callers.compare',
    'callers.create',
    'callers.merge',
    'callers.search',
    'callers.undoMerge',
    'callers.update',
    'coaching.markAgreedDone',
    'coaching.own',
    'contacts.discardDraft',
    'contacts.drafts',
    'contacts.link',
    'contacts.ownDay',
    'contacts.save',
    'contacts.saveDraft',
    'contacts.today',
    'contacts.unlink',
    'distress.complete',
    'distress.detail',
    'distress.directory',
    'distress.keepSharing',
    'distress.linkCaller',
    'distress.ofCaller',
    'distress.ownToday',
    'distress.record',
    'distress.share',
    'distress.shareDocument',
    'distress.sharing',
    'distress.triage',
    'exceptions.end',
    'exceptions.grant',
    'exceptions.ofCaller',
    'handOvers.choices',
    'handOvers.forMe',
    'handOvers.markDone',
    'handOvers.markSeen',
    'handOvers.ofCaller',
    'handOvers.readTime',
    'handOvers.reopen',
    'incidents.changes',
    'incidents.colleagues',
    'houseRules.confirmRead',
    'houseRules.file',
    'houseRules.list',
    'incidents.complete',
    'incidents.correct',
    'incidents.correctable',
    'incidents.done',
    'incidents.feedback',
    'incidents.markFeedbackRead',
    'incidents.own',
    'incidents.record',
    'incidents.repeats',
    'incidents.toComplete',
    'incidents.weigh',
    'measures.ofCaller',
    'phrases.list',
    'phrases.removeOwn',
    'phrases.saveOwn',
    'phrases.setFavourite',
    'questionnaires.answer',
    'questionnaires.mine',
    'rotation.own',
    'session.active',
    'session.changePassword',
    'session.lock',
    'session.setPreferences',
    'settings.get',
    'unfinished.drop',
    'unfinished.get',
    'unfinished.keep',
    'trainings.own',
    'window.setAlwaysOnTop',
    'window.setBar',
    'window.setShortcut',
    'window.state',
  ],
  manager: [
    'agreements.ended',
    'aftercare.absences',
    'aftercare.keepAgreed',
    'aftercare.list',
    'aftercare.offer',
    'agreements.list',
    'agreements.markReviewed',
    'attachments.export',
    'audit.list',
    'audit.verify',
    'backup.list',
    'backup.make',
    'breaks.teamWeeks',
    'distress.addDirectoryEntry',
    'distress.markDirectoryEntryChecked',
    'distress.register',
    'distress.removeDirectoryEntry',
    'coaching.list',
    'coaching.plan',
    'coaching.remove',
    'coaching.update',
    'distress.retention',
    'distress.updateDirectoryEntry',
    'distress.updateRetention',
    'distress.updateTriage',
    'exceptions.ended',
    'exceptions.list',
    'houseRules.decide',
    'houseRules.overview',
    'houseRules.withdraw',
    'exports.cancel',
    'exports.make',
    'exports.progress',
    'letters.about',
    'letters.compose',
    'letters.discard',
    'letters.document',
    'letters.finalise',
    'letters.letterhead',
    'letters.markSent',
    'letters.preview',
    'letters.resetTemplate',
    'letters.save',
    'letters.saveTemplate',
    'letters.templates',
    'letters.updateLetterhead',
    'measures.answerObjection',
    'measures.decide',
    'measures.detail',
    'measures.extend',
    'measures.leave',
    'measures.lift',
    'measures.markReviewed',
    'measures.noteOutcome',
    'measures.propose',
    'measures.recordObjection',
    'measures.recordTold',
    'measures.register',
    'measures.toDecide',
    'measures.toTell',
    'phrases.removeFromPractice',
    'phrases.restore',
    'phrases.saveForPractice',
    'phrases.setHidden',
    'policeReports.document',
    'policeReports.make',
    'policeReports.ofMeasure',
    'policeReports.recordReport',
    'policeReports.reviewText',
    'review.askBack',
    'review.attention',
    'review.close',
    'questionnaires.extend',
    'questionnaires.list',
    'questionnaires.open',
    'questionnaires.withdraw',
    'prevention.look',
    'prevention.overview',
    'prevention.remove',
    'prevention.save',
    'review.day',
    'review.dayReport',
    'review.incident',
    'review.keepNote',
    'review.markDuplicate',
    'review.markReviewed',
    'review.possibleOriginals',
    'review.reopen',
    'rotation.assign',
    'rotation.propose',
    'rotation.setRule',
    'rotation.week',
    'settings.updateHouseRules',
    'settings.updatePractice',
    'setup.confirmRecoveryKey',
    'setup.copyRecoveryKey',
    'setup.loadDemo',
    'setup.newRecoveryKey',
    'setup.pendingRecoveryKey',
    'setup.recoveryKeyDocument',
    'setup.removeDemo',
    'team.add',
    'team.list',
    'team.remove',
    'team.setPassword',
    'team.update',
    'trainings.add',
    'trainings.record',
    'trainings.register',
    'trainings.removeRecord',
    'trainings.update',
    'trends.removeEvent',
    'trends.report',
    'trends.saveEvent',
    'window.openReview',
  ],
};

interface Procedure {
  path: string;
  access: Access | undefined;
  /** Whether the contract would take an input; null for a procedure that has none. */
  accepts: ((input: unknown) => Promise<boolean>) | null;
}

function proceduresOf(router: AnyContractRouter, prefix = ''): Procedure[] {
  if (!isContractProcedure(router)) {
    return Object.entries(router).flatMap(([name, inner]) => proceduresOf(inner, prefix ? `${prefix}.${name}` : name));
  }
  const { meta, inputSchema } = router['~orpc'];
  const accepts = async (input: unknown) => !(await inputSchema?.['~standard'].validate(input))?.issues;
  return [{ path: prefix, access: meta.access, accepts: inputSchema ? accepts : null }];
}

const procedures = proceduresOf(contract);

/** `answered`, or the code of the error that a call ends with. */
async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    const answer = await call;
    if (answer instanceof Object && 'return' in answer && typeof answer.return === 'function') await answer.return();
    return 'answered';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

describe('the contract', () => {
  test('gives every procedure an access, the one that was reviewed', () => {
    const declared = (access: Access) => procedures.filter((procedure) => procedure.access === access);
    expect(procedures.filter(({ access }) => access === undefined)).toEqual([]);
    for (const access of ['open', 'recovery', 'user', 'manager'] as const) {
      expect([access, ...declared(access).map((procedure) => procedure.path)].sort()).toEqual(
        [access, ...rights[access]].sort(),
      );
    }
  });
});

interface Situation extends TestCore {
  /** Brings the situation back, whatever the call before did to it. */
  arrange(): Promise<void>;
  answered: Access[];
}

async function emptyFolder(): Promise<Situation> {
  const opened = await openTestCore();
  return { ...opened, arrange: async () => {}, answered: ['open'] };
}

async function locked(): Promise<Situation> {
  const opened = await practice.open();
  return { ...opened, arrange: () => opened.core.lock(), answered: ['open'] };
}

async function atWork(worker: 'anna' | 'karin'): Promise<Situation> {
  const opened = await practice.open();
  const answered: Access[] = worker === 'karin' ? ['open', 'user', 'manager'] : ['open', 'user'];
  return { ...opened, answered, arrange: () => opened.workAs(worker) };
}

async function blocked(): Promise<Situation> {
  const files = practice.copy();
  writeFileSync(path.join(files.folder, 'keys.json'), 'not what it was');
  return { ...(await practice.open(files)), answered: ['open'], arrange: async () => {} };
}

async function blockedAfterPassword(): Promise<Situation> {
  const files = practice.copy();
  rmSync(path.join(files.folder, 'store.db'));
  const opened = await practice.open(files);
  return { ...opened, answered: ['open', 'recovery'], arrange: () => opened.workAs('anna') };
}

const situations: [name: string, make: () => Promise<Situation>][] = [
  ['an empty folder', emptyFolder],
  ['locked', locked],
  ['a receptionist at work', () => atWork('anna')],
  ['a manager at work', () => atWork('karin')],
  ['blocked', blocked],
  ['blocked after a right password', blockedAfterPassword],
];

describe('every procedure, by its access, before its input is looked at', () => {
  test.each(situations)('%s', async (_name, make) => {
    const { core, arrange, answered } = await make();
    const { call } = portTo(core);
    for (const { path: name, access, accepts } of procedures) {
      await arrange();
      const { session } = core.context.core;
      expect(refusal(undefined, session)).toBe('FORBIDDEN');
      const refused = access === 'recovery' || session.unlocked ? 'FORBIDDEN' : 'LOCKED';
      const expected = access && answered.includes(access) ? 'let through' : refused;
      const outcome = await outcomeOf(accepts ? call(name, 'no input of any procedure') : call(name));
      const got = ['LOCKED', 'FORBIDDEN'].includes(outcome) ? outcome : 'let through';
      expect([name, got]).toEqual([name, expected]);
      if (accepts && expected === 'let through') expect([name, outcome]).toEqual([name, 'BAD_REQUEST']);
    }
  });
});

/** Whatever may be sent: any value, and objects with the fields that procedures know and wrong values in them. */
const fields = ['callerId', 'incidentId', 'draftId', 'userId', 'id', 'query', 'limit', 'date', 'text', 'name', 'note'];
const garbage = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }),
  fc.dictionary(fc.constantFrom(...fields, '__proto__', 'constructor'), fc.jsonValue(), { noNullPrototype: true }),
);
const telling = /sqlite|\bselect\b|\binsert\b|\.ts\b|\.js\b|node_modules|\bat .+:\d+|[/\\](tmp|work|home|src)[/\\]/i;

function answerText(error: unknown): string {
  const seen = error instanceof Error ? { ...error, message: error.message, stack: undefined } : error;
  return JSON.stringify(seen);
}

describe('wrong input', () => {
  test('gives BAD_REQUEST, and nothing of what is inside', async () => {
    const { core, arrange, folder } = await atWork('karin');
    await arrange();
    const { call } = portTo(core);
    for (const { path: name, accepts, access } of procedures) {
      if (!accepts || access === 'recovery') continue;
      await fc.assert(
        fc.asyncProperty(garbage, async (input) => {
          fc.pre(!(await accepts(input)));
          const answer = await call(name, input).then(String, (error) => error);
          expect([name, answer]).toEqual([name, expect.objectContaining({ code: 'BAD_REQUEST' })]);
          expect(answerText(answer)).not.toMatch(telling);
          expect(answerText(answer)).not.toContain(folder);
        }),
        { numRuns: 20 },
      );
    }
  });

  test('to what is no procedure finds nothing', async () => {
    const { core, arrange } = await atWork('karin');
    await arrange();
    const { call } = portTo(core);
    const names = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.array(fc.constantFrom('callers', '__proto__', 'constructor', '~orpc', 'handler', '..', '%2e'), {
        maxLength: 4,
      }),
      fc.constantFrom('callers', 'callers.search.handler', 'session.~orpc', 'toString'),
    );
    for (const name of fc.sample(names, 100)) {
      expect([name, await outcomeOf(call(String(name), {}))]).toEqual([name, 'NOT_FOUND']);
    }
  });
});

/** Well-formed input about something that is not there, in words that nobody expects. */
function strangeInputs(id: number, text: string): Record<string, unknown> {
  const line = text.slice(0, 100);
  const name = line.trim() || 'x';
  const caller = aCaller({ displayName: name, numbers: [name], remark: text, checkFirst: line });
  const newCaller = { displayName: line, number: '', birthDate: '1900-01-01' };
  const completion = aCompletion({ words: text, account: text, witnesses: line });
  const password = `${text}0123456789`.slice(0, 200);
  const terms = { what: name, why: name, lastDay: '2199-12-31' };
  return {
    'aftercare.accept': { offerId: id, accepted: true },
    'aftercare.answer': { offerId: id, outcome: null },
    'aftercare.ask': { incidentId: id },
    'aftercare.close': { aftercareId: id },
    'aftercare.keepAgreed': { offerId: id, agreed: text.slice(0, 400) },
    'aftercare.offer': { aftercareId: id, step: 'talk' },
    'aftercare.recordAbsence': { userId: id, firstDay: '2026-11-21', lastDay: '2026-11-28' },
    'aftercare.removeAbsence': { absenceId: id },
    'aftercare.reopen': { aftercareId: id },
    'agreements.end': { agreementId: id },
    'agreements.make': { callerId: id, terms: someTerms({ reason: name, agreedWith: name }) },
    'agreements.markReviewed': { agreementId: id },
    'agreements.ofCaller': { callerId: id },
    'attachments.add': { incidentId: id, name: line, bytes: 3, part: 'AAAA' },
    'attachments.addPart': { attachmentId: id, place: 1, part: 'AAAA' },
    'attachments.export': { attachmentId: id },
    'attachments.ofIncident': { incidentId: id },
    'attachments.open': { attachmentId: id },
    'attachments.part': { attachmentId: id, place: 0 },
    'attachments.remove': { attachmentId: id, reason: line },
    'audit.list': { before: id, limit: 200 },
    'breaks.answerRequest': { id, takesOver: true },
    'breaks.ask': { asked: { who: 'colleague', userId: id } },
    'breaks.start': { kind: 'otherWork', draftId: aDraft().id },
    'breaks.tryRule': { rule: defaultBucketRule, steps: [{ what: 'crisis', minutesLater: 600 }] },
    'callers.card': { callerId: id },
    'callers.compare': { callerId: id, otherId: 1 },
    'callers.create': caller,
    'callers.merge': { callerId: id, otherId: id, choices: { numbers: 'both' }, agreement: 'kept' },
    'callers.search': { query: line, limit: 20 },
    'callers.undoMerge': { mergeId: id },
    'callers.update': { callerId: id, details: caller },
    'coaching.markAgreedDone': { momentId: id, done: true },
    'coaching.plan': { userId: id, coachId: 1, subject: name, onDay: '1900-01-01' },
    'coaching.remove': { momentId: id },
    'coaching.update': {
      momentId: id,
      details: { coachId: id, subject: name, onDay: '2199-12-31', held: true, agreed: line, agreedBy: null },
    },
    'contacts.discardDraft': { draftId: aDraft().id },
    'contacts.link': { work: { kind: 'contact', id }, callerId: id },
    'contacts.save': aDraft({ callerId: id, text }),
    'contacts.saveDraft': aDraft({ callerId: id, newCaller, text }),
    'contacts.unlink': { work: { kind: 'incident', id } },
    'distress.addDirectoryEntry': { kind: 'local', name, number: line, reach: line },
    'distress.complete': {
      concernId: id,
      completion: { finding: 'notSure', handedOverTo: 'colleague', takenOverBy: line, takenOverAt: '', remark: text },
      done: true,
    },
    'distress.detail': { concernId: id },
    'distress.keepSharing': {
      concernId: id,
      form: {
        ...{ consent: 'refused', vitalInterest: true, reason: text, items: ['name'], place: line },
        ...{ receiver: 'otherGp', receiverName: line },
      },
    },
    'distress.linkCaller': { concernId: id, callerId: id },
    'distress.markDirectoryEntryChecked': { id },
    'distress.ofCaller': { callerId: id },
    'distress.record': { kind: 'lonely', callerId: id, finding: 'lonely', handedOverTo: 'nobody', remark: text },
    'distress.removeDirectoryEntry': { id },
    'distress.share': { concernId: id, way: 'readOut' },
    'distress.shareDocument': { shareId: id },
    'distress.sharing': { concernId: id },
    'distress.updateDirectoryEntry': { id, name, number: line, reach: line },
    'distress.updateRetention': { months: 12, reason: name },
    'distress.updateTriage': { text, receivedFrom: line, receivedOn: '1900-01-01' },
    'exceptions.end': { exceptionId: id },
    'exceptions.grant': { callerId: id, terms },
    'exceptions.ofCaller': { callerId: id },
    'exports.make': {
      request: { what: 'measures', period: { from: '1900-01-01', lastDay: '2199-12-31' } },
      format: 'csv',
    },
    'handOvers.markDone': { handOverId: id },
    'handOvers.markSeen': { handOverId: id },
    'handOvers.ofCaller': { callerId: id },
    'handOvers.readTime': { time: line.slice(0, 20) },
    'handOvers.reopen': { handOverId: id },
    'incidents.changes': { incidentId: id },
    'houseRules.confirmRead': { document: 'none', version: 1 },
    'houseRules.decide': {
      document: 'none',
      words: { nl: { title: name, text: text.trim() || 'x' }, en: { title: '', text: '' } },
      note: line,
    },
    'houseRules.file': { document: 'none', language: 'nl' },
    'houseRules.withdraw': { document: 'none' },
    'incidents.complete': { incidentId: id, completion, done: true },
    'incidents.correct': { incidentId: id, correction: { words: text }, why: line },
    'incidents.correctable': { incidentId: id },
    'incidents.done': { incidentId: id },
    'incidents.markFeedbackRead': { incidentId: id },
    'incidents.record': anIncident({ callerId: id, newCaller }),
    'incidents.repeats': { callerId: id },
    'incidents.weigh': { incidentId: id, weight: 'heavier' },
    'letters.about': { of: 'agreement', id },
    'letters.compose': { about: { of: 'measure', id }, kind: 'warning', language: 'nl', nameWorker: true },
    'letters.discard': { letterId: id },
    'letters.document': { letterId: id },
    'letters.finalise': { letterId: id },
    'letters.markSent': { letterId: id, on: '2026-11-21', way: 'post' },
    'letters.preview': { language: 'en', subject: name, recipient: name, text: text.trim() || 'x' },
    'letters.resetTemplate': { kind: 'warning', language: 'nl' },
    'letters.save': {
      ...{ about: { of: 'measure', id }, letterId: id, kind: 'warning', language: 'nl', replacesId: id },
      content: { subject: name, recipient: name, text: text.trim() || 'x' },
    },
    'letters.saveTemplate': { kind: 'warning', language: 'nl', subject: name, text: text.trim() || 'x' },
    'letters.updateLetterhead': { address: line, phone: line, email: line, objectionsTo: line, objectionTerm: line },
    'measures.answerObjection': { objectionId: id, outcome: 'rejected', text: name },
    'measures.decide': { callerId: id, step: 'conversation', reason: name, incidentIds: [id], ban: null },
    'measures.detail': { measureId: id },
    'measures.extend': { measureId: id, lastDay: '2199-12-31', reason: name, incidentIds: [id] },
    'measures.leave': { callerId: id, incidentIds: [id], reason: name, tell: true },
    'measures.lift': { measureId: id, reason: name },
    'measures.markReviewed': { measureId: id },
    'measures.noteOutcome': { measureId: id, outcome: text.slice(0, 300) },
    'measures.ofCaller': { callerId: id },
    'measures.propose': { callerId: id },
    'measures.recordObjection': { measureId: id, receivedOn: '1900-01-01', text: name },
    'measures.recordTold': { callerId: id, measureId: null, way: 'phone', on: '2026-11-20', byUserId: id },
    'phrases.removeFromPractice': { phraseId: id },
    'phrases.removeOwn': { phraseId: id },
    'phrases.restore': { phraseId: id },
    'phrases.saveForPractice': { phraseId: id, words: { kind: 'slowing', nl: name, en: line } },
    'phrases.saveOwn': { phraseId: id, words: { kind: 'ending', nl: line, en: name } },
    'phrases.setFavourite': { phraseId: id, favourite: true },
    'phrases.setHidden': { phraseId: id, hidden: true },
    'policeReports.document': { dossierId: id },
    'policeReports.make': { measureId: id, language: 'nl' },
    'policeReports.ofMeasure': { measureId: id },
    'policeReports.recordReport': {
      measureId: id,
      report: { reportedOn: null, reportNumber: line, policeContact: line },
    },
    'policeReports.reviewText': { measureId: id, source: 'words', sourceId: id, fingerprint: line, free: true },
    'review.askBack': { incidentId: id, question: name },
    'review.close': { incidentId: id, note: text },
    'questionnaires.answer': {
      questionnaireId: id,
      answers: {
        ...{ abuse: 'never', threat: 'daily', sexual: 'noAnswer', colleagues: 'weekly' },
        ...{ reported: 'notApplicable', supported: 'always' },
      },
    },
    'questionnaires.extend': { questionnaireId: id, lastDay: '1900-01-01' },
    'questionnaires.open': { lastDay: '2199-12-31' },
    'questionnaires.withdraw': { questionnaireId: id },
    'prevention.look': { item: 'menu', note: line, nextOn: '2199-12-31' },
    'prevention.remove': { improvementId: id },
    'prevention.save': {
      improvementId: id,
      terms: { what: name, why: line, cause: null, who: name, dueOn: null, doneOn: '1900-01-01' },
    },
    'review.day': { date: id % 2 === 0 ? '1900-01-01' : '2199-12-31' },
    'review.dayReport': { date: '2026-11-21', withCallers: true },
    'review.incident': { incidentId: id },
    'review.keepNote': { incidentId: id, note: text },
    'review.markDuplicate': { incidentId: id, ofIncidentId: id - 1 },
    'review.markReviewed': { incidentId: id, note: text },
    'review.possibleOriginals': { incidentId: id },
    'review.reopen': { incidentId: id },
    'rotation.assign': { day: '2199-12-31', part: 'morning', userId: id, duty: 'phone' },
    'rotation.propose': { date: '1900-01-01' },
    'rotation.setRule': {
      ...{ needed: { urgentLine: 20, phone: 0, desk: 1 }, heaviest: 'desk' },
      leftOut: [id],
    },
    'rotation.week': { date: '2199-12-31' },
    'session.changePassword': { currentPassword: line, newPassword: password },
    'session.resetPassword': { userId: id, recoveryKey: line, newPassword: password },
    'session.setPreferences': { theme: 'dark' },
    'session.unlock': { userId: id, password: line },
    'settings.updateHouseRules': undefined,
    'settings.updatePractice': { practiceName: name, timeZone: line.slice(0, 60) || 'x' },
    'setup.confirmRecoveryKey': { groups: [line.slice(0, 20), ''] },
    'setup.create': { practiceName: name, managerName: name, password, language: 'nl' },
    'team.add': { name, role: 'receptionist', language: 'nl', password },
    'team.remove': { userId: id },
    'team.setPassword': { userId: id, password },
    'team.update': { userId: id, details: { name, role: 'manager', function: line.slice(0, 60), department: '' } },
    'unfinished.drop': { form: 'phrase 1' },
    'unfinished.get': { form: 'phrase 1' },
    'unfinished.keep': { form: 'phrase 1', callerId: id, content: text },
    'trainings.add': { name, kind: 'other', validMonths: 240 },
    'trainings.record': {
      ...{ trainingId: id, userIds: [id] },
      ...{ doneOn: '1900-01-01', certificate: line, renewBy: null },
    },
    'trainings.removeRecord': { recordId: id },
    'trainings.update': { trainingId: id, details: { name, kind: 'crisis', validMonths: null }, retired: true },
    'trends.removeEvent': { eventId: id },
    'trends.report': { unit: 'year', until: id % 2 === 0 ? '1900-01-01' : '2199-12-31', only: null },
    'trends.saveEvent': {
      eventId: id,
      event: { kind: 'other', from: '1900-01-01', lastDay: '2199-12-31', what: line },
    },
    'window.setAlwaysOnTop': { on: true },
    'window.setBar': { on: false },
    'window.setShortcut': { accelerator: line.slice(0, 60) || 'x' },
  };
}

/** These derive a key, which takes half a second. */
const slow = ['session.changePassword', 'session.resetPassword', 'team.add', 'team.setPassword'];

describe('an input about something that is not there', () => {
  async function tryAll(call: Call, inputs: Record<string, unknown>, names: readonly string[]) {
    for (const name of names) {
      const outcome = await outcomeOf(call(name, inputs[name]));
      expect([name, outcome]).toEqual([name, expect.stringMatching(/^(?!INTERNAL)[A-Z_]+$|^answered$/)]);
    }
  }

  test('is answered with an error that the contract declares', async () => {
    const { core, arrange, client } = await atWork('karin');
    await arrange();
    const { call } = portTo(core);
    const names = Object.keys(strangeInputs(1, ''));
    const withInput = procedures.filter(({ accepts, access }) => accepts && access !== 'recovery');
    expect([...names].sort()).toEqual(withInput.map((procedure) => procedure.path).sort());
    await tryAll(call, strangeInputs(999_999, 'geen'), slow);
    const ids = fc.constantFrom(999_998, 999_999, Number.MAX_SAFE_INTEGER, 2 ** 31);
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('%_"\'*;--', '\0', '٣٤', '\u{1F600}'),
    );
    const quick = names.filter((name) => !slow.includes(name));
    for (const [id, text] of fc.sample(fc.tuple(ids, texts), 25)) await tryAll(call, strangeInputs(id, text), quick);
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  });
});
