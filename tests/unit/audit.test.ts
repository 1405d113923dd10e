import { expect, test } from 'vitest';
import { seriousFindings } from '../support/audit.ts';

const finding = (severity: string) => ({ severity, range: '<2.0.0' });

test('a known hole counts when it is serious and in what ships', () => {
  const vulnerabilities = {
    react: finding('high'),
    kysely: finding('critical'),
    zod: finding('moderate'),
    vitest: finding('critical'),
  };
  expect(seriousFindings({ auditReportVersion: 2, vulnerabilities }, ['react', 'kysely', 'zod'])).toEqual([
    'react <2.0.0: high',
    'kysely <2.0.0: critical',
  ]);
});
