import { zodResolver } from '@hookform/resolvers/zod';
import { NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { type ConcernRetention as Chosen, concernRetention } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { SaveRow } from '../settings/SaveRow.tsx';
import settings from '../settings/settings.module.css';

/** The term of this register alone, with why the practice chose it. */
export function ConcernRetention() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const stored = useQuery(queries.distress.retention.queryOptions());
  return (
    <Section title={t('distress:retention.title')} explain={t('distress:retention.explain')}>
      {stored.isPending && <p>{t('common:loading')}</p>}
      {stored.isError && <FieldError>{t('review:failed')}</FieldError>}
      {stored.isSuccess && (
        <>
          <Fields months={stored.data.months} reason={stored.data.reason} />
          <small>
            {stored.data.chosenOn
              ? t('distress:retention.chosen', { date: format.shortDate(stored.data.chosenOn) })
              : t('distress:retention.standard')}
          </small>
        </>
      )}
    </Section>
  );
}

function Fields({ months, reason }: Chosen) {
  const t = useTexts();
  const { queries } = useApi();
  const form = useForm<Chosen>({ resolver: zodResolver(concernRetention), values: { months, reason } });
  const { errors, isDirty } = form.formState;
  const save = useMutation(queries.distress.updateRetention.mutationOptions());
  return (
    <form noValidate onSubmit={form.handleSubmit((chosen) => save.mutate(chosen))}>
      <div className={settings.fields}>
        <div>
          <Controller
            control={form.control}
            name="months"
            render={({ field }) => (
              <NumberInput
                label={t('distress:retention.months')}
                value={Number.isNaN(field.value) ? '' : field.value}
                // An empty field is no number: the check on saving says what it must be.
                onChange={(value) => field.onChange(value === '' ? Number.NaN : Number(value))}
                onBlur={field.onBlur}
                min={1}
                max={120}
                clampBehavior="none"
                allowDecimal={false}
                aria-invalid={Boolean(errors.months)}
              />
            )}
          />
          {errors.months && <FieldError>{t('distress:retention.badMonths')}</FieldError>}
        </div>
        <div>
          <TextInput
            {...form.register('reason')}
            label={t('distress:retention.reason')}
            placeholder={t('distress:retention.reasonHint')}
            maxLength={120}
            aria-invalid={Boolean(errors.reason)}
          />
          {errors.reason && <FieldError>{t('distress:retention.badReason')}</FieldError>}
        </div>
      </div>
      <SaveRow
        changed={isDirty}
        busy={save.isPending}
        saved={save.isSuccess}
        failed={save.isError}
        onUndo={() => form.reset()}
      />
    </form>
  );
}
