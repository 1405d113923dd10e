import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOfFinding, mayOpen } from '../../src/main/core/rules/concern.ts';
import { dayOf } from '../../src/main/core/rules/practiceTime.ts';
import { groundOf, leastItems, obstacleTo, told } from '../../src/main/core/rules/sharing.ts';
import { role } from '../../src/shared/contract/base.ts';
import { consent, shareItem, shareReceiver } from '../../src/shared/contract/concernSharing.ts';
import { concernFinding } from '../../src/shared/contract/distress.ts';

const items = fc.uniqueArray(fc.constantFrom(...shareItem.options));
const reasons = fc.oneof(fc.constantFrom('', ' ', '\n\t'), fc.string());
const forms = fc.record({
  consent: fc.option(fc.constantFrom(...consent.options), { nil: null }),
  vitalInterest: fc.boolean(),
  reason: reasons,
  items,
  place: fc.string(),
  receiver: fc.option(fc.constantFrom(...shareReceiver.options), { nil: null }),
  receiverName: fc.string(),
});

describe('telling a practitioner', () => {
  test('is possible with consent, or for a life in danger with a reason, and never otherwise', () => {
    fc.assert(
      fc.property(forms, (form) => {
        const mayBeTold = obstacleTo(form) === null;
        const hasGround =
          form.consent === 'given' || (form.consent !== null && form.vitalInterest && form.reason.trim() !== '');
        if (mayBeTold) expect(hasGround).toBe(true);
        expect(mayBeTold).toBe(hasGround && form.items.length > 0 && form.receiver !== null);
      }),
    );
  });

  test('asks for what is missing, the ground before all else, and says with consent no other', () => {
    fc.assert(
      fc.property(forms, (form) => {
        expect(obstacleTo({ ...form, consent: null })).toBe('notAsked');
        expect(groundOf({ ...form, consent: 'given' })).toBe('consent');
        expect(groundOf({ ...form, consent: 'refused', vitalInterest: false })).toBe('noGround');
        expect(groundOf({ ...form, consent: 'couldNotAsk', vitalInterest: true, reason: '  ' })).toBe('noReason');
      }),
    );
  });

  test('tells only what was chosen, and starts with the least', () => {
    fc.assert(
      fc.property(items, fc.dictionary(fc.constantFrom(...shareItem.options), fc.string()), (chosen, known) => {
        const all = new Map(
          shareItem.options.flatMap((item) => (known[item] === undefined ? [] : [[item, known[item]]])),
        );
        const lines = told(chosen, all);
        expect(lines.map(({ item }) => item)).toEqual(
          shareItem.options.filter((item) => chosen.includes(item) && all.has(item)),
        );
        for (const { item, value } of lines) expect(value).toBe(all.get(item));
      }),
    );
    expect(leastItems).toEqual(['name', 'number', 'finding']);
  });
});

const zones = fc.constantFrom('Europe/Amsterdam', 'America/Santiago', 'Australia/Lord_Howe', 'Pacific/Apia');
const instants = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') });
const ids = fc.integer({ min: 1, max: 3 });

describe('a call of concern', () => {
  test('is open to a manager, and to whoever made it on the same day of the practice; to nobody else', () => {
    fc.assert(
      fc.property(
        ids,
        ids,
        fc.constantFrom(...role.options),
        instants,
        instants,
        zones,
        (by, id, as, at, now, zone) => {
          const mayBeOpened = mayOpen({ userId: by, occurredAt: at }, { id, role: as }, now, zone);
          expect(mayBeOpened).toBe(as === 'manager' || (by === id && dayOf(at, zone) === dayOf(now, zone)));
        },
      ),
    );
  });

  test('is a crisis or a talk with somebody lonely by what was found', () => {
    const lonely = concernFinding.options.filter((finding) => kindOfFinding(finding) === 'lonely');
    expect(lonely).toEqual(['lonely', 'oftenCalling']);
  });
});
