import type { AuditKind } from '../../../shared/contract/audit.ts';

/** What the log keeps, by what somebody looks for in it. A procedure that is missing here writes nothing. */
const actions: Readonly<Record<AuditKind, readonly string[]>> = {
  seen: [
    ...['callers.search', 'callers.card', 'callers.compare', 'incidents.repeats', 'incidents.changes'],
    ...['attachments.open', 'measures.propose', 'measures.detail', 'review.incident', 'policeReports.reviewText'],
    ...['distress.ofCaller', 'distress.detail', 'distress.register', 'distress.sharing', 'privacy.erasurePlan'],
    ...['privacy.access', 'privacy.rectifiable', 'privacy.mentions', 'audit.list'],
  ],
  changed: [
    ...['callers.create', 'callers.update', 'callers.merge', 'callers.undoMerge'],
    ...['contacts.save', 'contacts.link', 'contacts.unlink', 'handOvers.markDone', 'handOvers.reopen'],
    ...['incidents.record', 'incidents.complete', 'incidents.correct', 'attachments.add', 'attachments.remove'],
    ...['review.markReviewed', 'review.close', 'review.askBack', 'review.markDuplicate', 'review.reopen'],
    ...['measures.decide', 'measures.leave', 'measures.lift', 'measures.extend', 'measures.markReviewed'],
    ...['measures.noteOutcome', 'measures.recordTold', 'measures.recordObjection', 'measures.answerObjection'],
    ...['letters.save', 'letters.discard', 'letters.finalise', 'letters.markSent'],
    ...['policeReports.make', 'policeReports.recordReport', 'exceptions.grant', 'exceptions.end'],
    ...['agreements.make', 'agreements.end', 'agreements.markReviewed'],
    ...['distress.record', 'distress.linkCaller', 'distress.complete', 'distress.keepSharing', 'distress.share'],
    ...['aftercare.ask', 'aftercare.askAfterCall', 'aftercare.offer', 'aftercare.accept', 'aftercare.answer'],
    ...['privacy.recordRequest', 'privacy.extendRequest', 'privacy.answerRequest'],
    ...['privacy.restrict', 'privacy.liftRestriction', 'privacy.rectify'],
    ...['aftercare.close', 'aftercare.reopen', 'aftercare.recordAbsence', 'aftercare.removeAbsence'],
  ],
  exported: [
    'privacy.makeAccess',
    ...['exports.make', 'attachments.export', 'letters.document', 'policeReports.document', 'review.dayReport'],
    ...['distress.shareDocument', 'setup.recoveryKeyDocument', 'setup.copyRecoveryKey'],
  ],
  access: [
    ...['session.unlock', 'session.lock', 'session.wrongPassword', 'session.wrongRecoveryKey'],
    ...['session.resetPassword', 'session.changePassword', 'team.add', 'team.update', 'team.setPassword'],
    ...[
      'team.remove',
      'setup.create',
      'team.confirmAccess',
      'setup.newRecoveryKey',
      'setup.confirmRecoveryKey',
      'keys.renew',
    ],
    'keys.older',
    'keys.mended',
    'keys.unmended',
  ],
  arranged: [
    ...['settings.updatePractice', 'settings.updateHouseRules', 'houseRules.decide', 'houseRules.withdraw'],
    ...['letters.updateLetterhead', 'letters.saveTemplate', 'letters.resetTemplate'],
    ...['phrases.saveForPractice', 'phrases.removeFromPractice', 'phrases.setHidden', 'phrases.restore'],
    ...['distress.updateTriage', 'distress.rewordSentence', 'distress.restoreSentence'],
    ...['distress.addDirectoryEntry', 'distress.updateDirectoryEntry', 'distress.markDirectoryEntryChecked'],
    ...['distress.removeDirectoryEntry', 'prevention.save', 'prevention.remove', 'prevention.addPoint'],
    ...['prevention.rewordPoint', 'prevention.removePoint', 'prevention.hidePoint', 'prevention.movePoint'],
    ...['questionnaires.open', 'questionnaires.extend', 'questionnaires.withdraw'],
    ...['rotation.propose', 'rotation.assign', 'rotation.setRule', 'trends.saveEvent', 'trends.removeEvent'],
    ...['trainings.add', 'trainings.update', 'trainings.record', 'trainings.removeRecord'],
    ...['team.addGroup', 'team.renameGroup', 'team.setGroupRetired', 'window.setStartWithSession'],
    'window.setContentProtection',
    ...['coaching.plan', 'coaching.update', 'coaching.remove', 'coaching.markAgreedDone'],
  ],
  kept: [
    ...['privacy.setTerm', 'privacy.setAutomatic', 'privacy.eraseOverTerm', 'distress.updateRetention'],
    ...['privacy.erasePerson', 'privacy.eraseWorker', 'privacy.renewBackups', 'updates.choose', 'updates.install'],
    ...['audit.prune', 'audit.shorter', 'audit.verify', 'clock.behind'],
    ...[
      'backup.make',
      'backup.check',
      'backup.remove',
      'backup.mend',
      'backup.setSecondPlace',
      'backup.forgetSecondPlace',
      'backup.restore',
      'backup.restoreOlder',
      'backup.putBack',
      'backup.removeAside',
      'setup.restore',
      'setup.loadDemo',
      'setup.removeDemo',
    ],
  ],
};

/** What somebody looks for under one kind. */
export const actionsOf = (kind: AuditKind): readonly string[] => actions[kind];

export const auditedActions: readonly string[] = Object.values(actions).flat();

const kinds = new Map(
  Object.entries(actions).flatMap(([kind, ofKind]) => ofKind.map((action) => [action, kind] as const)),
);

/** Under which kind an entry is looked for; one of before, which no procedure writes any more, was a change. */
export const kindOfAction = (action: string): string => kinds.get(action) ?? 'changed';
