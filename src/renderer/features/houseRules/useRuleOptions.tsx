import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import type { Option } from '../../components/Options.tsx';
import { RuleRow } from './RuleRow.tsx';
import { matchingRules } from './ruleWords.ts';

/** What the worker is asked to read: it waits in the list of the desk and never in the way. */
export function useRulesToRead(): Option[] {
  const { queries } = useApi();
  const { data: rules = [] } = useQuery(queries.houseRules.list.queryOptions());
  return rules
    .filter(({ asksReading }) => asksReading)
    .map((rule) => ({
      id: `rule-${rule.document}`,
      content: <RuleRow rule={rule} />,
      onChoose: () => openSheet({ kind: 'houseRules', document: rule.document }),
    }));
}

/** The texts in which something typed is found. */
export function useFoundRules(typed: string): Option[] {
  const { queries } = useApi();
  const { data: rules = [] } = useQuery(queries.houseRules.list.queryOptions());
  return matchingRules(rules, typed).map((rule) => ({
    id: `found-rule-${rule.document}`,
    content: <RuleRow rule={rule} />,
    onChoose: () => openSheet({ kind: 'houseRules', document: rule.document }),
  }));
}
