import type { privacy as nl } from '../nl/privacy.ts';
import type { Shape } from '../shape.ts';

export const privacy: Shape<typeof nl> = {
  title: 'Privacy',
  intro: 'What there is, where it is kept, and who sees it.',
  where: {
    title: 'What is kept where',
    what: 'What',
    place: 'Where',
    who: 'Who sees it',
    callers: 'Callers, calls and incidents',
    callersPlace: 'In one encrypted file on this computer',
    callersWho: 'Whoever unlocks',
    concerns: 'Calls of concern and crisis',
    concernsPlace: 'In the same file, apart from the incidents',
    concernsWho:
      'The practice manager. Whoever recorded it: that day. With the caller a colleague sees only that there was worry',
    passwords: 'Passwords and recovery key',
    passwordsPlace: 'Nowhere. Only a lock that they open',
    passwordsWho: 'Nobody',
    bucket: 'The bucket, and how heavy something was',
    bucketPlace: 'In the same file',
    bucketWho: 'Only the worker, not even you',
    backups: 'Backups',
    backupsPlace: 'In the folder with the data, with the same encryption',
    backupsWho: 'Whoever has a password or the recovery key',
  },
  never: 'Nothing leaves by itself: no internet, no measuring, no error reports to elsewhere.',
};
