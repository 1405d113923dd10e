import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { bannableChannel, banScope } from '../../../shared/contract/measureDecision.ts';
import type { ToDecide } from '../../../shared/contract/measures.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { DayField } from '../../components/DayField.tsx';
import { Notice } from '../../components/Notice.tsx';
import type { DecisionDraft, DraftField } from './decisionDraft.ts';
import styles from './measures.module.css';

interface Props {
  draft: DecisionDraft;
  terms: ToDecide['terms'];
  problem: (field: DraftField) => ReactNode;
  onChange: (changed: Partial<DecisionDraft>) => void;
}

/** For how long, what is closed and what stays open; that emergencies do is not a field. */
export function BanFields({ draft, terms, problem, onChange }: Props) {
  const t = useTexts();
  const toggled = (channel: (typeof draft.channels)[number]) =>
    draft.channels.includes(channel)
      ? draft.channels.filter((other) => other !== channel)
      : [...draft.channels, channel];
  return (
    <>
      <Chips title={t('measures:form.length')}>
        {terms.map(({ months, from, lastDay, reviewDay }) => (
          <Chip
            key={months}
            selected={draft.from === from && draft.lastDay === lastDay}
            onToggle={() => onChange({ from, lastDay, reviewDay })}
          >
            {t('measures:form.months', { count: months })}
          </Chip>
        ))}
      </Chips>
      <div className={styles.dates}>
        {(['from', 'lastDay', 'reviewDay'] as const).map((field) => (
          <div key={field}>
            <DayField
              label={t(`measures:form.${field}`)}
              value={draft[field]}
              onChange={(day) => onChange({ [field]: day })}
            />
            {problem(field)}
          </div>
        ))}
      </div>
      <div>
        <Chips title={t('measures:form.channels')}>
          {bannableChannel.options.map((channel) => (
            <Chip
              key={channel}
              selected={draft.channels.includes(channel)}
              onToggle={() => onChange({ channels: toggled(channel) })}
            >
              {t(`contacts:channel.${channel}`)}
            </Chip>
          ))}
        </Chips>
        {problem('channels')}
      </div>
      <Chips title={t('measures:form.scope')}>
        {banScope.options.map((scope) => (
          <Chip key={scope} selected={draft.scope === scope} onToggle={() => onChange({ scope })}>
            {t(`measures:form.scopes.${scope}`)}
          </Chip>
        ))}
      </Chips>
      {draft.scope !== 'everything' && (
        <div>
          <TextInput
            label={t(`measures:form.scopeName.${draft.scope}`)}
            maxLength={120}
            value={draft.scopeName}
            onChange={({ target }) => onChange({ scopeName: target.value })}
          />
          {problem('scopeName')}
        </div>
      )}
      <div>
        <Textarea
          label={t('measures:form.staysOpen')}
          rows={2}
          maxLength={600}
          value={draft.staysOpen}
          onChange={({ target }) => onChange({ staysOpen: target.value })}
        />
        {problem('staysOpen')}
      </div>
      <Notice tone="calm">{t('measures:form.emergencies')}</Notice>
    </>
  );
}
