import { NumberInput, Select } from '@mantine/core';
import { safe } from '@orpc/client';
import { useState } from 'react';
import { type RotationRule, type RotationWeek, rotationRule, staffedDuty } from '../../../shared/contract/rotation.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import styles from './rotation.module.css';

/** What the proposal reckons with; every change is saved at once. */
export function RuleSection({ week: { rule, people } }: { week: RotationWeek }) {
  const t = useTexts();
  const { client } = useApi();
  const [failed, setFailed] = useState(false);

  async function change(part: Partial<RotationRule>): Promise<void> {
    const checked = rotationRule.safeParse({ ...rule, ...part });
    if (!checked.success) return;
    const { error } = await safe(client.rotation.setRule(checked.data));
    setFailed(error !== null);
  }

  return (
    <Section title={t('rotation:ruleTitle')} explain={t('rotation:ruleExplain')}>
      <div className={styles.rule}>
        {staffedDuty.options.map((duty) => (
          <NumberInput
            key={duty}
            label={t('rotation:needed', { duty: t(`rotation:duty.${duty}`) })}
            value={rule.needed[duty]}
            min={0}
            max={20}
            allowDecimal={false}
            onChange={(value) =>
              typeof value === 'number' && void change({ needed: { ...rule.needed, [duty]: value } })
            }
          />
        ))}
        <Select
          label={t('rotation:heaviest')}
          value={rule.heaviest}
          data={staffedDuty.options.map((value) => ({ value, label: t(`rotation:duty.${value}`) }))}
          onChange={(value) => {
            const heaviest = staffedDuty.options.find((duty) => duty === value);
            if (heaviest) void change({ heaviest });
          }}
        />
      </div>
      <Chips title={t('rotation:takesPart')}>
        {people.map(({ userId, name, takesPart }) => (
          <Chip
            key={userId}
            selected={takesPart}
            onToggle={() =>
              void change({
                leftOut: takesPart ? [...rule.leftOut, userId] : rule.leftOut.filter((id) => id !== userId),
              })
            }
          >
            {name}
          </Chip>
        ))}
      </Chips>
      {failed && <FieldError>{t('rotation:failed')}</FieldError>}
    </Section>
  );
}
