import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { PartHead } from '../team/PartHead.tsx';
import { RuleSection } from './RuleSection.tsx';
import styles from './rotation.module.css';
import { WeekTable } from './WeekTable.tsx';

const WEEK = 7 * 86_400_000;

/** The same weekday some weeks later, or earlier when negative. */
const weeksAfter = (day: string, weeks: number): string =>
  new Date(Date.parse(day) + weeks * WEEK).toISOString().slice(0, 10);

/** Who does what in a week, filled by a rule and changed by hand. */
export function RotationPart() {
  const t = useTexts();
  const format = useFormat();
  const { client, queries } = useApi();
  const [date, setDate] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState('');
  const week = useQuery(
    queries.rotation.week.queryOptions({ input: { date }, staleTime: 0, placeholderData: keepPreviousData }),
  );
  const monday = week.data?.monday;

  async function propose(): Promise<void> {
    setAsking(false);
    if (!monday) return;
    const { error } = await safe(client.rotation.propose({ date: monday }));
    setDone(t(error ? 'rotation:failed' : 'rotation:proposed'));
  }

  return (
    <>
      <PartHead
        intro={t('rotation:intro')}
        action={
          week.data?.isToCome && (
            <Button onClick={() => (week.data.turns.length > 0 ? setAsking(true) : void propose())}>
              {t('rotation:propose')}
            </Button>
          )
        }
        done={done}
      />
      {week.isError && <FieldError>{t('review:failed')}</FieldError>}
      <Section
        title={monday ? t('rotation:weekOf', { date: format.shortDate(monday) }) : t('rotation:tableLabel')}
        explain={week.data?.days.length === 0 ? t('rotation:noDays') : undefined}
        action={
          <div className={styles.weeks}>
            {([-1, 0, 1] as const).map((step) => (
              <Button
                key={step}
                size="xs"
                variant="default"
                data-disabled={(step === 0 && date === null) || undefined}
                aria-disabled={step === 0 && date === null}
                onClick={() => {
                  setDone('');
                  setDate(step === 0 || !monday ? null : weeksAfter(monday, step));
                }}
              >
                {t(step === 0 ? 'rotation:thisWeek' : step < 0 ? 'rotation:before' : 'rotation:after')}
              </Button>
            ))}
          </div>
        }
      >
        {week.data && week.data.uneven.length > 0 && (
          <p className={styles.uneven}>
            {t('rotation:uneven', {
              duties: week.data.uneven.map((duty) => t(`rotation:duty.${duty}`).toLocaleLowerCase()).join(', '),
            })}
          </p>
        )}
        {week.data && <WeekTable week={week.data} onFailed={() => setDone(t('rotation:failed'))} />}
      </Section>
      {week.data && <RuleSection week={week.data} />}
      {asking && (
        <ConfirmDialog
          title={t('rotation:replaceTitle')}
          confirmLabel={t('rotation:propose')}
          busy={false}
          onCancel={() => setAsking(false)}
          onConfirm={() => void propose()}
        >
          {t('rotation:replaceText')}
        </ConfirmDialog>
      )}
    </>
  );
}
