import { spawnSync } from 'node:child_process';
import { z } from 'zod';

/** The part of `npm audit --json` that is looked at. */
const auditReport = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
});
export type AuditReport = z.infer<typeof auditReport>;

const patience = 30_000;

/** What the registry says of everything that is installed, or why it says nothing. */
export function askRegistry(root: string): { report: AuditReport | null; why: string } {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=15000'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: patience,
  });
  try {
    const answer: unknown = JSON.parse(stdout);
    const { data } = auditReport.safeParse(answer);
    return {
      report: data ?? null,
      why: z.object({ message: z.string() }).safeParse(answer).data?.message ?? 'no report',
    };
  } catch {
    return { report: null, why: 'no answer in time' };
  }
}

/** The findings that must not ship, as `package range: severity`. */
export function seriousFindings({ vulnerabilities }: AuditReport, shipped: readonly string[]): string[] {
  return Object.entries(vulnerabilities).flatMap(([name, { severity, range }]) =>
    shipped.includes(name) && ['high', 'critical'].includes(severity) ? [`${name} ${range}: ${severity}`] : [],
  );
}
