import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language } from '../../../shared/contract/base.ts';
import { type LetterKind, letterKind } from '../../../shared/contract/letterTexts.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { TemplateForm } from './TemplateForm.tsx';

function isLanguage(value: string): value is Language {
  return value === 'nl' || value === 'en';
}

/** The letters that a practice starts from, in its own words. */
export function LetterTemplates() {
  const t = useTexts();
  const { queries } = useApi();
  const [kind, setKind] = useState<LetterKind>('warning');
  const [language, setLanguage] = useState<Language>('nl');
  const templates = useQuery(queries.letters.templates.queryOptions());
  const chosen = templates.data?.find((template) => template.kind === kind && template.language === language);
  return (
    <Section
      title={t('letters:templates.title')}
      explain={t('letters:templates.explain')}
      action={
        <SegmentedControl
          aria-label={t('letters:templates.language')}
          value={language}
          onChange={(value) => isLanguage(value) && setLanguage(value)}
          data={[
            { value: 'nl', label: t('letters:language.nl') },
            { value: 'en', label: t('letters:language.en') },
          ]}
        />
      }
    >
      <Chips title={t('letters:templates.kind')} titleHidden>
        {letterKind.options.map((option) => (
          <Chip key={option} selected={option === kind} onToggle={() => setKind(option)}>
            {t(`letters:kind.${option}`)}
          </Chip>
        ))}
      </Chips>
      {templates.isError && <FieldError>{t('review:failed')}</FieldError>}
      {chosen && <TemplateForm key={`${kind} ${language} ${chosen.changed?.at}`} template={chosen} />}
    </Section>
  );
}
