import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { auditedActions } from '../../src/main/core/rules/auditKind.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { audit as en } from '../../src/shared/i18n/en/audit.ts';
import { audit as nl } from '../../src/shared/i18n/nl/audit.ts';
import { proceduresOf } from '../support/contractInputs.ts';
import { notLogged } from '../support/notLogged.ts';

const names = proceduresOf(contract).map((procedure) => procedure.path);
const left = Object.values(notLogged).flat();

/** Written under a name of their own, or by what the procedure hands the work to. */
const writtenElsewhere = [
  ...[
    'session.unlock',
    'session.lock',
    'setup.create',
    'backup.restore',
    'backup.restoreOlder',
    'backup.putBack',
    'setup.restore',
    'privacy.eraseOverTerm',
    'callers.search',
  ],
];
/** What the app writes by itself, and what an earlier version wrote. */
const noProcedure = [
  'session.wrongPassword',
  'session.wrongRecoveryKey',
  'audit.prune',
  'backup.mend',
  'audit.shorter',
  'keys.older',
  'keys.mended',
  'keys.unmended',
  'clock.behind',
  'distress.updateRetention',
];

/** What stands between the beginning of each handler and that of the next one. */
function handlers(): Map<string, string> {
  const folder = path.resolve('src/main/core/features');
  const found = new Map<string, string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const parts = readFileSync(path.join(folder, file), 'utf8').split(
      /\b(?:unlocked|atOnce|open)\.(\w+\.\w+)\.handler\(/,
    );
    for (let at = 1; at < parts.length; at += 2) found.set(parts[at] ?? '', parts[at + 1] ?? '');
  }
  return found;
}

describe('what the audit log keeps of each procedure of the contract', () => {
  test('is said once, in rules/auditKind.ts or, with the reason why nothing is, in tests/support/notLogged.ts', () => {
    const said = [...auditedActions.filter((action) => !noProcedure.includes(action)), ...left];
    expect(said.sort()).toEqual([...names].sort());
    expect(new Set(auditedActions).size).toBe(auditedActions.length);
  });

  test('is what its handler does', () => {
    const bodies = handlers();
    for (const name of names) {
      if (writtenElsewhere.includes(name)) continue;
      const body = bodies.get(name);
      const writes = body !== undefined && /\b(audit|auditSeen)\(|\blog\??\.append\(/.test(body);
      expect([name, writes]).toEqual([name, !left.includes(name)]);
    }
  });

  test('has words in both languages', () => {
    const expected = [...auditedActions].sort();
    expect(Object.keys(nl.actions).sort()).toEqual(expected);
    expect(Object.keys(en.actions).sort()).toEqual(expected);
  });
});
