import { zodResolver } from '@hookform/resolvers/zod';
import { TextInput } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { type GroupKind, groupName, type TeamGroup } from '../../../shared/contract/team.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import styles from './team.module.css';

const typedGroup = z.object({ name: z.string() });
type TypedGroup = z.infer<typeof typedGroup>;

const newForms = { function: 'newFunction', department: 'newDepartment' } as const;

interface Props {
  kind: GroupKind;
  /** Null for a new one. */
  group: TeamGroup | null;
  onClose: () => void;
  onSaved: (name: string) => void;
}

/** The name of a function or a department. */
export function GroupDialog(props: Props) {
  const t = useTexts();
  const { kind, group, onClose } = props;
  return (
    <Dialog
      title={group ? t('team:groups.renameOf', { name: group.name }) : t(`team:groups.add.${kind}`)}
      onClose={onClose}
    >
      <Unfinished
        form={group ? `teamGroup ${group.id}` : newForms[kind]}
        schema={typedGroup}
        empty={{ name: group?.name ?? '' }}
      >
        {(typing) => <Fields {...props} typing={typing} />}
      </Unfinished>
    </Dialog>
  );
}

function Fields({ kind, group, onClose, onSaved, typing }: Props & { typing: Typing<TypedGroup> }) {
  const t = useTexts();
  const { client } = useApi();
  const form = useForm<TypedGroup>({
    resolver: zodResolver(z.object({ name: groupName })),
    defaultValues: typing.start,
  });
  const [problem, setProblem] = useState<'taken' | 'failed' | null>(null);
  const { errors, isSubmitting } = form.formState;
  useKeepTyping(form, typing.keep);
  useEffect(() => form.setFocus('name', { shouldSelect: true }), [form]);

  async function save({ name }: TypedGroup): Promise<void> {
    const { error } = group
      ? await safe(client.team.renameGroup({ groupId: group.id, name }))
      : await safe(client.team.addGroup({ kind, name }));
    if (error) {
      setProblem(isDefinedError(error) && error.code === 'NAME_TAKEN' ? 'taken' : 'failed');
      return form.setFocus('name', { shouldSelect: true });
    }
    await safe(typing.drop());
    onSaved(name);
  }

  return (
    <form className={styles.password} noValidate onSubmit={form.handleSubmit(save)}>
      <div>
        <TextInput
          {...form.register('name')}
          label={t(`team:${kind}`)}
          placeholder={t(`team:${kind}Example`)}
          autoComplete="off"
          aria-invalid={Boolean(errors.name) || problem === 'taken'}
        />
        {errors.name && (
          <FieldError>{t(errors.name.type === 'too_big' ? 'team:wordTooLong' : 'setup:required')}</FieldError>
        )}
        {problem === 'taken' && <FieldError>{t('team:groups.taken')}</FieldError>}
      </div>
      {group && <p>{t('team:groups.renameText')}</p>}
      <KeptFormButtons busy={isSubmitting} typing={typing} onClose={onClose} />
      {problem === 'failed' && <FieldError>{t('team:failed')}</FieldError>}
    </form>
  );
}
