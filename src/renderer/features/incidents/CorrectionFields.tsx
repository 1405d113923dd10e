import { useState } from 'react';
import { channel as channels } from '../../../shared/contract/channel.ts';
import type { Correctable } from '../../../shared/contract/incidents.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { readDay, readTime, typedDay } from '../../app/typedTime.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ChooseCaller } from '../callers/ChooseCaller.tsx';
import { ResumedNotice } from '../unfinished/ResumedNotice.tsx';
import styles from './Correction.module.css';
import { aggressionKinds, behaviours, causes, outcomes, severities } from './choices.ts';
import { PeopleFields } from './PeopleFields.tsx';
import type { Correction } from './useCorrection.ts';

interface Props {
  correction: Correction;
  found: Correctable;
}

/** Every field of an incident that counts, each as it is chosen when the incident is recorded. */
export function CorrectionFields({ correction, found }: Props) {
  const t = useTexts();
  const format = useFormat();
  const { form, problem } = correction;
  const values = form.watch();
  const steps = found.measures.map(
    ({ step, decidedAt }) => `${t(`measures:step.${step}`)} (${format.date(decidedAt)})`,
  );
  return (
    <div className={styles.fields}>
      <small>{t('incidents:correct.intro')}</small>
      {correction.wasKept && <ResumedNotice onBeginAgain={correction.beginAgain} />}
      {steps.length > 0 && (
        <Notice tone="due">{t('incidents:correct.rests', { steps: steps.join(', ').toLocaleLowerCase() })}</Notice>
      )}
      <CallerField correction={correction} />
      <Moment key={String(correction.wasKept)} correction={correction} />
      <Chips title={t('incidents:fact.channel')}>
        {channels.options.map((channel) => (
          <Chip key={channel} selected={values.channel === channel} onToggle={() => form.setValue('channel', channel)}>
            {t(`contacts:channel.${channel}`)}
          </Chip>
        ))}
      </Chips>
      <Chips
        title={t('incidents:sheet.what')}
        error={problem === 'noBehaviour' ? t('incidents:correct.noBehaviour') : null}
      >
        {behaviours.map(({ choice }) => (
          <Chip
            key={choice}
            selected={values.behaviours.includes(choice)}
            onToggle={() => form.setValue('behaviours', toggled(values.behaviours, choice))}
            title={t(`incidents:behaviourMeaning.${choice}`)}
          >
            {t(`incidents:behaviour.${choice}`)}
          </Chip>
        ))}
      </Chips>
      <Chips title={t('incidents:sheet.howBad')} aside={t(`incidents:severityMeaning.${values.severity}`)}>
        {severities.map(({ choice }) => (
          <Chip key={choice} selected={values.severity === choice} onToggle={() => form.setValue('severity', choice)}>
            {t(`incidents:severity.${choice}`)}
          </Chip>
        ))}
      </Chips>
      <Chips title={t('incidents:sheet.next')}>
        {outcomes.map(({ choice }) => (
          <Chip
            key={choice}
            selected={values.outcomes.includes(choice)}
            onToggle={() => form.setValue('outcomes', toggled(values.outcomes, choice))}
          >
            {t(`incidents:outcome.${choice}`)}
          </Chip>
        ))}
      </Chips>
      <LaterFields correction={correction} reporterId={found.reporterId} />
      <TextField
        label={t('incidents:correct.why')}
        hint={t('incidents:sheet.optional')}
        maxLength={120}
        value={values.why}
        onChange={(why) => form.setValue('why', why)}
      />
    </div>
  );
}

