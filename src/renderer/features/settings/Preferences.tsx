import { SegmentedControl } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { language as languages, theme as themes } from '../../../shared/contract/base.ts';
import { useApi } from '../../app/api.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import styles from './settings.module.css';

/** The language and the look of whoever is at work; they change at once. */
export function Preferences() {
  const t = useTexts();
  const { queries } = useApi();
  const { user } = useUnlocked();
  const languageId = useId();
  const themeId = useId();
  const change = useMutation(queries.session.setPreferences.mutationOptions());
  return (
    <Section title={t('settings:you.title')}>
      <div className={styles.fields}>
        <div>
          <p id={languageId} className={styles.label}>
            {t('settings:you.language')}
          </p>
          <SegmentedControl
            aria-labelledby={languageId}
            value={user.language}
            onChange={(value) => change.mutate({ language: languages.parse(value) })}
            data={languages.options.map((value) => ({ value, label: t(`team:languages.${value}`) }))}
          />
        </div>
        <div>
          <p id={themeId} className={styles.label}>
            {t('settings:you.theme')}
          </p>
          <SegmentedControl
            aria-labelledby={themeId}
            value={user.theme}
            onChange={(value) => change.mutate({ theme: themes.parse(value) })}
            data={themes.options.map((value) => ({ value, label: t(`settings:you.themes.${value}`) }))}
          />
        </div>
      </div>
      {change.isError && <FieldError>{t('settings:failed')}</FieldError>}
    </Section>
  );
}
