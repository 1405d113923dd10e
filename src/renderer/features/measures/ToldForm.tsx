import { NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { toldWay } from '../../../shared/contract/measures.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { DayField } from '../../components/DayField.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import styles from './measures.module.css';

interface Props {
  callerId: number;
  /** Null when no step followed. */
  measureId: number | null;
  onDone: () => void;
}

const typedTold = z.object({ way: toldWay, on: z.string(), byUserId: z.string() });
type TypedTold = z.infer<typeof typedTold>;

/** How, when and by whom the person was told: what stops the clock. */
export function ToldForm(props: Props) {
  const format = useFormat();
  const { user } = useUnlocked();
  const empty: TypedTold = { way: 'phone', on: format.dayOf(Date.now()), byUserId: String(user.id) };
  return (
    <Unfinished
      form={props.measureId === null ? `told caller ${props.callerId}` : `told ${props.measureId}`}
      schema={typedTold}
      empty={empty}
      callerId={props.callerId}
    >
      {(typing) => <Fields {...props} typing={typing} />}
    </Unfinished>
  );
}

function Fields({ callerId, measureId, onDone, typing }: Props & { typing: Typing<TypedTold> }) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const { user } = useUnlocked();
  const today = format.dayOf(Date.now());
  const members = useQuery(queries.team.list.queryOptions()).data ?? [];
  const form = useForm<TypedTold>({ defaultValues: typing.start });
  const { register, handleSubmit } = form;
  useKeepTyping(form, typing.keep);
  const record = useMutation(
    queries.measures.recordTold.mutationOptions({
      onSuccess: () => {
        void typing.drop();
        announce(t('measures:told.recorded'));
        onDone();
      },
    }),
  );
  const workers = members.filter(({ active, id }) => active || id === user.id);
  return (
    <form
      className={styles.form}
      aria-label={t('measures:told.record')}
      noValidate
      onSubmit={handleSubmit(({ way, on, byUserId }) =>
        record.mutate({ callerId, measureId, way, on, byUserId: Number(byUserId) }),
      )}
    >
      <div className={styles.dates}>
        <NativeSelect
          {...register('way')}
          autoFocus
          label={t('measures:told.way')}
          data={toldWay.options.map((value) => ({ value, label: t(`measures:told.ways.${value}`) }))}
        />
        <Controller
          control={form.control}
          name="on"
          rules={{ required: true, validate: (on) => on <= today }}
          render={({ field: { ref, value, onChange }, fieldState }) => (
            <DayField
              {...{ ref, value, onChange }}
              label={t('measures:told.on')}
              problem={fieldState.invalid && t('measures:told.future')}
            />
          )}
        />
        <NativeSelect
          key={workers.length}
          {...register('byUserId')}
          label={t('measures:told.by')}
          data={workers.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </div>
      <KeptFormButtons submit={t('measures:told.submit')} busy={record.isPending} typing={typing} onClose={onDone} />
      {record.isError && <FieldError>{t('measures:told.failed')}</FieldError>}
    </form>
  );
}
