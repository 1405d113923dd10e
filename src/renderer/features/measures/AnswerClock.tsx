import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Told } from '../../../shared/contract/measures.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { ToldForm } from './ToldForm.tsx';

interface Props {
  callerId: number;
  measureId: number | null;
  /** Before when the person must hear of it; null when the clock has stopped. */
  before: number | null;
  told: Told | null;
  children?: ReactNode;
}

/** The clock for telling the person, with the way to stop it: recording that they were told. */
export function AnswerClock({ callerId, measureId, before, told, children }: Props) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const [recording, setRecording] = useState(false);
  if (recording) return <ToldForm callerId={callerId} measureId={measureId} onDone={() => setRecording(false)} />;
  if (before === null) return <ToldLine told={told}>{children}</ToldLine>;
  const when = `${format.longDay(before)} ${format.time(before)}`;
  return (
    <Notice
      tone="due"
      title={t(before < now ? 'measures:told.openLate' : 'measures:told.openBefore', { when })}
      actions={
        <Button size="xs" variant="default" onClick={() => setRecording(true)}>
          {t('measures:told.record')}
        </Button>
      }
    >
      <span>{t('measures:told.why')}</span>
      {children}
    </Notice>
  );
}

function ToldLine({ told, children }: { told: Told | null; children: ReactNode }) {
  const t = useTexts();
  const format = useFormat();
  if (!told && !children) return null;
  const words = told && {
    date: format.shortDate(told.on),
    name: told.byName,
    way: t(`measures:told.ways.${told.way}`).toLocaleLowerCase(),
  };
  return (
    <Notice tone="calm">
      {words && <span>{t('measures:told.done', words)}</span>}
      {children}
    </Notice>
  );
}
