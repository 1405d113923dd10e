import { Button, Textarea } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { step as steps } from '../../../shared/contract/measureDecision.ts';
import type { ToDecide } from '../../../shared/contract/measures.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useIncidentWords } from '../incidents/useIncidentWords.ts';
import { goToMeasure } from '../review/reviewWindow.ts';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Unfinished, useUnfinished } from '../unfinished/useUnfinished.ts';
import { BanFields } from './BanFields.tsx';
import {
  checkDraft,
  type DecisionDraft,
  type DraftField,
  decisionDraft,
  draftFields,
  draftFrom,
} from './decisionDraft.ts';
import styles from './measures.module.css';
import { useMeasureWords } from './useMeasureWords.ts';

interface Props {
  about: ToDecide;
  /** For another step than the proposed one. */
  chooseStep: boolean;
  onClose: () => void;
}

/** What a manager decides: the step, why, what it stands on, and for a ban its terms. */
export function DecisionForm(props: Props) {
  const start = useStart(props.about);
  const unfinished = useUnfinished(`decision caller ${props.about.callerId}`, decisionDraft, props.about.callerId);
  if (unfinished.kept === undefined) return null;
  return <Fields {...props} start={unfinished.kept ?? start} unfinished={unfinished} />;
}

interface FieldsProps extends Props {
  start: DecisionDraft;
  unfinished: Omit<Unfinished<DecisionDraft>, 'kept'>;
}

function Fields({ about, chooseStep, onClose, start, unfinished }: FieldsProps) {
  const t = useTexts();
  const { queries } = useApi();
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<DraftField[]>([]);
  const decide = useMutation(
    queries.measures.decide.mutationOptions({
      onSuccess: ({ measureId }) => {
        void unfinished.drop();
        announce(t('measures:decide.decided'));
        goToMeasure(measureId);
      },
      onError: (error) => {
        if (!isDefinedError(error) || error.code !== 'FIELD') return;
        setProblems(draftFields.filter((field) => field === error.data.field));
      },
    }),
  );
  const change = (changed: Partial<DecisionDraft>) => {
    setDraft({ ...draft, ...changed });
    unfinished.keep({ ...draft, ...changed });
    setProblems((before) => before.filter((field) => !(field in changed)));
  };
  const submit = () => {
    const checked = checkDraft(about, draft);
    if ('problems' in checked) return setProblems(checked.problems);
    setProblems([]);
    decide.mutate(checked.value);
  };
  const overtaken = isDefinedError(decide.error) && decide.error.code === 'OVERLAPS';
  const problem = (field: DraftField) =>
    problems.includes(field) && <FieldError>{t(`measures:form.errors.${field}`)}</FieldError>;

  return (
    <form
      className={styles.form}
      aria-label={t('measures:form.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {chooseStep ? (
        <Chips title={t('measures:form.step')}>
          {steps.options.map((step) => (
            <Chip key={step} selected={draft.step === step} onToggle={() => change({ step })}>
              {t(`measures:step.${step}`)}
            </Chip>
          ))}
        </Chips>
      ) : (
        <h4 className={styles.title}>{t(`measures:step.${draft.step}`)}</h4>
      )}
      <div>
        <Textarea
          label={t('measures:form.reason')}
          rows={4}
          maxLength={4000}
          value={draft.reason}
          aria-describedby="decision-reason-hint"
          onChange={({ target }) => change({ reason: target.value })}
        />
        <small id="decision-reason-hint">{t('measures:form.reasonHint')}</small>
        {problem('reason')}
      </div>
      <ChooseIncidents about={about} chosen={draft.incidentIds} onChange={(incidentIds) => change({ incidentIds })} />
      {problem('incidentIds')}
      {draft.step === 'contactBan' && <Overlap bans={about.bans} />}
      {draft.step === 'contactBan' && (
        <BanFields draft={draft} terms={about.terms} problem={problem} onChange={change} />
      )}
      <KeptFormButtons
        submit={t('measures:form.submit')}
        busy={decide.isPending}
        typing={unfinished}
        onClose={onClose}
      />
      {decide.isError && problems.length === 0 && (
        <FieldError>{t(overtaken ? 'measures:overlap.changed' : 'measures:form.failed')}</FieldError>
      )}
    </form>
  );
}

/** That a ban is in force, which the new one takes the place of. */
function Overlap({ bans }: Pick<ToDecide, 'bans'>) {
  const t = useTexts();
  const format = useFormat();
  const words = useMeasureWords();
  const [first] = bans;
  if (!first) return null;
  return (
    <Notice
      tone="due"
      title={t('measures:overlap.title', { count: bans.length })}
      actions={
        <Button size="xs" variant="default" onClick={() => goToMeasure(first.id)}>
          {t('measures:overlap.go')}
        </Button>
      }
    >
      {bans.map(({ id, channels, lastDay }) => (
        <b key={id}>
          {t('measures:overlap.ban', {
            channels: words.channels(channels),
            date: lastDay === null ? '' : format.shortDate(lastDay),
          })}
        </b>
      ))}
      <span>{t('measures:overlap.explain')}</span>
    </Notice>
  );
}

/** The proposal, with a reason to start from: what happened, line by line. */
function useStart(about: ToDecide): DecisionDraft {
  const t = useTexts();
  const format = useFormat();
  const words = useIncidentWords();
  const lines = about.incidents
    .filter(({ id }) => about.openIncidentIds.includes(id))
    .map(({ occurredAt, behaviours }) =>
      t('measures:form.reasonLine', {
        date: format.date(occurredAt),
        time: format.time(occurredAt),
        what: words.behaviours(behaviours),
      }),
    );
  return draftFrom(about, lines.join('\n'), t('measures:form.staysOpenDefault'));
}

interface ChooseProps {
  about: ToDecide;
  chosen: readonly number[];
  onChange: (incidentIds: number[]) => void;
}

function ChooseIncidents({ about, chosen, onChange }: ChooseProps) {
  const t = useTexts();
  const format = useFormat();
  const words = useIncidentWords();
  if (about.incidents.length === 0) return null;
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('measures:form.incidents')}</legend>
      {about.incidents.map(({ id, occurredAt, behaviours, severity }) => (
        <label key={id} className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
          <span>
            {format.date(occurredAt)} {format.time(occurredAt)} · {words.behaviours(behaviours)} ·{' '}
            {words.severity(severity)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
