/**
 * What leaves no entry in the audit log, by the reason. Every other procedure stands in `rules/auditKind.ts`: a new one
 * belongs in one of the two.
 */
export const notLogged: Record<string, string[]> = {
  'is told by the session itself, or only says how the app is': [
    ...['session.active', 'session.events', 'session.retry', 'session.state'],
  ],
  'breaks, the bucket and questionnaires are nobody else’s: managers read the log': [
    ...['breaks.answerRequest', 'breaks.ask', 'breaks.colleagues', 'breaks.end', 'breaks.eraseTally'],
    ...['breaks.exportTally', 'breaks.requests', 'breaks.snooze', 'breaks.start', 'breaks.state', 'breaks.tally'],
    ...['breaks.teamWeeks', 'breaks.tryRule', 'breaks.withdraw', 'incidents.weigh'],
    ...['questionnaires.answer', 'questionnaires.mine'],
  ],
  'the worker’s own, as a worker; managers read the log': ['ownData.make', 'ownData.read'],
  'the worker’s own: choices, work of the day, what is being typed': [
    ...['aftercare.own', 'aftercare.keepAgreed', 'coaching.own', 'contacts.discardDraft', 'contacts.drafts'],
    ...['contacts.ownDay', 'contacts.saveDraft', 'distress.ownToday', 'handOvers.forMe', 'handOvers.markSeen'],
    ...['handOvers.readTime', 'houseRules.confirmRead', 'incidents.correctable', 'incidents.feedback'],
    ...['incidents.markFeedbackRead', 'incidents.own', 'incidents.toComplete', 'phrases.removeOwn', 'phrases.saveOwn'],
    ...['phrases.setFavourite', 'review.keepNote', 'rotation.own', 'session.setPreferences', 'trainings.own'],
    ...['unfinished.drop', 'unfinished.get', 'unfinished.keep'],
  ],
  'stands on the card of a caller, or behind something else that was opened, which is logged': [
    ...['agreements.ofCaller', 'agreements.suggest', 'exceptions.ofCaller', 'handOvers.ofCaller', 'incidents.done'],
    ...['measures.ofCaller', 'attachments.ofIncident', 'attachments.addPart', 'attachments.part', 'letters.about'],
    ...['letters.compose', 'letters.preview', 'policeReports.ofMeasure', 'review.possibleOriginals'],
  ],
  'a list to choose from: opening one of it is logged': [
    ...['aftercare.absences', 'aftercare.list', 'agreements.ended', 'agreements.list', 'coaching.list'],
    ...['contacts.today', 'exceptions.ended', 'exceptions.list', 'measures.register', 'measures.toDecide'],
    ...[
      'measures.toTell',
      'privacy.formerWorkers',
      'privacy.requests',
      'privacy.requestsOfCaller',
      'privacy.restrictions',
      'review.attention',
      'review.day',
    ],
  ],
  'tells of no caller': [
    ...[
      'audit.list',
      'audit.verify',
      'backup.cancel',
      'backup.cancelRestore',
      'backup.chooseFolder',
      'backup.secondPlace',
      'backup.late',
      'backup.list',
      'backup.progress',
      'backup.restoreProgress',
      'backup.recoverable',
      'setup.cancelRestore',
      'setup.chooseFolder',
      'setup.restoreProgress',
      'distress.directory',
      'distress.ownSentences',
    ],
    ...['distress.sentences', 'distress.triage', 'exports.size', 'handOvers.choices', 'houseRules.file'],
    ...['houseRules.list', 'houseRules.overview', 'incidents.colleagues', 'keys.state', 'letters.letterhead'],
    'letters.templates',
    ...['phrases.list', 'prevention.look', 'prevention.overview', 'privacy.retention', 'privacy.tryErasing'],
    ...[
      'questionnaires.list',
      'rotation.week',
      'settings.get',
      'team.groups',
      'team.list',
      'trainings.register',
      'trends.report',
    ],
  ],
  'how far something is that is logged itself, or stops it': [
    ...[
      'audit.cancel',
      'audit.progress',
      'exports.cancel',
      'exports.progress',
      'updates.state',
      'privacy.cancel',
      'privacy.progress',
    ],
    ...['keys.cancel', 'keys.progress'],
  ],
  'there is no practice in the folder yet': ['setup.lookForBackups', 'setup.openBackups'],
  'shows again, until it is typed back, the key whose making is logged': ['setup.pendingRecoveryKey'],
  'a window on this computer': [
    ...[
      'window.copied',
      'window.openReview',
      'window.setAlwaysOnTop',
      'window.setBar',
      'window.setShortcut',
      'window.state',
    ],
  ],
};
