import { Button } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Section } from '../../components/Page.tsx';
import { LastDayForm } from './LastDayForm.tsx';

const usualDays = 14;
const DAY = 86_400_000;

export function OpenForm({ onOpened }: { onOpened: () => void }) {
  const t = useTexts();
  const format = useFormat();
  const { client } = useApi();
  const [problem, setProblem] = useState<string | null>(null);

  async function open(lastDay: string): Promise<boolean> {
    const { error } = await safe(client.questionnaires.open({ lastDay }));
    if (!error) {
      onOpened();
      return true;
    }
    if (!isDefinedError(error)) setProblem(t('questionnaires:failed'));
    else setProblem(problemOf(error.code, error.code === 'FIELD' ? error.data.problem : null));
    return false;
  }

  function problemOf(code: string, fieldProblem: string | null): string {
    switch (code) {
      case 'TOO_FEW':
        return t('questionnaires:tooFew');
      case 'ALREADY_OPEN':
        return t('questionnaires:alreadyOpen');
      case 'FIELD':
        return t(fieldProblem === 'tooLate' ? 'questionnaires:tooLate' : 'questionnaires:tooEarly');
      default:
        return t('questionnaires:failed');
    }
  }

  return (
    <Section title={t('questionnaires:openTitle')}>
      <LastDayForm
        form="questionnaire"
        start={format.dayOf(Date.now() + usualDays * DAY)}
        problem={problem}
        onSubmit={open}
      >
        <Button type="submit">{t('questionnaires:open')}</Button>
      </LastDayForm>
    </Section>
  );
}
