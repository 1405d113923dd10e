import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { type ToldWay, toldWay } from '../../../shared/contract/measures.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import styles from './measures.module.css';

interface Props {
  callerId: number;
  /** Null when no step followed. */
  measureId: number | null;
  onDone: () => void;
}

interface Typed {
  way: ToldWay;
  on: string;
  byUserId: string;
}

/** How, when and by whom the person was told: what stops the clock. */
export function ToldForm({ callerId, measureId, onDone }: Props) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const { user } = useUnlocked();
  const today = format.dayOf(Date.now());
  const members = useQuery(queries.team.list.queryOptions()).data ?? [];
  const { register, handleSubmit, formState } = useForm<Typed>({
    defaultValues: { way: 'phone', on: today, byUserId: String(user.id) },
  });
  const record = useMutation(
    queries.measures.recordTold.mutationOptions({
      onSuccess: () => {
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
        <div>
          <TextInput
            {...register('on', { required: true, validate: (on) => on <= today })}
            type="date"
            max={today}
            label={t('measures:told.on')}
          />
          {formState.errors.on && <FieldError>{t('measures:told.future')}</FieldError>}
        </div>
        <NativeSelect
          key={workers.length}
          {...register('byUserId')}
          label={t('measures:told.by')}
          data={workers.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" loading={record.isPending}>
          {t('measures:told.submit')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
      {record.isError && <FieldError>{t('measures:told.failed')}</FieldError>}
    </form>
  );
}
