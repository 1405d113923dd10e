import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { ExportButton } from '../exports/ExportButton.tsx';
import { PartHead } from '../team/PartHead.tsx';
import { OpenForm } from './OpenForm.tsx';
import styles from './questionnaires.module.css';
import { Result } from './Result.tsx';
import { Running } from './Running.tsx';

/** The anonymous questionnaire: the one that is open, and what the ones before said. */
export function QuestionnairePart() {
  const t = useTexts();
  const { queries } = useApi();
  const list = useQuery(queries.questionnaires.list.queryOptions({ staleTime: 0 }));
  const [done, setDone] = useState('');
  const how: readonly string[] = t('questionnaires:how', { returnObjects: true });
  return (
    <>
      <PartHead
        intro={t('questionnaires:intro')}
        action={list.data && list.data.closed.length > 0 && <ExportButton kinds={['questionnaires']} />}
        done={done}
      />
      {list.isError && <FieldError>{t('review:failed')}</FieldError>}
      {list.data?.open && <Running questionnaire={list.data.open} onDone={setDone} />}
      {list.data?.open === null && <OpenForm onOpened={() => setDone(t('questionnaires:opened'))} />}
      {list.data?.closed.map((questionnaire) => (
        <Result key={questionnaire.id} questionnaire={questionnaire} />
      ))}
      <Section title={t('questionnaires:howTitle')}>
        <ul className={styles.how}>
          {how.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
