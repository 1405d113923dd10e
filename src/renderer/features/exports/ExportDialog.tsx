import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { type ExportKind, type ExportRequest, exportFormat } from '../../../shared/contract/exports.ts';
import type { TrendQuestion } from '../../../shared/contract/trends.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { addDays } from '../review/dates.ts';
import { ExportProgress } from './ExportProgress.tsx';
import styles from './exports.module.css';
import { type ExportProblem, useExport } from './useExport.ts';

const DAYS_AT_FIRST = 30;

interface Props {
  kinds: [ExportKind, ...ExportKind[]];
  question: TrendQuestion | null;
  onClose: () => void;
}

interface Typed {
  what: ExportKind;
  from: string;
  lastDay: string;
  format: 'csv' | 'pdf';
}

function problemOf({ from, lastDay }: Typed): { field: 'from' | 'lastDay'; problem: ExportProblem } | null {
  if (from === '') return { field: 'from', problem: 'missingFrom' };
  if (lastDay === '') return { field: 'lastDay', problem: 'missingLastDay' };
  return lastDay < from ? { field: 'lastDay', problem: 'endsBeforeItStarts' } : null;
}

/** What, of which days, and as what kind of file. */
export function ExportDialog({ kinds, question, onClose }: Props) {
  const t = useTexts();
  const format = useFormat();
  const today = format.dayOf(Date.now());
  const form = useForm<Typed>({
    defaultValues: { what: kinds[0], from: addDays(today, 1 - DAYS_AT_FIRST), lastDay: today, format: 'csv' },
  });
  const typed = form.watch();
  const [wrong, setWrong] = useState<ExportProblem | null>(null);
  const make = useExport();
  const problem = wrong ?? make.problem;
  const { forget } = make;

  // What was said of the last file is not about what is chosen now.
  useEffect(() => {
    const { unsubscribe } = form.watch(() => {
      setWrong(null);
      forget();
    });
    return unsubscribe;
  }, [form, forget]);

  function submit(values: Typed): void {
    const { what, from, lastDay } = values;
    let request: ExportRequest;
    if (what === 'trends') {
      if (!question) return;
      request = { what, question };
    } else {
      const found = problemOf(values);
      setWrong(found?.problem ?? null);
      if (found) {
        form.setFocus(found.field);
        return;
      }
      request = { what, period: { from, lastDay } };
    }
    make.run({ request, format: values.format });
  }

  return (
    <Dialog title={t('exports:title')} onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={form.handleSubmit(submit)}>
        <p>{t('exports:intro')}</p>
        {kinds.length > 1 && (
          <Chips title={t('exports:whatLabel')}>
            {kinds.map((kind) => (
              <Chip key={kind} selected={typed.what === kind} onToggle={() => form.setValue('what', kind)}>
                {t(`exports:what.${kind}`)}
              </Chip>
            ))}
          </Chips>
        )}
        {typed.what === 'trends' ? (
          <small>{t('exports:trendsHint')}</small>
        ) : (
          <div className={styles.dates}>
            {(['from', 'lastDay'] as const).map((field) => (
              <div key={field}>
                <TextInput {...form.register(field)} type="date" label={t(`exports:${field}`)} />
                {/* The field writes a date in the computer's language; this is how it is meant. */}
                {typed[field] !== '' && <small>{format.longDate(typed[field])}</small>}
              </div>
            ))}
          </div>
        )}
        <div>
          <SegmentedControl
            aria-label={t('exports:formatLabel')}
            value={typed.format}
            onChange={(value) => form.setValue('format', exportFormat.parse(value))}
            data={exportFormat.options.map((value) => ({ value, label: t(`exports:format.${value}`) }))}
          />
          <br />
          <small>{t(`exports:formatHint.${typed.format}`)}</small>
        </div>
        {problem && !make.busy && <FieldError>{t(`exports:problem.${problem}`)}</FieldError>}
        <div className={styles.buttons}>
          <Button type="submit" loading={make.busy}>
            {t('exports:make')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:close')}
          </Button>
          <span role="status">{make.done && <small>{t('exports:done')}</small>}</span>
        </div>
        {make.busy && <ExportProgress />}
      </form>
    </Dialog>
  );
}
