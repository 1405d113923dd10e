import type { ConcernCompletion } from '../../../shared/contract/distress.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { TextField } from '../../components/TextField.tsx';
import styles from './ConcernFields.module.css';
import { crisisFindings, lonelyFindings, receivers } from './choices.ts';

interface Props {
  completion: ConcernCompletion;
  /** The time as it is typed, which need not be one yet. */
  typedTime: string;
  badTime: boolean;
  onChange: (part: Partial<ConcernCompletion>) => void;
  onTypeTime: (typed: string) => void;
}

/** Everything of a record that can be added or corrected. */
export function ConcernFields({ completion, typedTime, badTime, onChange, onTypeTime }: Props) {
  const t = useTexts();
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={t('distress:complete.takenOverBy')}
          hint={t('distress:complete.takenOverByHint')}
          maxLength={120}
          value={completion.takenOverBy}
          onChange={(takenOverBy) => onChange({ takenOverBy })}
        />
        <TextField
          label={t('distress:complete.takenOverAt')}
          placeholder={t('distress:complete.timeExample')}
          maxLength={5}
          invalid={badTime}
          value={typedTime}
          onChange={onTypeTime}
        />
      </div>
      {badTime && <FieldError>{t('distress:complete.badTime')}</FieldError>}
      <TextBox
        label={t('distress:record.remark')}
        hint={t('distress:record.remarkHelp')}
        rows={2}
        maxLength={2_000}
        value={completion.remark}
        onChange={(remark) => onChange({ remark })}
      />
      <Chips title={t('distress:record.handedOverTo')}>
        {receivers.map((receiver) => (
          <Chip
            key={receiver}
            selected={completion.handedOverTo === receiver}
            onToggle={() => onChange({ handedOverTo: receiver })}
          >
            {t(`distress:handedOverTo.${receiver}`)}
          </Chip>
        ))}
      </Chips>
      <Chips title={t('distress:record.finding')}>
        {[...crisisFindings, ...lonelyFindings].map((finding) => (
          <Chip key={finding} selected={completion.finding === finding} onToggle={() => onChange({ finding })}>
            {t(`distress:finding.${finding}`)}
          </Chip>
        ))}
      </Chips>
    </>
  );
}
