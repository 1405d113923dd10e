import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrendQuestion } from '../../../shared/contract/trends.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { ExportButton } from '../exports/ExportButton.tsx';
import { isOfPeople } from './choices.ts';
import { TimeLine } from './TimeLine.tsx';
import { TrendControls } from './TrendControls.tsx';
import { TrendEvents } from './TrendEvents.tsx';
import { TrendGroups } from './TrendGroups.tsx';
import { TrendSignals } from './TrendSignals.tsx';

/** The course of the practice: what goes up or down, by what, and beside what happened. */
export default function TrendsPage() {
  const t = useTexts();
  const { queries } = useApi();
  const [question, setQuestion] = useState<TrendQuestion>({ unit: 'week', until: null, only: null });
  const asked = queries.trends.report.queryOptions({ input: question, placeholderData: keepPreviousData });
  // What is saved at the desk counts here too, without a word to this page.
  const report = useQuery({ ...asked, staleTime: 0 });
  const narrow = (changed: Partial<TrendQuestion>) => {
    const next = { ...question, ...changed };
    // Of a function or a department a week is the least that is told.
    setQuestion(next.unit === 'day' && isOfPeople(next.only) ? { ...next, unit: 'week', until: null } : next);
  };

  return (
    <Page
      title={t('trends:title')}
      intro={t('trends:intro')}
      action={<ExportButton kinds={['trends', 'incidents', 'contacts']} question={question} />}
    >
      {report.isPending && <p>{t('common:loading')}</p>}
      {report.isError && (
        <Notice
          tone="stop"
          title={t('review:failed')}
          actions={<Button onClick={() => void report.refetch()}>{t('review:tryAgain')}</Button>}
        />
      )}
      {report.data && (
        <>
          <TrendControls report={report.data} question={question} onChange={narrow} />
          <TrendSignals report={report.data} />
          <TimeLine report={report.data} />
          <TrendGroups report={report.data} only={question.only} onOnly={(only) => narrow({ only })} />
          <TrendEvents events={report.data.events} />
        </>
      )}
    </Page>
  );
}
