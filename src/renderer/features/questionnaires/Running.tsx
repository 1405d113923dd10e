import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenQuestionnaire } from '../../../shared/contract/questionnaires.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Section } from '../../components/Page.tsx';
import { LastDayForm } from './LastDayForm.tsx';

interface Props {
  questionnaire: OpenQuestionnaire;
  onDone: (text: string) => void;
}

/** The questionnaire that is open: how many filled it in, and nothing of what they said. */
export function Running({ questionnaire, onDone }: Props) {
  const t = useTexts();
  const format = useFormat();
  const { client, queries } = useApi();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, openedOn, lastDay, asked, answered } = questionnaire;
  const withdraw = useMutation(
    queries.questionnaires.withdraw.mutationOptions({ onSuccess: () => onDone(t('questionnaires:withdrawn')) }),
  );

  async function extend(later: string): Promise<boolean> {
    if (later <= lastDay) {
      setProblem(t('questionnaires:later'));
      return false;
    }
    const { error } = await safe(client.questionnaires.extend({ questionnaireId: id, lastDay: later }));
    setProblem(error ? t('questionnaires:tooLate') : null);
    if (!error) onDone(t('questionnaires:extended'));
    return !error;
  }

  return (
    <Section
      title={t('questionnaires:running', { date: format.longDate(lastDay) })}
      explain={t('questionnaires:runningSince', { date: format.shortDate(openedOn), answered, asked })}
    >
      <LastDayForm key={lastDay} form={`questionnaire ${id}`} start={lastDay} problem={problem} onSubmit={extend}>
        <Button type="submit" variant="default">
          {t('questionnaires:extend')}
        </Button>
        <Button variant="subtle" onClick={() => setAsking(true)}>
          {t('questionnaires:withdraw')}
        </Button>
      </LastDayForm>
      {asking && (
        <ConfirmDialog
          title={t('questionnaires:withdrawTitle')}
          confirmLabel={t('questionnaires:withdraw')}
          busy={withdraw.isPending}
          problem={withdraw.isError ? t('questionnaires:failed') : null}
          onCancel={() => setAsking(false)}
          onConfirm={() => withdraw.mutate({ questionnaireId: id })}
        >
          {t('questionnaires:withdrawText')}
        </ConfirmDialog>
      )}
    </Section>
  );
}
