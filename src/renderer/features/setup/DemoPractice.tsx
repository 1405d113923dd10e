import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { Working } from './Working.tsx';

/** The practice to try things with: one press loads it, one press takes it away. */
export function DemoPractice() {
  const t = useTexts();
  const { queries } = useApi();
  const { demoLoaded } = useUnlocked();
  const load = useMutation(queries.setup.loadDemo.mutationOptions());
  const remove = useMutation(queries.setup.removeDemo.mutationOptions());
  const failed = load.isError || remove.isError;
  return (
    <Section
      title={t('settings:demo.title')}
      explain={t(demoLoaded ? 'settings:demo.removeHint' : 'settings:demo.explain')}
      action={
        demoLoaded ? (
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
            {t('settings:demo.remove')}
          </Button>
        ) : (
          <Button variant="default" loading={load.isPending} onClick={() => load.mutate(undefined)}>
            {t('settings:demo.load')}
          </Button>
        )
      }
    >
      {load.isPending && <Working label={t('settings:demo.loading')} />}
      {remove.isPending && <Working label={t('settings:demo.removing')} />}
      {failed && <FieldError>{t('settings:demo.failed')}</FieldError>}
      {demoLoaded && !remove.isPending && <p role="status">{t('settings:demo.loaded')}</p>}
    </Section>
  );
}
