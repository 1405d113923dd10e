import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type StartWithSession, startWithSession } from '../../../shared/contract/window.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Section } from '../../components/Page.tsx';
import styles from './ShortcutChoice.module.css';

/** Whether the program begins with the session of this computer's user. */
export function StartChoice() {
  const t = useTexts();
  const { queries } = useApi();
  const state = useQuery(queries.window.state.queryOptions());
  return (
    <Section title={t('settings:start.title')} explain={t('settings:start.explain')}>
      <Loaded query={state}>
        {({ startWithSession: now }) => (now ? <Choice now={now} /> : <p>{t('settings:start.unsupported')}</p>)}
      </Loaded>
    </Section>
  );
}

function Choice({ now }: { now: StartWithSession }) {
  const t = useTexts();
  const { queries } = useApi();
  const choose = useMutation(queries.window.setStartWithSession.mutationOptions());
  return (
    <div className={styles.choice}>
      <Select
        label={t('settings:start.label')}
        value={now}
        data={startWithSession.options.map((value) => ({ value, label: t(`settings:start.options.${value}`) }))}
        disabled={choose.isPending}
        allowDeselect={false}
        onChange={(chosen) => {
          if (chosen && chosen !== now) choose.mutate({ start: startWithSession.parse(chosen) });
        }}
      />
      <div role="status">{choose.isSuccess && <small>{t(`settings:start.chosen.${now}`)}</small>}</div>
      {choose.isError && <FieldError>{t('settings:failed')}</FieldError>}
    </div>
  );
}
