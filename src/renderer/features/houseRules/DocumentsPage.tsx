import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseRuleOverview } from '../../../shared/contract/houseRules.ts';
import { useApi } from '../../app/api.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Tag } from '../../components/Tag.tsx';
import measures from '../measures/measures.module.css';
import { DocumentDetail } from './DocumentDetail.tsx';
import { DocumentForm } from './DocumentForm.tsx';
import { ruleWords } from './ruleWords.ts';

/** The texts of the practice: what they say, who decided on them when, and who has read which version. */
export default function DocumentsPage() {
  const t = useTexts();
  const { queries } = useApi();
  const overview = useQuery(queries.houseRules.overview.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const rules = overview.data ?? [];
  const rule = rules.find(({ document }) => document === chosen) ?? rules[0];
  return (
    <div className={measures.split}>
      <div className={measures.side}>
        <h2>{t('houseRules:title')}</h2>
        <small>{t('houseRules:intro')}</small>
        {overview.isError && <FieldError>{t('review:failed')}</FieldError>}
        <nav className={measures.group} aria-label={t('houseRules:list')}>
          {rules.map((one) => (
            <Choice
              key={one.document}
              rule={one}
              current={!writing && one.document === rule?.document}
              onChoose={() => {
                setWriting(false);
                setChosen(one.document);
              }}
            />
          ))}
        </nav>
        <Button
          variant="default"
          leftSection={<IconPlus size="1em" aria-hidden="true" />}
          onClick={() => setWriting(true)}
        >
          {t('houseRules:new')}
        </Button>
      </div>
      <section className={measures.detail} aria-label={t('houseRules:one')}>
        {writing && (
          <DocumentForm
            rule={null}
            onClose={() => setWriting(false)}
            onDecided={(document) => {
              setWriting(false);
              setChosen(document);
            }}
          />
        )}
        {!writing && rule && <DocumentDetail key={`${rule.document} ${rule.version}`} rule={rule} />}
      </section>
    </div>
  );
}

interface ChoiceProps {
  rule: HouseRuleOverview;
  current: boolean;
  onChoose: () => void;
}

function Choice({ rule, current, onChoose }: ChoiceProps) {
  const t = useTexts();
  const { title } = ruleWords(rule, useLanguage());
  const read = rule.readers.filter(({ version }) => version === rule.version).length;
  return (
    <button type="button" className={measures.choice} aria-current={current ? 'true' : undefined} onClick={onChoose}>
      <span className={measures.choiceHead}>
        <b>{title}</b>
        {rule.isWithdrawn && <Tag>{t('houseRules:withdrawn')}</Tag>}
        {!rule.isWithdrawn && rule.version === 0 && <Tag>{t('houseRules:starting')}</Tag>}
      </span>
      {!rule.isWithdrawn && rule.version > 0 && (
        <small>{t('houseRules:count', { read, total: rule.readers.length })}</small>
      )}
    </button>
  );
}
