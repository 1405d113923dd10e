import { safe } from '@orpc/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Comparison, MergeChoices, MergeSide } from '../../../shared/contract/callers.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm } from '../../app/deskStore.ts';
import { useFormat } from '../../app/format.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { SaveFooter } from '../../components/SaveFooter.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { callerNamesKey } from './callerName.ts';
import styles from './MergeForm.module.css';
import { MergeQuestion } from './MergeQuestion.tsx';
import { useCardWords } from './useCardWords.ts';
import { useUndoMerge } from './useUndoMerge.ts';

interface Props {
  callerId: number;
  otherId: number;
  name: string;
  comparison: Comparison;
  onBack: () => void;
}

/** Two cards side by side: what was proposed to keep can be chosen otherwise, and nothing is lost. */
export function MergeForm({ callerId, otherId, name, comparison, onBack }: Props) {
  const t = useTexts();
  const { client } = useApi();
  const queryClient = useQueryClient();
  const undo = useUndoMerge();
  const words = useCardWords();
  const [choices, setChoices] = useState<MergeChoices>({});
  const [agreement, setAgreement] = useState<'kept' | 'other'>('kept');
  const [failed, setFailed] = useState(false);
  const { kept, other, fields } = comparison;

  async function merge(): Promise<void> {
    const { data, error } = await safe(client.callers.merge({ callerId, otherId, choices, agreement }));
    if (error) return setFailed(true);
    await queryClient.invalidateQueries({ queryKey: callerNamesKey });
    closeSheet();
    const { displayName } = other.details;
    confirm(t('callers:merge.done', { name: displayName }), () => void undo({ id: data.mergeId, name: displayName }));
  }

  useShortcuts('sheet', { 'Ctrl+Enter': () => void merge() });

  return (
    <Sheet
      title={t('callers:merge.title')}
      aside={name}
      closeLabel={t('desk:escBack')}
      onClose={onBack}
      footer={
        <SaveFooter
          message={failed ? <FieldError>{t('desk:actionFailed')}</FieldError> : <Along comparison={comparison} />}
          save={t('callers:merge.confirm')}
          onSave={() => void merge()}
        />
      }
    >
      <Warnings comparison={comparison} />
      <small>{t('callers:merge.intro')}</small>
      <div className={styles.questions}>
        <div className={styles.heads} aria-hidden="true">
          <span>{t('callers:merge.kept')}</span>
          <span>{t('callers:merge.other')}</span>
        </div>
        {/* A decision, and not only about what stands on the card: it is seen first. */}
        <Agreements kept={kept} other={other} choice={agreement} onChoose={setAgreement} />
        {fields.map(({ field, options, choice }) => (
          <MergeQuestion
            key={field}
            title={words.title(field)}
            options={options}
            sideValue={(side) => words.value(field, (side === 'kept' ? kept : other).details)}
            choice={choices[field] ?? choice}
            onChoose={(chosen) => setChoices({ ...choices, [field]: chosen })}
          />
        ))}
      </div>
    </Sheet>
  );
}

/** How much comes together on the one card. */
function Along({ comparison: { kept, other } }: { comparison: Comparison }) {
  const t = useTexts();
  const counted = [
    [kept.contacts + other.contacts, 'callers:merge.contacts'],
    [kept.incidents + other.incidents, 'callers:merge.incidents'],
  ] as const;
  const what = counted.filter(([count]) => count > 0).map(([count, key]) => t(key, { count }));
  return (
    <small>
      {t('callers:merge.along')} {what.length > 0 && t('callers:merge.together', { what: what.join(', ') })}
    </small>
  );
}

/** What to think of before two become one. */
function Warnings({ comparison: { kept, other } }: { comparison: Comparison }) {
  const t = useTexts();
  const format = useFormat();
  const [one, two] = [kept.details.birthDate, other.details.birthDate];
  const bannedUntil = Math.max(kept.bannedUntil ?? 0, other.bannedUntil ?? 0);
  return (
    <>
      {one !== null && two !== null && one !== two && (
        <Notice tone="due">{t('callers:merge.differentBirthDates')}</Notice>
      )}
      {bannedUntil > 0 && (
        <Notice tone="stop">
          <span>
            {t('callers:merge.ban', { date: format.date(bannedUntil - 1) })} <b>{t('callers:merge.emergencies')}</b>
          </span>
        </Notice>
      )}
    </>
  );
}

interface AgreementsProps {
  kept: MergeSide;
  other: MergeSide;
  choice: 'kept' | 'other';
  onChoose: (choice: 'kept' | 'other') => void;
}

/** A caller has one call agreement at a time: with two of them one is chosen. */
function Agreements({ kept, other, choice, onChoose }: AgreementsProps) {
  const t = useTexts();
  const format = useFormat();
  const terms = ({ agreement }: MergeSide) =>
    agreement &&
    t('callers:merge.agreementTerms', {
      perWeek: agreement.callsPerWeek,
      date: format.shortDate(agreement.lastDay),
    });
  if (!kept.agreement || !other.agreement) return null;
  return (
    <MergeQuestion
      title={t('callers:merge.agreements')}
      options={['kept', 'other']}
      sideValue={(side) => terms(side === 'kept' ? kept : other) ?? ''}
      choice={choice}
      onChoose={(chosen) => chosen !== 'both' && onChoose(chosen)}
    />
  );
}
