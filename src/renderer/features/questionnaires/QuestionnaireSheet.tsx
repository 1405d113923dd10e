import { Button } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Question, questionNames, questions } from '../../../shared/contract/questionnaires.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm } from '../../app/deskStore.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { chooseAnswer, forgetAnswers, useChosenAnswers } from './chosenAnswers.ts';
import { completeAnswers } from './completeAnswers.ts';
import styles from './QuestionnaireSheet.module.css';

/** The anonymous questionnaire, one screen to choose on and one press to send. */
export default function QuestionnaireSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { client, queries } = useApi();
  const toAnswer = useQuery(queries.questionnaires.mine.queryOptions({ refetchOnMount: 'always' })).data?.toAnswer;
  const { chosen } = useChosenAnswers();
  const [problem, setProblem] = useState<string | null>(null);

  async function send(): Promise<void> {
    if (!toAnswer) return;
    const answers = completeAnswers(chosen);
    if ('missing' in answers) return setProblem(t('questionnaires:own.missing', { count: answers.missing }));
    const { error } = await safe(
      client.questionnaires.answer({ questionnaireId: toAnswer.id, answers: answers.complete }),
    );
    if (error) {
      const code = isDefinedError(error) ? error.code : null;
      if (code === 'ALREADY_ANSWERED') return setProblem(t('questionnaires:own.already'));
      return setProblem(t(code === 'NOT_FOUND' ? 'questionnaires:own.closed' : 'desk:actionFailed'));
    }
    forgetAnswers();
    closeSheet();
    confirm(t('questionnaires:own.thanks'));
  }
  useShortcuts('sheet', { 'Ctrl+Enter': () => void send() });

  if (toAnswer === undefined) return null;
  return (
    <Sheet
      title={t('questionnaires:own.title')}
      closeLabel={t('desk:escBack')}
      onClose={onClose}
      footer={
        toAnswer && (
          <div className={styles.footer}>
            {problem ? <FieldError>{problem}</FieldError> : <small>{t('questionnaires:own.notKept')}</small>}
            <Button onClick={() => void send()} aria-keyshortcuts="Control+Enter">
              {t('questionnaires:own.send')}
              <KeyHint>Ctrl ⏎</KeyHint>
            </Button>
          </div>
        )
      }
    >
      <p>{t(toAnswer ? 'questionnaires:own.explain' : 'questionnaires:own.none')}</p>
      {toAnswer && (
        <>
          <b>{t('questionnaires:period')}</b>
          {questionNames.map((question) => (
            <Choices key={question} question={question} onChosen={() => setProblem(null)} />
          ))}
        </>
      )}
    </Sheet>
  );
}

function Choices({ question, onChosen }: { question: Question; onChosen: () => void }) {
  const t = useTexts();
  const chosen = useChosenAnswers((store) => store.chosen[question]);
  return (
    <Chips title={t(`questionnaires:questions.${question}`)}>
      {questions[question].map((choice) => (
        <Chip
          key={choice}
          selected={chosen === choice}
          onToggle={() => {
            chooseAnswer({ [question]: choice });
            onChosen();
          }}
        >
          {t(`questionnaires:choices.${choice}`)}
        </Chip>
      ))}
    </Chips>
  );
}
