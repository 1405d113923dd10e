import { TextInput } from '@mantine/core';
import { safe } from '@orpc/client';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { requiredText } from '../../../shared/contract/base.ts';
import { type RetentionTerm, retentionMonths } from '../../../shared/contract/privacy.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import styles from './privacy.module.css';
import { useChosenBy } from './Retention.tsx';

const typedTerm = z.object({ months: z.string(), reason: z.string() });
type TypedTerm = z.infer<typeof typedTerm>;
const term = z.object({ months: retentionMonths, reason: requiredText });

interface Props {
  term: RetentionTerm;
  onClose: () => void;
  onSaved: () => void;
}

/** Another term for one kind: never without a reason. */
export function TermDialog(props: Props) {
  const t = useTexts();
  const { kind, months } = props.term;
  return (
    <Dialog
      title={t('privacy:retention.dialog', { what: t(`privacy:retention.kinds.${kind}`).toLowerCase() })}
      onClose={props.onClose}
    >
      <Unfinished form={`term${kind}`} schema={typedTerm} empty={{ months: String(months), reason: '' }}>
        {(typing) => <Fields {...props} typing={typing} />}
      </Unfinished>
    </Dialog>
  );
}

function Fields({ term: { kind, chosen }, onClose, onSaved, typing }: Props & { typing: Typing<TypedTerm> }) {
  const t = useTexts();
  const chosenBy = useChosenBy();
  const { client } = useApi();
  const form = useForm<TypedTerm>({ defaultValues: typing.start });
  const [problem, setProblem] = useState<'months' | 'reason' | 'failed' | null>(null);
  useKeepTyping(form, typing.keep);
  useEffect(() => form.setFocus('months', { shouldSelect: true }), [form]);

  async function save(typed: TypedTerm): Promise<void> {
    const checked = term.safeParse({ months: Number(typed.months.trim() || Number.NaN), reason: typed.reason });
    if (!checked.success) {
      const field = checked.error.issues[0]?.path[0] === 'months' ? 'months' : 'reason';
      setProblem(field);
      return form.setFocus(field);
    }
    const { error } = await safe(client.privacy.setTerm({ kind, ...checked.data }));
    if (error) return setProblem('failed');
    await safe(typing.drop());
    onSaved();
  }

  return (
    <form className={styles.form} noValidate onSubmit={form.handleSubmit(save)}>
      <div>
        <TextInput
          {...form.register('months')}
          className={styles.months}
          label={t('privacy:retention.monthsField')}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          aria-invalid={problem === 'months'}
        />
        {problem === 'months' && <FieldError>{t('privacy:retention.badMonths')}</FieldError>}
      </div>
      <div>
        <TextInput
          {...form.register('reason')}
          label={t('privacy:retention.reasonField')}
          placeholder={t('privacy:retention.reasonHint')}
          maxLength={120}
          autoComplete="off"
          aria-invalid={problem === 'reason'}
        />
        {problem === 'reason' && <FieldError>{t('privacy:retention.badReason')}</FieldError>}
      </div>
      {problem === 'failed' && <FieldError>{t('privacy:retention.failed')}</FieldError>}
      <KeptFormButtons busy={form.formState.isSubmitting} typing={typing} onClose={onClose} />
      {chosen.length > 0 && (
        <div>
          <p className={styles.subtitle}>{t('privacy:retention.was')}</p>
          <ul className={styles.list}>
            {chosen.map((one) => (
              <li key={one.setAt}>
                <small>
                  {t('privacy:retention.wasLine', {
                    months: t('privacy:retention.months', { count: one.months }),
                    by: chosenBy(one),
                    reason: one.reason,
                  })}
                </small>
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
