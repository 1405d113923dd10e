import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logNeedsLook, personIn, subjectOfCheck } from '../../src/main/core/rules/auditSubject.ts';

describe('a subject of the log', () => {
  test.each([
    ['caller 12', { kind: 'caller', id: 12 }],
    ['user 3, manager', { kind: 'user', id: 3 }],
    ['callers 3', null],
    ['incident 5', null],
    ['5 times', null],
    [null, null],
  ])('%s', (subject, person) => expect(personIn(subject)).toEqual(person));

  test('never names anybody in whatever else stands there', () => {
    fc.assert(fc.property(fc.string(), (text) => personIn(`x${text}`) === null));
  });
});

describe('the log needs a look', () => {
  const moment = fc.record({ id: fc.nat(), at: fc.nat(), subject: fc.constant(null) });
  const whole = subjectOfCheck({ brokenAt: null, backups: { read: 1, unread: 0, differing: [] } });

  test('after a check that found something, whatever else there was', () => {
    const found = fc.oneof(
      fc.nat().map((brokenAt) => ({ brokenAt, backups: { read: 0, unread: 0, differing: [] } })),
      fc.array(fc.nat(), { minLength: 1 }).map((differing) => ({
        brokenAt: null,
        backups: { read: 1, unread: 0, differing },
      })),
    );
    fc.assert(
      fc.property(moment, fc.option(moment, { nil: undefined }), found, (check, shorter, verdict) => {
        const needs = logNeedsLook({ check: { ...check, subject: subjectOfCheck(verdict) }, shorter, behind: shorter });
        expect(needs).toEqual({ problem: 'broken', since: check.at });
      }),
    );
  });

  test('after an end that was missing, until a check that found nothing', () => {
    fc.assert(
      fc.property(moment, moment, (check, shorter) => {
        const needs = logNeedsLook({ check: { ...check, subject: whole }, shorter, behind: shorter });
        expect(needs).toEqual(shorter.id > check.id ? { problem: 'shorter', since: shorter.at } : null);
      }),
    );
    expect(logNeedsLook({ check: undefined, shorter: undefined, behind: undefined })).toBeNull();
  });

  test('after a clock that went back, until a check that was made after it', () => {
    fc.assert(
      fc.property(moment, moment, (check, behind) => {
        const needs = logNeedsLook({ check: { ...check, subject: whole }, shorter: undefined, behind });
        expect(needs).toEqual(behind.id > check.id ? { problem: 'clock', since: behind.at } : null);
      }),
    );
  });
});
