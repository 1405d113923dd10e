import { zodResolver } from '@hookform/resolvers/zod';
import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { type Practice, practice as practiceFields } from '../../../shared/contract/settings.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Section } from '../../components/Page.tsx';
import { type KeptChanges, keptChanges, withChanges } from '../unfinished/keptChanges.ts';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeptChanges } from '../unfinished/useKeptChanges.ts';
import { SaveRow } from './SaveRow.tsx';
import styles from './settings.module.css';

export function PracticeSettings() {
  const t = useTexts();
  const { queries } = useApi();
  const settings = useQuery(queries.settings.get.queryOptions());
  return (
    <Section title={t('settings:practice.title')}>
      <Loaded query={settings}>
        {({ practice }) => (
          <Unfinished form="practice" schema={keptChanges} empty={{}}>
            {(typing) => <PracticeForm practice={practice} typing={typing} />}
          </Unfinished>
        )}
      </Loaded>
    </Section>
  );
}

/** The time zones this computer knows, and the one that is set even when it is not among them. */
const timeZones = (current: string): string[] =>
  [...new Set([current, ...Intl.supportedValuesOf('timeZone')])].toSorted();

function PracticeForm({ practice, typing }: { practice: Practice; typing: Typing<KeptChanges> }) {
  const t = useTexts();
  const { queries } = useApi();
  const form = useForm<Practice>({
    resolver: zodResolver(practiceFields),
    defaultValues: withChanges(practice, typing.start),
  });
  const kept = useKeptChanges(form, practice, typing);
  const { errors } = form.formState;
  const save = useMutation(queries.settings.updatePractice.mutationOptions({ onSuccess: kept.saved }));
  return (
    <form noValidate onSubmit={form.handleSubmit((changed) => save.mutate(changed))}>
      <div className={styles.fields}>
        <div>
          <TextInput
            {...form.register('practiceName')}
            label={t('settings:practice.name')}
            aria-invalid={Boolean(errors.practiceName)}
          />
          {errors.practiceName && <FieldError>{t('setup:required')}</FieldError>}
        </div>
        <div>
          <Controller
            control={form.control}
            name="timeZone"
            render={({ field }) => (
              <Select
                {...field}
                label={t('settings:practice.timeZone')}
                data={timeZones(practice.timeZone)}
                searchable
                limit={40}
                nothingFoundMessage={t('settings:practice.timeZoneNone')}
                aria-describedby="time-zone-hint"
              />
            )}
          />
          <small id="time-zone-hint">{t('settings:practice.timeZoneHint')}</small>
        </div>
      </div>
      <SaveRow kept={kept} save={save} />
    </form>
  );
}
