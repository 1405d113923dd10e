import { recorderOfConcern } from '../distress/concernsOfWorker.ts';

/** Where a worker stands that the other parts of their own data tell of. */
const toldElsewhere: ReadonlySet<string> = new Set([
  ...['incident.userId', 'incidentWorker.userId', 'incidentWitness.userId', recorderOfConcern, 'contact.userId'],
  ...['breakEvent.userId', 'workSpan.userId', 'bucketStart.userId', 'takeOverRequest.userId'],
  ...['handOver.givenBy', 'handOver.toUserId', 'handOver.doneBy', 'aftercare.userId', 'absence.userId', 'turn.userId'],
  ...['trainingRecord.userId', 'coachingMoment.userId', 'questionnaireInvitation.userId', 'houseRuleReading.userId'],
  ...['phrase.userId', 'favouritePhrase.userId', 'draft.userId', 'unfinished.userId'],
  // What colleagues asked is theirs: a request to take over says that somebody needed a break.
  ...['takeOverRequest.askedOf', 'takeOverRequest.answeredBy'],
]);

export const isToldElsewhere = (column: string): boolean => toldElsewhere.has(column);
