import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
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
import { type KeptChanges, keptChanges, withChanges } from '../unfinished/keptChanges.ts';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeptChanges } from '../unfinished/useKeptChanges.ts';
import { SaveRow } from './SaveRow.tsx';
import settings from './settings.module.css';

const asTyped = ({ receivedOn, ...stored }: Triage) => ({ ...stored, receivedOn: typedDay(receivedOn) });

/** A place for what the practice received from 113: their words, pasted, and nothing of this program. */
export function TriageForm() {
  const t = useTexts();
  const { queries } = useApi();
  const stored = useQuery(queries.distress.triage.queryOptions());
  return (
    <Section title={t('settings:triage.title')} explain={t('settings:triage.explain')}>
      <Loaded query={stored}>
        {(data) => (
          <Unfinished form="triage" schema={keptChanges} empty={{}}>
            {(typing) => <Fields stored={data} typing={typing} />}
          </Unfinished>
        )}
      </Loaded>
    </Section>
  );
}

function Fields({ stored, typing }: { stored: Triage; typing: Typing<KeptChanges> }) {
  const t = useTexts();
  const { queries } = useApi();
  const shown = useMemo(() => asTyped(stored), [stored]);
  const form = useForm({ defaultValues: withChanges(shown, typing.start) });
  const kept = useKeptChanges(form, shown, typing);
  const save = useMutation(queries.distress.updateTriage.mutationOptions({ onSuccess: kept.saved }));
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
      <SaveRow kept={kept} save={save} />
    </form>
  );
}
