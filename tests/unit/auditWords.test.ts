import { describe, expect, test } from 'vitest';
import { auditWords } from '../../src/shared/i18n/auditWords.ts';
import { createI18n } from '../../src/shared/i18n/index.ts';

describe('what the audit log says of a subject', () => {
  const nl = auditWords(createI18n('nl').t);
  const en = auditWords(createI18n('en').t);

  test.each([
    ['callers.card', 'caller 12', 'beller 12', 'caller 12'],
    ['callers.search', 'callers 3', 'getoond: 3', 'shown: 3'],
    ['session.wrongPassword', 'user 4, 1 times', 'medewerker 4, 1 keer', 'worker 4, 1 time'],
    ['session.wrongRecoveryKey', '5 times', '5 keer', '5 times'],
    ['team.add', 'user 4, manager', 'medewerker 4, rol: praktijkmanager', 'worker 4, role: practice manager'],
    ['review.dayReport', 'day 2026-11-22, with callers', 'dag 2026-11-22, met namen', 'day 2026-11-22, with names'],
    ['privacy.setTerm', 'incidents 60', 'Incidenten: 60 maanden', 'Incidents: 60 months'],
    ['privacy.setAutomatic', 'on', 'aan', 'on'],
    ['letters.saveTemplate', 'letter template contactBan nl', 'Contactverbod', 'Contact ban'],
    ['settings.updateHouseRules', 'house rules', 'huisregels', 'house rules'],
    ['backup.make', 'store-20261122T100000Z.db', 'store-20261122T100000Z.db', 'store-20261122T100000Z.db'],
    ['a.later version', 'something 7', 'something 7', 'something 7'],
  ])('%s, %s', (action, subject, dutch, english) => {
    expect(nl.subject(action, subject)).toBe(dutch);
    expect(en.subject(action, subject)).toBe(english);
  });
});
