import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseRuleOverview } from '../../../shared/contract/houseRules.ts';
import { useApi } from '../../app/api.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Choice, ChoiceGroup, SplitPage } from '../../components/SplitPage.tsx';
import { Tag } from '../../components/Tag.tsx';
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
    <SplitPage
      title={t('houseRules:title')}
      intro={t('houseRules:intro')}
      detail={t('houseRules:one')}
      list={
        <>
          {overview.isError && <FieldError>{t('review:failed')}</FieldError>}
          <ChoiceGroup label={t('houseRules:list')}>
            {rules.map((one) => (
              <Document
                key={one.document}
                rule={one}
                current={!writing && one.document === rule?.document}
                onChoose={() => {
                  setWriting(false);
                  setChosen(one.document);
                }}
              />
            ))}
          </ChoiceGroup>
          <Button
            variant="default"
            leftSection={<IconPlus size="1em" aria-hidden="true" />}
            onClick={() => setWriting(true)}
          >
            {t('houseRules:new')}
          </Button>
        </>
      }
    >
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
    </SplitPage>
  );
}

interface DocumentProps {
  rule: HouseRuleOverview;
  current: boolean;
  onChoose: () => void;
}

function Document({ rule, current, onChoose }: DocumentProps) {
  const t = useTexts();
  const { title } = ruleWords(rule, useLanguage());
  const stage = rule.isWithdrawn ? 'withdrawn' : rule.version === 0 ? 'starting' : null;
  const read = rule.readers.filter(({ version }) => version === rule.version).length;
  return (
    <Choice title={title} tags={stage && <Tag>{t(`houseRules:${stage}`)}</Tag>} current={current} onChoose={onChoose}>
      {!rule.isWithdrawn && rule.version > 0 && (
        <small>{t('houseRules:count', { read, total: rule.readers.length })}</small>
      )}
    </Choice>
  );
}
