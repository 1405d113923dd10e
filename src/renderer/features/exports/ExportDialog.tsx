import { Button, SegmentedControl } from '@mantine/core';
import { safe } from '@orpc/client';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import type { AuditNarrowing } from '../../../shared/contract/audit.ts';
import {
  type ExportKind,
  type ExportRequest,
  exportFormat,
  exportKind,
  mostOnPaper,
} from '../../../shared/contract/exports.ts';
import type { TrendQuestion } from '../../../shared/contract/trends.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import type { SaveState } from '../../app/saver.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { DayField } from '../../components/DayField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { useRestrictions } from '../privacy/RestrictedCaller.tsx';
import { addDays } from '../review/dates.ts';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import { type Unfinished, useUnfinished } from '../unfinished/useUnfinished.ts';
import { ExportProgress } from './ExportProgress.tsx';
import styles from './exports.module.css';
import { type ExportProblem, useExport } from './useExport.ts';

const DAYS_AT_FIRST = 30;

/** What the page of the log shows now. */
export interface LogShown {
  only: AuditNarrowing;
  from?: string | undefined;
  lastDay?: string | undefined;
}

interface Props {
  kinds: [ExportKind, ...ExportKind[]];
  question: TrendQuestion | null;
  log: LogShown;
  onClose: () => void;
}

const typedExport = z.object({ what: exportKind, from: z.string(), lastDay: z.string(), format: exportFormat });
type Typed = z.infer<typeof typedExport>;

function problemOf({ from, lastDay }: Typed): { field: 'from' | 'lastDay'; problem: ExportProblem } | null {
  if (from === '') return { field: 'from', problem: 'missingFrom' };
  if (lastDay === '') return { field: 'lastDay', problem: 'missingLastDay' };
  return lastDay < from ? { field: 'lastDay', problem: 'endsBeforeItStarts' } : null;
}

/** What is to be made; null while a day is missing. */
function requestOf(values: Typed, { question, log }: Pick<Props, 'question' | 'log'>): ExportRequest | null {
  const { what, from, lastDay } = values;
  if (what === 'trends') return question && { what, question };
  if (problemOf(values)) return null;
  const period = { from, lastDay };
  return what === 'audit' ? { what, period, only: log.only } : { what, period };
}

/** What, of which days, and as what kind of file; what was chosen is there again until the file is made. */
export function ExportDialog({ kinds, question, log, onClose }: Props) {
  const t = useTexts();
  const format = useFormat();
  const unfinished = useUnfinished(`export${kinds[0]}`, typedExport);
  const today = format.dayOf(Date.now());
  const days = { from: log.from ?? addDays(log.lastDay ?? today, 1 - DAYS_AT_FIRST), lastDay: log.lastDay ?? today };
  const start: Typed = { what: kinds[0], ...days, format: 'csv' };
  return (
    <Dialog title={t('exports:title')} onClose={onClose}>
      {unfinished.kept !== undefined && (
        <ExportForm
          {...{ kinds, question, log, unfinished, onClose }}
          start={unfinished.kept && kinds.includes(unfinished.kept.what) ? unfinished.kept : start}
        />
      )}
    </Dialog>
  );
}

interface FormProps extends Props {
  start: Typed;
  unfinished: Omit<Unfinished<Typed>, 'kept'>;
}

function ExportForm({ kinds, question, log, start, unfinished, onClose }: FormProps) {
  const t = useTexts();
  const form = useForm<Typed>({ defaultValues: start });
  const typed = form.watch();
  const [wrong, setWrong] = useState<ExportProblem | null>(null);
  const make = useExport(() => void safe(unfinished.drop()));
  const problem = wrong ?? make.problem;

  // What was said of the last file is not about what is chosen now.
  useKeepTyping(form, (typed) => {
    unfinished.keep(typed);
    setWrong(null);
    make.forget();
  });

  function submit(values: Typed): void {
    const request = requestOf(values, { question, log });
    const found = values.what === 'trends' ? null : problemOf(values);
    setWrong(found?.problem ?? null);
    if (found) form.setFocus(found.field);
    if (!request) return;
    make.run({ request, format: values.format });
  }

  return (
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
      {typed.what === 'audit' && Object.keys(log.only).length > 0 && <small>{t('exports:logHint')}</small>}
      {typed.what === 'trends' ? (
        <small>{t('exports:trendsHint')}</small>
      ) : (
        <div className={styles.dates}>
          {(['from', 'lastDay'] as const).map((field) => (
            <Controller
              key={field}
              control={form.control}
              name={field}
              render={({ field: { ref, value, onChange } }) => (
                <DayField {...{ ref, value, onChange }} label={t(`exports:${field}`)} />
              )}
            />
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
      {(typed.what === 'incidents' || typed.what === 'measures') && <RestrictedLeftOut />}
      {typed.format === 'pdf' && <LeftOut request={requestOf(typed, { question, log })} />}
      {problem && !make.busy && <FieldError>{t(`exports:problem.${problem}`)}</FieldError>}
      {!problem && !make.busy && <ChosenLine saveState={unfinished.saveState} />}
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
  );
}

/** Choices are remembered and not saved: the file is what comes of them. */
function ChosenLine({ saveState }: { saveState: SaveState }) {
  const t = useTexts();
  if (saveState === 'saved') return <small>{t('exports:kept')}</small>;
  return saveState === 'failed' && <small>{t('exports:notKept')}</small>;
}

/** Says that nothing of callers whose data is restricted is taken outside. */
function RestrictedLeftOut() {
  const t = useTexts();
  const count = useRestrictions().length;
  return count > 0 && <small>{t('exports:restricted', { count })}</small>;
}

/** Says before a PDF is made what it will not hold. */
function LeftOut({ request }: { request: ExportRequest | null }) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const size = useQuery(queries.exports.size.queryOptions({ input: request ? { request } : skipToken, gcTime: 0 }));
  const rows = size.data?.rows ?? 0;
  if (rows <= mostOnPaper) return null;
  return (
    <p role="status">
      {t('exports:leftOut', {
        rows: format.number(rows),
        most: format.number(mostOnPaper),
        left: format.number(rows - mostOnPaper),
      })}
    </p>
  );
}
