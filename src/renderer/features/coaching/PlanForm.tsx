import { Select, TextInput } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { newCoachingMoment } from '../../../shared/contract/coaching.ts';
import type { TeamMember } from '../../../shared/contract/team.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { DayField } from '../../components/DayField.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import styles from '../team/team.module.css';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';

const typedMoment = z.object({ userId: z.string(), coachId: z.string(), subject: z.string(), onDay: z.string() });
type TypedMoment = z.infer<typeof typedMoment>;

interface Props {
  members: TeamMember[];
  onClose: () => void;
  onPlanned: () => void;
}

export function PlanForm(props: Props) {
  const format = useFormat();
  const { user } = useUnlocked();
  const worker = props.members.find(({ id }) => id !== user.id);
  const empty = {
    userId: String(worker?.id ?? ''),
    coachId: String(user.id),
    subject: '',
    onDay: format.dayOf(Date.now()),
  };
  return (
    <Unfinished form="coaching" schema={typedMoment} empty={empty}>
      {(typing) => <Fields {...props} typing={typing} />}
    </Unfinished>
  );
}

type Problem = 'subject' | 'onDay' | 'coachId' | 'failed';

function Fields({ members, onClose, onPlanned, typing }: Props & { typing: Typing<TypedMoment> }) {
  const t = useTexts();
  const { client } = useApi();
  const form = useForm<TypedMoment>({ defaultValues: typing.start });
  const [problem, setProblem] = useState<Problem | null>(null);
  useKeepTyping(form, typing.keep);
  const people = members.map(({ id, name }) => ({ value: String(id), label: name }));

  async function plan({ userId, coachId, ...typed }: TypedMoment): Promise<void> {
    const checked = newCoachingMoment.safeParse({ ...typed, userId: Number(userId), coachId: Number(coachId) });
    if (!checked.success) {
      const field = checked.error.issues[0]?.path[0];
      return setProblem(field === 'subject' || field === 'onDay' ? field : 'coachId');
    }
    const { error } = await safe(client.coaching.plan(checked.data));
    if (error) return setProblem(isDefinedError(error) && error.code === 'FIELD' ? 'coachId' : 'failed');
    await safe(typing.drop());
    onPlanned();
  }

  return (
    <Section title={t('coaching:planTitle')}>
      <form className={styles.fields} noValidate onSubmit={form.handleSubmit(plan)}>
        {(['userId', 'coachId'] as const).map((name) => (
          <div key={name}>
            <Controller
              control={form.control}
              name={name}
              render={({ field }) => (
                <Select {...field} label={t(name === 'userId' ? 'coaching:worker' : 'coaching:coach')} data={people} />
              )}
            />
            {name === 'coachId' && problem === 'coachId' && <FieldError>{t('coaching:otherCoach')}</FieldError>}
          </div>
        ))}
        <div>
          <TextInput
            {...form.register('subject')}
            label={t('coaching:subject')}
            placeholder={t('coaching:subjectExample')}
            maxLength={120}
            autoFocus
            autoComplete="off"
            aria-invalid={problem === 'subject'}
          />
          {problem === 'subject' && <FieldError>{t('coaching:emptySubject')}</FieldError>}
        </div>
        <Controller
          control={form.control}
          name="onDay"
          render={({ field: { ref, value, onChange } }) => (
            <DayField
              {...{ ref, value, onChange }}
              label={t('coaching:onDay')}
              problem={problem === 'onDay' && t('coaching:emptyDay')}
            />
          )}
        />
        <KeptFormButtons submit={t('coaching:planSubmit')} typing={typing} onClose={onClose} />
        {problem === 'failed' && <FieldError>{t('coaching:failed')}</FieldError>}
      </form>
    </Section>
  );
}
