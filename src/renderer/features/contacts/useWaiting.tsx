import { IconMessageCheck, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Draft } from '../../../shared/contract/contacts.ts';
import type { OwnIncident } from '../../../shared/contract/incidents.ts';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { dotted, useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { OptionRow } from '../../components/OptionRow.tsx';
import type { OptionGroup } from '../../components/Options.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useInParts } from '../../components/useInParts.tsx';
import { useAftercareOptions } from '../aftercare/useAftercareOptions.tsx';
import { useConcernOptions } from '../distress/useConcernOptions.tsx';
import { useHandOverOptions } from '../handOvers/useHandOverOptions.tsx';
import { useRulesToRead } from '../houseRules/useRuleOptions.tsx';
import { useBegunCompletions } from '../incidents/completionStore.ts';
import { useIncidentWords } from '../incidents/useIncidentWords.ts';
import { DraftRow } from './DraftRow.tsx';
import { useNoteActions } from './useNoteActions.ts';

/** What waits for this worker: parked notes, hand-overs, incidents to complete, answers from the manager. */
export function useWaiting(): OptionGroup[] {
  const t = useTexts();
  const { queries } = useApi();
  const { resume } = useNoteActions();
  const { data: drafts = [] } = useQuery(queries.contacts.drafts.queryOptions());
  const incidents = useIncidentsToComplete();
  const handOvers = useHandOverOptions();
  const aftercare = useAftercareOptions();
  const rulesToRead = useRulesToRead();
  const concerns = useConcernOptions();
  const { data: feedback = [] } = useQuery(queries.incidents.feedback.queryOptions());

  const draftOption = (draft: Draft, isNewest: boolean) => ({
    id: `draft-${draft.id}`,
    content: <DraftRow draft={draft} isNewest={isNewest} />,
    onChoose: () => resume(draft),
  });
  const feedbackOptions = feedback.map((incident) => ({
    id: `feedback-${incident.id}`,
    content: <FeedbackRow incident={incident} />,
    onChoose: () => openSheet({ kind: 'feedback', incident }),
  }));
  const groups: OptionGroup[] = [
    { id: 'newest', title: t('contacts:resume'), options: drafts.slice(0, 1).map((draft) => draftOption(draft, true)) },
    { id: 'parked', title: t('contacts:parked'), options: drafts.slice(1).map((draft) => draftOption(draft, false)) },
    {
      id: 'forMe',
      title: t('contacts:forMe'),
      options: [...handOvers, ...aftercare, ...feedbackOptions, ...rulesToRead],
    },
    {
      id: 'complete',
      title: t('incidents:complete.list'),
      options: incidents.map((incident) => ({
        id: `complete-${incident.id}`,
        content: <IncidentRow incident={incident} />,
        onChoose: () => openSheet({ kind: 'complete', incident }),
      })),
    },
    { id: 'concerns', title: t('distress:today.list'), options: concerns },
  ];
  return useInParts(groups.filter(({ options }) => options.length > 0));
}

/** Those of the core, and those the worker began to complete and has not closed as done. */
function useIncidentsToComplete(): OwnIncident[] {
  const { queries } = useApi();
  const { data: waiting = [] } = useQuery(queries.incidents.toComplete.queryOptions());
  const begun = useBegunCompletions();
  const others = waiting.filter(({ id }) => !begun.some((incident) => incident.id === id));
  return [...begun, ...others].sort((a, b) => b.occurredAt - a.occurredAt);
}

function IncidentRow({ incident }: { incident: OwnIncident }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const words = useIncidentWords();
  return (
    <OptionRow
      mark={<IconPencil size="1.1em" />}
      end={<small>{format.ago(incident.occurredAt, now)}</small>}
      detail={
        incident.question
          ? t('incidents:complete.askedRow', { name: incident.question.byName, question: incident.question.text })
          : dotted([words.behaviours(incident.behaviours), words.severity(incident.severity)])
      }
    >
      {incident.callerName ?? t('desk:unknownCaller')}
    </OptionRow>
  );
}

function FeedbackRow({ incident }: { incident: OwnIncident }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  return (
    <OptionRow
      mark={<IconMessageCheck size="1.1em" />}
      end={<Tag tone="accent">{t('incidents:feedback.read')}</Tag>}
      detail={incident.reviewerName}
    >
      {t(incident.reviewedAt === null ? 'incidents:feedback.rowDecided' : 'incidents:feedback.row', {
        when: format.moment(incident.occurredAt, now),
      })}
    </OptionRow>
  );
}
