import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { Options } from '../../components/Options.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useOptions } from '../../components/useOptions.ts';
import { ReadRule } from './ReadRule.tsx';
import { RuleRow } from './RuleRow.tsx';
import { matchingRules } from './ruleWords.ts';

const LIST_ID = 'rule-options';

interface Props {
  /** The text to read at once; null for the list of all of them. */
  document: string | null;
  onClose: () => void;
}

/** The texts that everybody has at hand: to find one, and to read it. */
export function HouseRulesSheet({ document, onClose }: Props) {
  const { queries } = useApi();
  const [chosen, setChosen] = useState(document);
  const { data: rules = [], isError } = useQuery(queries.houseRules.list.queryOptions());
  const rule = rules.find((one) => one.document === chosen);
  const back = document === null ? () => setChosen(null) : onClose;
  if (rule) return <ReadRule key={`${rule.document} ${rule.version}`} rule={rule} onClose={back} />;
  return <RuleList rules={rules} isError={isError} onChoose={setChosen} onClose={onClose} />;
}

interface ListProps {
  rules: Parameters<typeof RuleRow>[0]['rule'][];
  isError: boolean;
  onChoose: (document: string) => void;
  onClose: () => void;
}

function RuleList({ rules, isError, onChoose, onClose }: ListProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const options = matchingRules(rules, typed).map((rule) => ({
    id: `rule-${rule.document}`,
    content: <RuleRow rule={rule} />,
    onChoose: () => onChoose(rule.document),
  }));
  const groups = options.length === 0 ? [] : [{ id: 'rules', title: t('houseRules:list'), titleHidden: true, options }];
  const { active, onArrowKey, reset } = useOptions(groups, true);

  useEffect(() => field.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (onArrowKey(event) || event.key !== 'Enter') return;
    event.preventDefault();
    active?.onChoose();
  }

  return (
    <Sheet title={t('houseRules:title')} closeLabel={t('desk:escBack')} onClose={onClose}>
      <SearchField
        ref={field}
        label={t('houseRules:search')}
        placeholder={t('houseRules:search')}
        value={typed}
        onChange={(value) => {
          reset();
          setTyped(value);
        }}
        onKeyDown={onKeyDown}
        listId={groups.length > 0 ? LIST_ID : undefined}
        activeId={active?.id}
      />
      {isError && <Notice tone="plain">{t('houseRules:failed')}</Notice>}
      <Options id={LIST_ID} label={t('houseRules:list')} groups={groups} activeId={active?.id} />
      {options.length === 0 && typed && <p>{t('houseRules:none')}</p>}
    </Sheet>
  );
}
