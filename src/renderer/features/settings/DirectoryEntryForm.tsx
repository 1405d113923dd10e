import { zodResolver } from '@hookform/resolvers/zod';
import { safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { type DirectoryEntry, directoryEntry } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import { DirectoryFields } from './DirectoryFields.tsx';
import styles from './DirectoryPage.module.css';
import { formOfEntry, type TypedEntry, typedEntry } from './typedEntry.ts';

const fields = directoryEntry.pick({ name: true, number: true, reach: true });

interface Props {
  entry: DirectoryEntry;
  onClose: () => void;
  onSaved: (name: string) => void;
}

/** An entry of the phone list, kept while it is typed. */
export function DirectoryEntryForm(props: Props) {
  const { entry } = props;
  return (
    <Unfinished form={formOfEntry(entry.id)} schema={typedEntry} empty={typedEntry.parse(entry)}>
      {(typing) => <Fields {...props} typing={typing} />}
    </Unfinished>
  );
}

function Fields({ entry, onClose, onSaved, typing }: Props & { typing: Typing<TypedEntry> }) {
  const t = useTexts();
  const { queries } = useApi();
  const { id, kind, name } = entry;
  const isFixed = kind === 'emergency';
  const form = useForm({ resolver: zodResolver(fields), defaultValues: typing.start });
  const save = useMutation(
    queries.distress.updateDirectoryEntry.mutationOptions({
      onSuccess: async (_result, saved) => {
        await safe(typing.drop());
        onSaved(saved.name);
      },
    }),
  );
  useKeepTyping(form, typing.keep);
  useEffect(() => {
    form.setFocus(isFixed ? 'name' : 'number', { shouldSelect: true });
  }, [form, isFixed]);

  return (
    <FormProvider {...form}>
      <form
        className={styles.form}
        noValidate
        aria-label={t('settings:directory.editOf', { name })}
        onSubmit={form.handleSubmit((values) => save.mutate({ id, ...values }))}
      >
        <DirectoryFields numberIsFixed={isFixed} />
        <KeptFormButtons
          submit={t('settings:directory.save')}
          busy={save.isPending}
          typing={typing}
          onClose={onClose}
        />
        {save.isError && <FieldError>{t('settings:failed')}</FieldError>}
      </form>
    </FormProvider>
  );
}
