import { Button } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Section } from '../../components/Page.tsx';
import { BackupProgress } from '../backup/BackupProgress.tsx';
import { CheckProgress } from './CheckProgress.tsx';
import styles from './updates.module.css';

/** A newer version, from a file that the publisher signed; never fetched. */
export function Updates() {
  const t = useTexts();
  const { queries } = useApi();
  const state = useQuery(queries.updates.state.queryOptions());
  return (
    <Section title={t('updates:title')} explain={t('updates:explain')}>
      <Loaded query={state}>
        {({ version, possible, checked }) => (
          <>
            <p>{t('updates:now', { version })}</p>
            {possible === 'yes' ? <FromFile checked={checked?.version ?? null} /> : <p>{t(`updates:${possible}`)}</p>}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function FromFile({ checked }: { checked: string | null }) {
  const t = useTexts();
  const { queries } = useApi();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: queries.updates.state.key() });
  const install = useMutation(queries.updates.install.mutationOptions({ onSettled }));
  const choose = useMutation(queries.updates.choose.mutationOptions({ onMutate: () => install.reset(), onSettled }));

  const installCode = isDefinedError(install.error) ? install.error.code : null;
  const isStopped = installCode === 'STOPPED';
  const isNotChecked = isDefinedError(choose.error) && choose.error.code === 'STOPPED';

  const status = () => {
    if (choose.isPending) return t('updates:checking');
    if (install.isPending) return t('updates:installing');
    if (isStopped) return t('updates:stopped');
    const found = checked && t('updates:checked', { version: checked });
    if (isNotChecked) return [t('updates:notChecked'), found].filter(Boolean).join(' ');
    if (found) return found;
    if (!install.isSuccess) return null;
    const { standsIn } = install.data;
    return standsIn ? t('updates:byHand', { file: standsIn }) : t('updates:opened');
  };

  const problem = () => {
    if (install.isError) {
      return t(installCode === 'COPY_CHANGED' ? 'updates:problem.COPY_CHANGED' : 'updates:problem.failed');
    }
    if (!isDefinedError(choose.error)) return t('updates:problem.failed');
    switch (choose.error.code) {
      case 'NO_SIGNATURE':
      case 'WRONG_SIGNATURE':
      case 'OTHER_SYSTEM':
      case 'UNREADABLE':
        return t(`updates:problem.${choose.error.code}`);
      case 'NOT_NEWER':
        return t('updates:problem.NOT_NEWER', { version: choose.error.data.version });
      default:
        return t('updates:problem.failed');
    }
  };

  return (
    <div className={styles.fromFile}>
      <p role="status">{status()}</p>
      {choose.isPending && <CheckProgress />}
      {install.isPending && <BackupProgress label={t('updates:installing')} />}
      <div className={styles.buttons}>
        <Button
          variant="default"
          loading={choose.isPending}
          disabled={install.isPending}
          onClick={() => choose.mutate(undefined)}
        >
          {t('updates:choose')}
        </Button>
        {checked && (
          <Button loading={install.isPending} disabled={choose.isPending} onClick={() => install.mutate(undefined)}>
            {t('updates:install')}
          </Button>
        )}
      </div>
      {((choose.isError && !isNotChecked) || (install.isError && !isStopped)) && <FieldError>{problem()}</FieldError>}
    </div>
  );
}
