import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { type Letterhead, letterhead } from '../../../shared/contract/letters.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Section } from '../../components/Page.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { TextField } from '../../components/TextField.tsx';
import { SaveRow } from '../settings/SaveRow.tsx';
import settings from '../settings/settings.module.css';
import { type KeptChanges, keptChanges, withChanges } from '../unfinished/keptChanges.ts';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeptChanges } from '../unfinished/useKeptChanges.ts';

/** What stands above a letter besides the name of the practice, and how to object. */
export function LetterheadForm() {
  const t = useTexts();
  const { queries } = useApi();
  const stored = useQuery(queries.letters.letterhead.queryOptions());
  return (
    <Section title={t('letters:letterhead.title')} explain={t('letters:letterhead.explain')}>
      <Loaded query={stored}>
        {(data) => (
          <Unfinished form="letterhead" schema={keptChanges} empty={{}}>
            {(typing) => <Fields stored={data} typing={typing} />}
          </Unfinished>
        )}
      </Loaded>
    </Section>
  );
}

const lines = [
  { name: 'phone', hint: null },
  { name: 'email', hint: null },
  { name: 'objectionsTo', hint: 'letters:letterhead.objectionsToHint' },
  { name: 'objectionTerm', hint: 'letters:letterhead.objectionTermHint' },
] as const;

function Fields({ stored, typing }: { stored: Letterhead; typing: Typing<KeptChanges> }) {
  const t = useTexts();
  const { queries } = useApi();
  const form = useForm({ resolver: zodResolver(letterhead), defaultValues: withChanges(stored, typing.start) });
  const kept = useKeptChanges(form, stored, typing);
  const save = useMutation(queries.letters.updateLetterhead.mutationOptions({ onSuccess: kept.saved }));
  return (
    <form noValidate onSubmit={form.handleSubmit((changed) => save.mutate(changed))}>
      <div className={settings.fields}>
        <Controller
          control={form.control}
          name="address"
          render={({ field }) => (
            <TextBox
              label={t('letters:letterhead.address')}
              rows={3}
              maxLength={400}
              value={field.value ?? ''}
              onChange={field.onChange}
            />
          )}
        />
        {lines.map(({ name, hint }) => (
          <Controller
            key={name}
            control={form.control}
            name={name}
            render={({ field }) => (
              <TextField
                label={t(`letters:letterhead.${name}`)}
                hint={hint ? t(hint) : undefined}
                maxLength={120}
                value={field.value ?? ''}
                onChange={field.onChange}
              />
            )}
          />
        ))}
      </div>
      <SaveRow kept={kept} save={save} />
    </form>
  );
}
