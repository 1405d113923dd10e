import { useMemo } from 'react';
import { auditWords } from '../../../shared/i18n/auditWords.ts';
import { useTexts } from '../../app/texts.ts';

export function useAuditWords() {
  const t = useTexts();
  return useMemo(() => auditWords(t), [t]);
}
