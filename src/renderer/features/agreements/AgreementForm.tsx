import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import type { Agreement, QuietMoments } from '../../../shared/contract/agreements.ts';
import { useFormat } from '../../app/format.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { TextField } from '../../components/TextField.tsx';
import { KeptSaveFooter } from '../unfinished/KeptSaveFooter.tsx';
import { ResumedNotice } from '../unfinished/ResumedNotice.tsx';
import type { Typing } from '../unfinished/Unfinished.tsx';
import styles from './AgreementForm.module.css';
import { MomentFields } from './MomentFields.tsx';
import type { TypedAgreement } from './typedAgreement.ts';
import { useAgreementForm } from './useAgreementForm.ts';

const callsPerWeek = [1, 2, 3, 4, 5];

interface Props {
  callerId: number;
  name: string;
  current: Agreement | null;
  quiet: QuietMoments;
  typing: Typing<TypedAgreement>;
  onBeginAgain: () => void;
  onClose: () => void;
}

export function AgreementForm({ callerId, name, current, quiet, typing, onBeginAgain, onClose }: Props) {
  const t = useTexts();
  const { typed, change, problem, save, end } = useAgreementForm(callerId, name, typing);
  useShortcuts('sheet', { 'Ctrl+Enter': () => void save() });

  const field = (field: 'startsOn' | 'lastDay' | 'reviewOn' | 'reason' | 'agreedWith') => ({
    label: t(`agreements:form.${field}`),
    value: typed[field],
    invalid: problem?.field === field,
    onChange: (value: string) => change({ [field]: value }),
  });
  const dateField = { placeholder: t('agreements:form.dateExample'), maxLength: 10 };

  return (
    <Sheet
      title={t('agreements:title')}
      aside={name}
      closeLabel={t('desk:escKeeps')}
      onClose={onClose}
      footer={
        <KeptSaveFooter
          typing={typing}
          problem={problem?.field === 'moments' ? null : problem?.text}
          hint={current && <small>{t('agreements:form.replaces')} </small>}
          onSave={() => void save()}
          onClose={onClose}
        >
          {current && (
            <Button variant="default" onClick={() => void end(current)}>
              {t('agreements:form.end')}
            </Button>
          )}
        </KeptSaveFooter>
      }
    >
      {typing.resumed && <ResumedNotice onBeginAgain={() => void safe(typing.drop()).then(onBeginAgain)} />}
      <Chips title={t('agreements:form.callsPerWeek')}>
        {callsPerWeek.map((count) => (
          <Chip key={count} selected={typed.callsPerWeek === count} onToggle={() => change({ callsPerWeek: count })}>
            {count}
          </Chip>
        ))}
      </Chips>
      <MomentFields
        moments={typed.moments}
        quiet={quiet}
        problem={problem?.field === 'moments' ? problem.text : null}
        onChange={(moments) => change({ moments })}
      />
      <div className={styles.dates}>
        <TextField {...field('startsOn')} {...dateField} />
        <TextField {...field('lastDay')} {...dateField} />
        <TextField {...field('reviewOn')} {...dateField} />
      </div>
      <TextField {...field('reason')} hint={t('agreements:form.reasonHint')} maxLength={120} />
      <TextField {...field('agreedWith')} hint={t('agreements:form.agreedWithHint')} maxLength={120} />
      <p>
        <b>{t('agreements:emergencies')}</b>
      </p>
      {current && <MadeBy agreement={current} />}
    </Sheet>
  );
}

function MadeBy({ agreement }: { agreement: Agreement }) {
  const t = useTexts();
  const format = useFormat();
  return (
    <small>{t('agreements:form.madeBy', { name: agreement.madeByName, date: format.date(agreement.madeAt) })}</small>
  );
}
