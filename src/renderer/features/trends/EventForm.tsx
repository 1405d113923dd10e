import { TextInput } from '@mantine/core';
import { safe } from '@orpc/client';
import { useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { trendEventKind, trendEventTerms } from '../../../shared/contract/trends.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { DayField } from '../../components/DayField.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import type { Unfinished } from '../unfinished/useUnfinished.ts';
import styles from './trends.module.css';
import type { TypedEvent } from './typedEvent.ts';

interface Props {
  eventId: number | null;
  start: TypedEvent;
  unfinished: Omit<Unfinished<TypedEvent>, 'kept'>;
  onClose: () => void;
  onSaved: () => void;
}

type Problem = 'missingFrom' | 'endsBeforeItStarts' | 'failed';

/** What is wrong with what was typed, and in which field. */
function problemOf({ from, lastDay }: TypedEvent): { field: 'from' | 'lastDay'; problem: Problem } | null {
  if (from === '') return { field: 'from', problem: 'missingFrom' };
  return lastDay < from ? { field: 'lastDay', problem: 'endsBeforeItStarts' } : null;
}

export function EventForm({ eventId, start, unfinished, onClose, onSaved }: Props) {
  const t = useTexts();
  const { client } = useApi();
  const form = useForm<TypedEvent>({ defaultValues: start });
  const typed = form.watch();
  const [problem, setProblem] = useState<Problem | null>(null);

  useKeepTyping(form, (typed) => {
    unfinished.keep(typed);
    setProblem(null);
  });
  useEffect(() => form.setFocus('what'), [form]);

  async function save(values: TypedEvent): Promise<void> {
    const found = problemOf(values);
    if (found) {
      form.setFocus(found.field);
      return setProblem(found.problem);
    }
    const { error } = await safe(client.trends.saveEvent({ eventId, event: trendEventTerms.parse(values) }));
    if (error) return setProblem('failed');
    await safe(unfinished.drop());
    onSaved();
  }

  return (
    <form className={styles.form} noValidate onSubmit={form.handleSubmit(save)}>
      <Chips title={t('trends:events.kindLabel')}>
        {trendEventKind.options.map((kind) => (
          <Chip key={kind} selected={typed.kind === kind} onToggle={() => form.setValue('kind', kind)}>
            {t(`trends:events.kind.${kind}`)}
          </Chip>
        ))}
      </Chips>
      <div className={styles.dates}>
        {(['from', 'lastDay'] as const).map((field) => (
          <Controller
            key={field}
            control={form.control}
            name={field}
            render={({ field: { ref, value, onChange } }) => (
              <DayField {...{ ref, value, onChange }} label={t(`trends:events.${field}`)} />
            )}
          />
        ))}
      </div>
      <div>
        <TextInput
          {...form.register('what')}
          label={t('trends:events.what')}
          placeholder={t('trends:events.whatExample')}
          maxLength={120}
          autoComplete="off"
          aria-describedby="trend-event-hint"
        />
        <small id="trend-event-hint">{t('trends:events.whatHint')}</small>
      </div>
      {problem && <FieldError>{t(`trends:events.${problem}`)}</FieldError>}
      <KeptFormButtons busy={form.formState.isSubmitting} typing={unfinished} onClose={onClose} />
    </form>
  );
}
