import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { Triage } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { readDay, typedDay } from '../../app/typedTime.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Section } from '../../components/Page.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { TextField } from '../../components/TextField.tsx';
import { SaveRow } from './SaveRow.tsx';
import settings from './settings.module.css';

/** A place for what the practice received from 113: their words, pasted, and nothing of this program. */
export function TriageForm() {
  const t = useTexts();
  const { queries } = useApi();
  const stored = useQuery(queries.distress.triage.queryOptions());
  return (
    <Section title={t('settings:triage.title')} explain={t('settings:triage.explain')}>
      <Loaded query={stored}>{(data) => <Fields stored={data} />}</Loaded>
    </Section>
  );
}

function Fields({ stored }: { stored: Triage }) {
  const t = useTexts();
  const { queries } = useApi();
  const { text, receivedFrom, receivedOn } = stored;
  const form = useForm({ values: { text, receivedFrom, receivedOn: typedDay(receivedOn) } });
  const save = useMutation(queries.distress.updateTriage.mutationOptions());
  const typed = form.watch();
  const set = (name: 'text' | 'receivedFrom' | 'receivedOn') => (value: string) =>
    form.setValue(name, value, { shouldDirty: true });
  const isBadDate = typed.receivedOn.trim() !== '' && readDay(typed.receivedOn) === null;

  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((filled) => {
        if (!isBadDate) save.mutate({ ...filled, receivedOn: readDay(filled.receivedOn) });
      })}
    >
      <div className={settings.fields}>
        <TextBox
          label={t('settings:triage.text')}
          rows={6}
          maxLength={6_000}
          value={typed.text}
          onChange={set('text')}
        />
        <TextField
          label={t('settings:triage.receivedFrom')}
          maxLength={120}
          value={typed.receivedFrom}
          onChange={set('receivedFrom')}
        />
        <div>
          <TextField
            label={t('settings:triage.receivedOn')}
            placeholder={t('settings:triage.dateExample')}
            maxLength={10}
            invalid={isBadDate}
            value={typed.receivedOn}
            onChange={set('receivedOn')}
          />
          {isBadDate && <FieldError>{t('settings:triage.badDate')}</FieldError>}
        </div>
      </div>
      <SaveRow
        changed={form.formState.isDirty}
        busy={save.isPending}
        saved={save.isSuccess}
        failed={save.isError}
        onUndo={() => form.reset()}
      />
    </form>
  );
}
