import { safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { sentWay } from '../../../shared/contract/letters.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DayField } from '../../components/DayField.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { SubmitButton } from '../../components/SubmitButton.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import styles from './MeasureLetters.module.css';

const typedSent = z.object({ on: z.string(), way: sentWay });
type TypedSent = z.infer<typeof typedSent>;

/** When a letter went out, and how. */
export function MarkSent({ letterId }: { letterId: number }) {
  const format = useFormat();
  const empty: TypedSent = { on: format.dayOf(Date.now()), way: 'post' };
  return (
    <Unfinished form={`letterSent ${letterId}`} schema={typedSent} empty={empty}>
      {(typing) => <Fields letterId={letterId} typing={typing} />}
    </Unfinished>
  );
}

function Fields({ letterId, typing }: { letterId: number; typing: Typing<TypedSent> }) {
  const t = useTexts();
  const { queries } = useApi();
  const form = useForm({ defaultValues: typing.start });
  useKeepTyping(form, typing.keep);
  const mark = useMutation(queries.letters.markSent.mutationOptions({ onSuccess: () => void safe(typing.drop()) }));
  return (
    <form className={styles.send} onSubmit={form.handleSubmit((typed) => mark.mutate({ letterId, ...typed }))}>
      <Controller
        control={form.control}
        name="on"
        render={({ field: { value, onChange } }) => (
          <DayField label={t('letters:list.sentDate')} value={value} onChange={onChange} />
        )}
      />
      <label>
        {t('letters:list.sentBy')}
        <select className={styles.field} {...form.register('way')}>
          {sentWay.options.map((option) => (
            <option key={option} value={option}>
              {t(`letters:sentWay.${option}`)}
            </option>
          ))}
        </select>
      </label>
      <SubmitButton variant="default" ready={form.watch('on') !== ''} loading={mark.isPending}>
        {t('letters:list.markSent')}
      </SubmitButton>
      <KeptLine saveState={typing.saveState} />
      {mark.isError && <FieldError>{t('letters:list.failed')}</FieldError>}
    </form>
  );
}
