import { SegmentedControl } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Section } from '../../components/Page.tsx';

/** Whether the windows stay out of screen pictures and shared screens. */
export function CaptureChoice() {
  const t = useTexts();
  const { queries } = useApi();
  const cautionId = useId();
  const state = useQuery(queries.window.state.queryOptions());
  const change = useMutation(queries.window.setContentProtection.mutationOptions());
  return (
    <Section title={t('settings:capture.title')} explain={t('settings:capture.explain')}>
      <Loaded query={state}>
        {({ contentProtection }) =>
          contentProtection.supported ? (
            <div>
              <SegmentedControl
                aria-label={t('settings:capture.title')}
                aria-describedby={cautionId}
                value={contentProtection.on ? 'hidden' : 'shown'}
                onChange={(value) => change.mutate({ on: value === 'hidden' })}
                data={(['shown', 'hidden'] as const).map((value) => ({ value, label: t(`settings:capture.${value}`) }))}
              />
              <p>
                <small id={cautionId}>{t('settings:capture.caution')}</small>
              </p>
            </div>
          ) : (
            <p>{t('settings:capture.unsupported')}</p>
          )
        }
      </Loaded>
      {change.isError && <FieldError>{t('settings:failed')}</FieldError>}
    </Section>
  );
}
