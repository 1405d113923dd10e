import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Page } from '../../components/Page.tsx';
import { TeamBreaks } from '../breaks/TeamBreaks.tsx';
import { CoachingPart } from '../coaching/CoachingPart.tsx';
import { QuestionnairePart } from '../questionnaires/QuestionnairePart.tsx';
import { goToTeamPart, type TeamPart, teamParts, useReviewWindow } from '../review/reviewWindow.ts';
import { RotationPart } from '../rotation/RotationPart.tsx';
import { TrainingsPart } from '../trainings/TrainingsPart.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import styles from './team.module.css';

const parts: Record<TeamPart, ComponentType> = {
  people: PeoplePart,
  trainings: TrainingsPart,
  coaching: CoachingPart,
  rotation: RotationPart,
  breaks: TeamBreaks,
  questionnaire: QuestionnairePart,
};

/** The team in parts: who may unlock the app, how they learn, and what they meet. */
export default function TeamPage() {
  const t = useTexts();
  const { queries } = useApi();
  const part = useReviewWindow((window) => window.teamPart);
  const due = useQuery(queries.trainings.register.queryOptions()).data?.due ?? 0;
  const Part = parts[part];
  const counts: Partial<Record<TeamPart, number>> = { trainings: due };
  return (
    <Page title={t('team:title')}>
      <SegmentedControl
        className={styles.parts}
        aria-label={t('team:parts')}
        value={part}
        onChange={(value) => goToTeamPart(teamParts.find((name) => name === value) ?? 'people')}
        data={teamParts.map((value) => ({
          value,
          label: <PartLabel name={t(`team:part.${value}`)} count={counts[value] ?? 0} />,
        }))}
      />
      <Part />
    </Page>
  );
}

function PartLabel({ name, count }: { name: string; count: number }) {
  const t = useTexts();
  if (count === 0) return name;
  return (
    <>
      {name}{' '}
      <b>
        <span aria-hidden="true">{count}</span>
        <span className="visually-hidden">{t('review:navCount', { count })}</span>
      </b>
    </>
  );
}