/** What could wait until after the call. */
function LaterFields({ correction: { form }, reporterId }: { correction: Correction; reporterId: number }) {
  const t = useTexts();
  const values = form.watch();
  return (
    <>
      <Chips title={t('incidents:complete.cause')}>
        {causes.map((cause) => (
          <Chip
            key={cause}
            selected={values.cause === cause}
            onToggle={() => form.setValue('cause', values.cause === cause ? null : cause)}
          >
            {t(`incidents:cause.${cause}`)}
          </Chip>
        ))}
      </Chips>
      <TextBox
        label={t('incidents:complete.words')}
        hint={t('incidents:complete.wordsHelp')}
        rows={2}
        maxLength={20_000}
        value={values.words}
        onChange={(words) => form.setValue('words', words)}
      />
      <TextBox
        label={t('incidents:complete.account')}
        hint={t('incidents:complete.accountHelp')}
        rows={3}
        maxLength={20_000}
        value={values.account}
        onChange={(account) => form.setValue('account', account)}
      />
      <PeopleFields
        people={values}
        reporterId={reporterId}
        onChange={({ colleagueIds, witnessIds, witnesses }) => {
          if (colleagueIds) form.setValue('colleagueIds', colleagueIds);
          if (witnessIds) form.setValue('witnessIds', witnessIds);
          if (witnesses !== undefined) form.setValue('witnesses', witnesses);
        }}
      />
      <Chips
        title={t('incidents:complete.kind')}
        aside={values.aggressionKind && t(`incidents:aggressionKindMeaning.${values.aggressionKind}`)}
      >
        {aggressionKinds.map((kind) => (
          <Chip
            key={kind}
            selected={values.aggressionKind === kind}
            onToggle={() => form.setValue('aggressionKind', values.aggressionKind === kind ? null : kind)}
            title={t(`incidents:aggressionKindMeaning.${kind}`)}
          >
            {t(`incidents:aggressionKind.${kind}`)}
          </Chip>
        ))}
      </Chips>
    </>
  );
}

function CallerField({ correction: { callerName, chooseCaller } }: { correction: Correction }) {
  const t = useTexts();
  const [isChoosing, setChoosing] = useState(false);
  return (
    <div>
      <div className={styles.label}>{t('incidents:fact.callerId')}</div>
      <div className={styles.caller}>
        <b>{callerName ?? t('incidents:correct.unknownCaller')}</b>
        <Chip selected={isChoosing} onToggle={() => setChoosing(!isChoosing)}>
          {t('incidents:correct.chooseCaller')}
        </Chip>
        {callerName !== null && (
          <Chip selected={false} onToggle={() => chooseCaller(null)}>
            {t('incidents:correct.noCaller')}
          </Chip>
        )}
      </div>
      {isChoosing && (
        <ChooseCaller
          onChoose={(caller) => {
            chooseCaller(caller);
            setChoosing(false);
          }}
        >
          <small>{t('contacts:ownDay.linkHelp')}</small>
        </ChooseCaller>
      )}
    </div>
  );
}

/** The day and the time as they are typed; what cannot be read yet is nothing. */
function Moment({ correction: { form, problem } }: { correction: Correction }) {
  const t = useTexts();
  const format = useFormat();
  const { day, time } = form.watch('happened');
  const [typed, setTyped] = useState({ day: typedDay(day), time });
  const invalid = problem === 'badTime';
  function type(part: Partial<typeof typed>): void {
    const all = { ...typed, ...part };
    setTyped(all);
    form.setValue('happened', { day: readDay(all.day) ?? '', time: readTime(all.time) ?? '' });
  }
  return (
    <div>
      <div className={styles.moment}>
        <TextField
          label={t('incidents:correct.day')}
          placeholder={t('agreements:form.dateExample')}
          maxLength={10}
          invalid={invalid}
          value={typed.day}
          onChange={(text) => type({ day: text })}
        />
        <TextField
          label={t('incidents:correct.time')}
          placeholder={t('distress:complete.timeExample')}
          maxLength={5}
          invalid={invalid}
          value={typed.time}
          onChange={(text) => type({ time: text })}
        />
      </div>
      {day !== '' && time !== '' && !invalid && <small>{`${format.longDate(day)} ${time}`}</small>}
      {invalid && <FieldError>{t('incidents:correct.badTime')}</FieldError>}
    </div>
  );
}

const toggled = <Choice,>(list: readonly Choice[], choice: Choice): Choice[] =>
  list.includes(choice) ? list.filter((one) => one !== choice) : [...list, choice];
