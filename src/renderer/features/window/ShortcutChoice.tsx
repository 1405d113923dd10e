import { Select } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { WindowState } from '../../../shared/contract/window.ts';
import { keysOf } from '../../../shared/shortcutKeys.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Section } from '../../components/Page.tsx';
import styles from './ShortcutChoice.module.css';

/** The keys that bring the desk window up from any program. */
export function ShortcutChoice() {
  const t = useTexts();
  const { queries } = useApi();
  const state = useQuery(queries.window.state.queryOptions());
  return (
    <Section title={t('settings:shortcut.title')} explain={t('settings:shortcut.explain')}>
      <Loaded query={state}>
        {({ shortcut }) =>
          shortcut.supported ? <Choice shortcut={shortcut} /> : <p>{t('settings:shortcut.unsupported')}</p>
        }
      </Loaded>
    </Section>
  );
}

function Choice({ shortcut }: { shortcut: WindowState['shortcut'] }) {
  const t = useTexts();
  const { queries } = useApi();
  const choose = useMutation(queries.window.setShortcut.mutationOptions());
  const { accelerator, registered, alternatives } = shortcut;
  const refused = isDefinedError(choose.error) && choose.error.code === 'TAKEN' ? choose.variables : null;
  return (
    <div className={styles.choice}>
      <Select
        label={t('settings:shortcut.label')}
        value={accelerator}
        data={[...new Set([accelerator, ...alternatives])].map((value) => ({ value, label: keysOf(value) }))}
        disabled={choose.isPending}
        onChange={(chosen) => {
          if (chosen && chosen !== accelerator) choose.mutate({ accelerator: chosen });
        }}
      />
      <div role="status">
        {registered && choose.isSuccess && (
          <small>{t('settings:shortcut.chosen', { keys: keysOf(accelerator) })}</small>
        )}
        {registered && choose.isIdle && (
          <small>{t('settings:shortcut.registered', { keys: keysOf(accelerator) })}</small>
        )}
      </div>
      {!registered && <FieldError>{t('settings:shortcut.taken', { keys: keysOf(accelerator) })}</FieldError>}
      {refused && <FieldError>{t('settings:shortcut.taken', { keys: keysOf(refused.accelerator) })}</FieldError>}
      {choose.isError && !refused && <FieldError>{t('settings:failed')}</FieldError>}
    </div>
  );
}
