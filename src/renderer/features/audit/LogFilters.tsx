import { Button, Select } from '@mantine/core';
import { IconUserSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { auditKind } from '../../../shared/contract/audit.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { DayField } from '../../components/DayField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { ChooseCaller } from '../callers/ChooseCaller.tsx';
import { chooseOfLog, goToLog, type LogChoice, useReviewWindow } from '../review/reviewWindow.ts';
import styles from './AuditLog.module.css';

const ANY = 'any';

interface Props {
  choice: LogChoice;
}

/** Whose doings, of what kind, about whom and when. */
export function LogFilters({ choice }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const ledToLog = useReviewWindow((window) => window.ledToLog);
  const team = useQuery(queries.team.list.queryOptions()).data ?? [];
  const isNarrowed = Object.values(choice).some((chosen) => chosen !== null && chosen !== '');
  return (
    <fieldset className={styles.filters}>
      <legend className="visually-hidden">{t('audit:only.label')}</legend>
      <Select
        className={styles.choice}
        label={t('audit:only.workerLabel')}
        value={choice.userId === null ? ANY : String(choice.userId)}
        onChange={(value) => chooseOfLog({ userId: value === null || value === ANY ? null : Number(value) })}
        allowDeselect={false}
        maxDropdownHeight={320}
        data={[
          { value: ANY, label: t('audit:only.everybody') },
          ...team.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <Select
        className={styles.choice}
        label={t('audit:only.kindLabel')}
        value={choice.kind ?? ANY}
        onChange={(value) => chooseOfLog({ kind: auditKind.safeParse(value).data ?? null })}
        allowDeselect={false}
        maxDropdownHeight={320}
        data={[
          { value: ANY, label: t('audit:only.everything') },
          ...auditKind.options.map((kind) => ({ value: kind, label: t(`audit:kinds.${kind}`) })),
        ]}
      />
      <Days key={ledToLog} choice={choice} />
      <div className={styles.presses}>
        <AboutCaller caller={choice.caller} />
        {isNarrowed && (
          <Button variant="default" leftSection={<IconX size="1em" aria-hidden="true" />} onClick={() => goToLog(null)}>
            {t('audit:only.off')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** Days count when they are typed out: each narrowing is a look at the log, and is written down. */
function Days({ choice }: Props) {
  const t = useTexts();
  const [from, setFrom] = useState(choice.from);
  const [lastDay, setLastDay] = useState(choice.lastDay);
  const isReversed = from !== '' && lastDay !== '' && lastDay < from;
  const apply = () => {
    if (from !== choice.from || lastDay !== choice.lastDay) chooseOfLog({ from, lastDay });
  };
  return (
    <form
      className={styles.days}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        apply();
      }}
    >
      <DayField label={t('audit:only.from')} value={from} onChange={setFrom} onBlur={apply} />
      <DayField label={t('audit:only.lastDay')} value={lastDay} onChange={setLastDay} onBlur={apply} />
      {/* Enter sends a form with two fields only when it has something to send it with. */}
      <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      {isReversed && <FieldError>{t('audit:only.wrongDays')}</FieldError>}
    </form>
  );
}

/** About whom, and a search for somebody else. */
function AboutCaller({ caller }: { caller: LogChoice['caller'] }) {
  const t = useTexts();
  const [choosing, setChoosing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const choose = (chosen: LogChoice['caller']) => {
    chooseOfLog({ caller: chosen });
    setChoosing(false);
    button.current?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        variant={caller ? 'light' : 'default'}
        leftSection={<IconUserSearch size="1.1em" aria-hidden="true" />}
        onClick={() => setChoosing(true)}
      >
        {caller ? t('audit:only.callerChosen', { name: caller.displayName }) : t('audit:only.chooseCaller')}
      </Button>
      {choosing && (
        <Dialog title={t('audit:only.chooseCallerTitle')} onClose={() => setChoosing(false)}>
          <ChooseCaller onChoose={choose} />
        </Dialog>
      )}
    </>
  );
}
