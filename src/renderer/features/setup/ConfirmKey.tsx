import { zodResolver } from '@hookform/resolvers/zod';
import { Button, TextInput } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { useApi } from '../../app/api.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { bareKey } from '../session/recoveryKeyText.ts';
import styles from './setup.module.css';

const group = z.string().refine((typed) => bareKey(typed).length === 4);
const typedGroups = z.object({ first: group, second: group });
const names = ['first', 'second'] as const;

interface Props {
  /** The two groups to type back, counted from 1. */
  askedGroups: number[];
  onBack: () => void;
  onDone: () => void;
}

/** Proof that the key is kept somewhere: two of its groups, typed from there. */
export function ConfirmKey({ askedGroups, onBack, onDone }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const [wrongGroup, setWrongGroup] = useState<number | null>(null);
  const form = useForm({ resolver: zodResolver(typedGroups), defaultValues: { first: '', second: '' } });
  const { errors } = form.formState;
  useShortcuts('sheet', { Escape: onBack });
  useEffect(() => {
    form.setFocus('first');
  }, [form]);

  const confirm = useMutation(
    queries.setup.confirmRecoveryKey.mutationOptions({
      onSuccess: onDone,
      onError: (error) => {
        if (!isDefinedError(error) || error.code !== 'WRONG_GROUP') return;
        setWrongGroup(error.data.group);
        form.setFocus(error.data.group === askedGroups[0] ? 'first' : 'second', { shouldSelect: true });
      },
    }),
  );

  const submit = form.handleSubmit(({ first, second }) => {
    setWrongGroup(null);
    confirm.mutate({ groups: [bareKey(first), bareKey(second)] });
  });

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div>
        <h1 className={styles.title}>{t('setup:confirm.title')}</h1>
        <p>{t('setup:confirm.intro')}</p>
      </div>
      <div className={styles.asked}>
        {names.map((name, index) => {
          const number = askedGroups[index] ?? index + 1;
          return (
            <div key={name}>
              <TextInput
                {...form.register(name)}
                label={t('setup:confirm.group', { group: number })}
                maxLength={6}
                size="md"
                spellCheck={false}
                autoComplete="off"
                classNames={{ input: styles.askedInput }}
                aria-invalid={Boolean(errors[name]) || wrongGroup === number}
              />
              {errors[name] && <FieldError>{t('setup:confirm.fourCharacters')}</FieldError>}
            </div>
          );
        })}
      </div>
      {wrongGroup !== null && <FieldError>{t('setup:confirm.wrongGroup', { group: wrongGroup })}</FieldError>}
      {confirm.isError && wrongGroup === null && <FieldError>{t('setup:confirm.failed')}</FieldError>}
      <div className={styles.row}>
        <Button variant="default" onClick={onBack}>
          {t('setup:key.again')}
        </Button>
        <Button type="submit" loading={confirm.isPending}>
          {t('setup:confirm.submit')}
        </Button>
      </div>
    </form>
  );
}
