import { safe } from '@orpc/client';
import { useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { phraseKind } from '../../../shared/contract/phrases.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm } from '../../app/deskStore.ts';
import { useUnlocked } from '../../app/session.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { KeptSaveFooter } from '../unfinished/KeptSaveFooter.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import type { Unfinished } from '../unfinished/useUnfinished.ts';
import type { EditedPhrase } from './editedPhrase.ts';
import { PhraseRemoval } from './PhraseRemoval.tsx';
import { closesContact } from './phraseText.ts';
import type { TypedPhrase } from './typedPhrase.ts';

const titles = { new: 'newTitle', change: 'editTitle', ownVersion: 'ownTitle' } as const;

interface Props {
  edited: EditedPhrase;
  start: TypedPhrase;
  unfinished: Omit<Unfinished<TypedPhrase>, 'kept'>;
  onClose: () => void;
}

/** The words of a sentence, in one language or both, and for whom it is. */
export function PhraseForm({ edited, start, unfinished, onClose }: Props) {
  const t = useTexts();
  const { client } = useApi();
  const isManager = useUnlocked().user.role === 'manager';
  const form = useForm<TypedPhrase>({ defaultValues: start });
  const typed = useWatch({ control: form.control, compute: (values: TypedPhrase) => values });
  const [problem, setProblem] = useState<string | null>(null);
  const changed = edited.as === 'change' ? edited.phrase : null;

  useKeepTyping(form, (words) => {
    unfinished.keep(words);
    setProblem(null);
  });

  async function save({ kind, nl, en, forEverybody }: TypedPhrase): Promise<void> {
    if (nl.trim() === '' && en.trim() === '') {
      form.setFocus('nl');
      return setProblem(t('phrases:form.missing'));
    }
    const input = { phraseId: changed?.id ?? null, words: { kind, nl, en } };
    const saving = forEverybody ? client.phrases.saveForPractice(input) : client.phrases.saveOwn(input);
    const { error } = await safe(saving);
    if (error) return setProblem(t('desk:actionFailed'));
    await safe(unfinished.drop());
    closeSheet();
    confirm(t('phrases:saved'));
  }

  const submit = form.handleSubmit(save);
  useShortcuts('sheet', { 'Ctrl+Enter': () => void submit() });

  return (
    <Sheet
      title={t(`phrases:form.${titles[edited.as]}`)}
      closeLabel={t('desk:escKeeps')}
      onClose={onClose}
      toType
      footer={<KeptSaveFooter typing={unfinished} problem={problem} onSave={() => void submit()} onClose={onClose} />}
    >
      <Controller
        name="nl"
        control={form.control}
        render={({ field }) => (
          <TextBox
            ref={field.ref}
            label={t('phrases:form.nl')}
            rows={3}
            maxLength={300}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Controller
        name="en"
        control={form.control}
        render={({ field }) => (
          <TextBox
            ref={field.ref}
            label={t('phrases:form.en')}
            rows={3}
            maxLength={300}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <small>{t('phrases:form.hint')}</small>
      <Chips title={t('phrases:form.kind')}>
        {phraseKind.options.map((kind) => (
          <Chip key={kind} selected={typed.kind === kind} onToggle={() => form.setValue('kind', kind)}>
            {t(`phrases:kind.${kind}`)}
          </Chip>
        ))}
      </Chips>
      {closesContact(typed) && <small>{t('phrases:form.emergency')}</small>}
      {edited.as === 'new' && isManager && (
        <Chips title={t('phrases:form.forWhom')}>
          {[true, false].map((forEverybody) => (
            <Chip
              key={String(forEverybody)}
              selected={typed.forEverybody === forEverybody}
              onToggle={() => form.setValue('forEverybody', forEverybody)}
            >
              {t(forEverybody ? 'phrases:form.forEverybody' : 'phrases:form.forMe')}
            </Chip>
          ))}
        </Chips>
      )}
      {changed && typed.forEverybody && <small>{t('phrases:form.everybodySees')}</small>}
      {changed && <PhraseRemoval phrase={changed} dropUnfinished={unfinished.drop} />}
    </Sheet>
  );
}
