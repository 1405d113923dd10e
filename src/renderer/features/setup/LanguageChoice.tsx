import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/contract/base.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import styles from './LanguageChoice.module.css';

/** Each language in its own words, so that it is found by whoever reads only that one. */
const names: Record<Language, string> = { nl: 'Nederlands', en: 'English' };

export function LanguageChoice() {
  const t = useTexts();
  const { i18n } = useTranslation();
  const language = useLanguage();
  const choose = (chosen: Language) => void i18n.changeLanguage(chosen);
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{t('setup:language')}</legend>
      <Chip selected={language === 'nl'} onToggle={() => choose('nl')}>
        <span lang="nl">{names.nl}</span>
      </Chip>
      <Chip selected={language === 'en'} onToggle={() => choose('en')}>
        <span lang="en">{names.en}</span>
      </Chip>
    </fieldset>
  );
}
