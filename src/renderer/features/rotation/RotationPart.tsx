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

/** Who does what in a week, filled by a rule and changed by hand. */
export function RotationPart() {
  const t = useTexts();
  const format = useFormat();
  const { client, queries } = useApi();
  const [weeksAhead, setWeeksAhead] = useState(0);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState('');
  const date = format.dayOf(Date.now() + weeksAhead * WEEK);
  const week = useQuery(
    queries.rotation.week.queryOptions({ input: { date }, staleTime: 0, placeholderData: keepPreviousData }),
  );
  const [firstDay] = week.data?.days ?? [];

  async function propose(): Promise<void> {
    setAsking(false);
    const { error } = await safe(client.rotation.propose({ date }));
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
        title={firstDay ? t('rotation:weekOf', { date: format.shortDate(firstDay) }) : t('rotation:noDays')}
        action={
          <div className={styles.weeks}>
            {([-1, 0, 1] as const).map((step) => (
              <Button
                key={step}
                size="xs"
                variant="default"
                disabled={step === 0 && weeksAhead === 0}
                onClick={() => {
                  setDone('');
                  setWeeksAhead(step === 0 ? 0 : weeksAhead + step);
                }}
              >
                {t(step === 0 ? 'rotation:thisWeek' : step < 0 ? 'rotation:before' : 'rotation:after')}
              </Button>
            ))}
          </div>
        }
      >
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
