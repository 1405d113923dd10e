import { zodResolver } from '@hookform/resolvers/zod';
import { NativeSelect } from '@mantine/core';
import { safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { newDirectoryEntry } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import { DirectoryFields } from './DirectoryFields.tsx';
import styles from './DirectoryPage.module.css';
import { type TypedNewEntry, typedNewEntry } from './typedEntry.ts';

interface Props {
  onClose: () => void;
  onAdded: (name: string) => void;
}

const empty: TypedNewEntry = { kind: 'local', name: '', number: '', reach: '' };
const { options: kinds } = newDirectoryEntry.shape.kind;

/** An organisation that the practice points to itself, such as social work nearby; kept while it is typed. */
export function AddDirectoryEntry(props: Props) {
  return (
    <Unfinished form="directory" schema={typedNewEntry} empty={empty}>
      {(typing) => <Fields {...props} typing={typing} />}
    </Unfinished>
  );
}

function Fields({ onClose, onAdded, typing }: Props & { typing: Typing<TypedNewEntry> }) {
  const t = useTexts();
  const { queries } = useApi();
  const form = useForm({
    resolver: zodResolver(newDirectoryEntry),
    defaultValues: typing.start,
  });
  const add = useMutation(
    queries.distress.addDirectoryEntry.mutationOptions({
      onSuccess: async (_result, added) => {
        await safe(typing.drop());
        onAdded(added.name);
      },
    }),
  );
  useKeepTyping(form, typing.keep);
  useEffect(() => form.setFocus('name'), [form]);

  return (
    <FormProvider {...form}>
      <form
        className={styles.newForm}
        noValidate
        aria-label={t('settings:directory.addTitle')}
        onSubmit={form.handleSubmit((entry) => add.mutate(entry))}
      >
        <DirectoryFields>
          <NativeSelect
            {...form.register('kind')}
            label={t('settings:directory.kind')}
            data={kinds.map((kind) => ({ value: kind, label: t(`settings:directory.kinds.${kind}`) }))}
          />
        </DirectoryFields>
        <KeptFormButtons
          submit={t('settings:directory.addSave')}
          busy={add.isPending}
          typing={typing}
          onClose={onClose}
        />
        {add.isError && <FieldError>{t('settings:failed')}</FieldError>}
      </form>
    </FormProvider>
  );
}
