import { IconNotes } from '@tabler/icons-react';
import type { HouseRuleToRead } from '../../../shared/contract/houseRules.ts';
import { useFormat } from '../../app/format.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { OptionRow } from '../../components/OptionRow.tsx';
import { Tag } from '../../components/Tag.tsx';
import { ruleWords } from './ruleWords.ts';

/** A text in a list, with whether the worker is asked to read it. */
export function RuleRow({ rule }: { rule: HouseRuleToRead }) {
  const t = useTexts();
  const format = useFormat();
  const { title } = ruleWords(rule, useLanguage());
  return (
    <OptionRow
      mark={<IconNotes size="1.1em" />}
      end={rule.asksReading && <Tag tone="accent">{t('houseRules:toRead')}</Tag>}
      detail={rule.readAt !== null && t('houseRules:readOn', { date: format.date(rule.readAt) })}
    >
      {title}
    </OptionRow>
  );
}
