import { isDefinedError, safe } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm } from '../../app/deskStore.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { readDay } from '../../app/typedTime.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { TextField } from '../../components/TextField.tsx';
import { KeptSaveFooter } from '../unfinished/KeptSaveFooter.tsx';
import { ResumedNotice } from '../unfinished/ResumedNotice.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';

const typedException = z.object({ what: z.string(), why: z.string(), lastDay: z.string() });
type TypedException = z.infer<typeof typedException>;

type Field = keyof TypedException;

interface Props {
  callerId: number;
  onClose: () => void;
}

/** Grants something against the normal procedure, so that every colleague does the same until it ends. */
export default function ExceptionSheet(props: Props) {
  // A form that begins anew is another form.
  const [beginnings, setBeginnings] = useState(0);
  return (
    <Unfinished
      key={beginnings}
      form={`exception caller ${props.callerId}`}
      schema={typedException}
      empty={{ what: '', why: '', lastDay: '' }}
      callerId={props.callerId}
    >
      {(typing) => <ExceptionForm {...props} typing={typing} onBeginAgain={() => setBeginnings(beginnings + 1)} />}
    </Unfinished>
  );
}

interface FormProps extends Props {
  typing: Typing<TypedException>;
  onBeginAgain: () => void;
}

function ExceptionForm({ callerId, typing, onBeginAgain, onClose }: FormProps) {
  const t = useTexts();
  const { client, queries } = useApi();
  const { data: card } = useQuery(queries.callers.card.queryOptions({ input: { callerId } }));
  const [typed, setTyped] = useState(typing.start);
  const [problem, setProblem] = useState<{ field: Field | 'form'; text: string } | null>(null);
  const name = card?.details.displayName ?? '';

  const field = (field: Field) => ({
    label: t(`exceptions:form.${field}`),
    value: typed[field],
    invalid: problem?.field === field,
    onChange: (value: string) => {
      const changed = { ...typed, [field]: value };
      setTyped(changed);
      typing.keep(changed);
      setProblem(null);
    },
  });

  async function save(): Promise<void> {
    const [what, why, lastDay] = [typed.what.trim(), typed.why.trim(), readDay(typed.lastDay)];
    if (what === '') return setProblem({ field: 'what', text: t('exceptions:form.missing') });
    if (why === '') return setProblem({ field: 'why', text: t('exceptions:form.missing') });
    if (typed.lastDay.trim() === '') return setProblem({ field: 'lastDay', text: t('exceptions:form.missing') });
    if (!lastDay) return setProblem({ field: 'lastDay', text: t('agreements:form.badDate') });
    const { error } = await safe(client.exceptions.grant({ callerId, terms: { what, why, lastDay } }));
    if (!error) {
      await safe(typing.drop());
      closeSheet();
      return confirm(t('exceptions:saved', { name }));
    }
    setProblem(
      isDefinedError(error) && error.code === 'FIELD'
        ? { field: 'lastDay', text: t('exceptions:form.tooEarly') }
        : { field: 'form', text: t('desk:actionFailed') },
    );
  }

  useShortcuts('sheet', { 'Ctrl+Enter': () => void save() });

  return (
    <Sheet
      title={t('exceptions:title')}
      aside={name}
      closeLabel={t('desk:escKeeps')}
      onClose={onClose}
      toType
      footer={<KeptSaveFooter typing={typing} problem={problem?.text} onSave={() => void save()} onClose={onClose} />}
    >
      {typing.resumed && <ResumedNotice onBeginAgain={() => void safe(typing.drop()).then(onBeginAgain)} />}
      <p>{t('exceptions:form.intro')}</p>
      <TextField {...field('what')} hint={t('exceptions:form.whatHint')} maxLength={120} />
      <TextField {...field('why')} hint={t('exceptions:form.whyHint')} maxLength={120} />
      <TextField {...field('lastDay')} placeholder={t('agreements:form.dateExample')} maxLength={10} />
    </Sheet>
  );
}
