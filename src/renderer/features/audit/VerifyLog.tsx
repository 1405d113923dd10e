import { Button } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { AuditVerdict } from '../../../shared/contract/audit.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import styles from './AuditLog.module.css';

const ASK_EVERY_MS = 400;

/** The proof that nothing was taken out, on request. */
export function VerifyLog() {
  const t = useTexts();
  const { queries } = useApi();
  const verify = useMutation(queries.audit.verify.mutationOptions());
  const wasStopped = verify.error instanceof ORPCError && verify.error.code === 'CANCELLED';
  return (
    <div className={styles.verify}>
      <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate(undefined)}>
        {t('audit:verify')}
      </Button>
      {verify.isPending && <VerifyProgress />}
      {verify.isSuccess && <Verdict verdict={verify.data} />}
      {wasStopped && <small role="status">{t('audit:stopped')}</small>}
      {verify.isError && !wasStopped && <FieldError>{t('audit:verifyFailed')}</FieldError>}
    </div>
  );
}

function VerifyProgress() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const progress = useQuery(queries.audit.progress.queryOptions({ refetchInterval: ASK_EVERY_MS, gcTime: 0 })).data;
  const stop = useMutation(queries.audit.cancel.mutationOptions());
  if (!progress || progress.total === 0) return <small role="status">{t('audit:verifying')}</small>;
  const words = { done: format.number(progress.done), total: format.number(progress.total) };
  return (
    <>
      <progress aria-label={t('audit:verifying')} max={progress.total} value={progress.done} />
      <small>{t('audit:progress', words)}</small>
      <Button variant="default" size="xs" onClick={() => stop.mutate(undefined)}>
        {t('audit:stop')}
      </Button>
    </>
  );
}

/** What was found in the chain, at unlocks and in the backups. */
function Verdict({ verdict: { entries, brokenAt, shorter, backups } }: { verdict: AuditVerdict }) {
  const t = useTexts();
  const format = useFormat();
  const moment = (at: number) => ({ when: `${format.date(at)} ${format.time(at)}` });
  return (
    <div className={styles.verdict}>
      <div role="status">
        {brokenAt === null && <small className={styles.whole}>{t('audit:whole', { count: entries })}</small>}{' '}
        <small>{t('audit:compared', { count: backups.read })}</small>{' '}
        {backups.unread > 0 && <small>{t('audit:unread', { count: backups.unread })}</small>}
      </div>
      {brokenAt !== null && <FieldError>{t('audit:broken', { id: brokenAt })}</FieldError>}
      {shorter.map((at) => (
        <FieldError key={at}>{t('audit:shorter', moment(at))}</FieldError>
      ))}
      {backups.differing.map((at) => (
        <FieldError key={at}>{t('audit:differing', moment(at))}</FieldError>
      ))}
    </div>
  );
}
