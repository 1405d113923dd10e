import { Button } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useState } from 'react';
import type { HouseRuleToRead } from '../../../shared/contract/houseRules.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { TextBlocks } from '../../components/TextBlocks.tsx';
import { saveFile } from '../setup/saveFile.ts';
import styles from './houseRules.module.css';
import { ruleWords } from './ruleWords.ts';

/** One text to read, and one press to say that it was read. */
export function ReadRule({ rule, onClose }: { rule: HouseRuleToRead; onClose: () => void }) {
  const t = useTexts();
  const format = useFormat();
  const { client } = useApi();
  const language = useLanguage();
  const [problem, setProblem] = useState<'failed' | 'changed' | null>(null);
  const { document, version, decided, readAt, asksReading } = rule;
  const words = ruleWords(rule, language);

  async function confirmRead(): Promise<void> {
    const { error } = await safe(client.houseRules.confirmRead({ document, version }));
    if (error) return setProblem(isDefinedError(error) && error.code === 'CHANGED' ? 'changed' : 'failed');
    announce(t('houseRules:confirmed'));
    onClose();
  }

  async function savePdf(): Promise<void> {
    const { error, data } = await safe(client.houseRules.file({ document, language }));
    if (error) return setProblem('failed');
    saveFile(data.name, data.content);
  }

  useShortcuts('sheet', asksReading ? { 'Ctrl+Enter': () => void confirmRead() } : {});

  return (
    <Sheet
      title={words.title}
      closeLabel={t('desk:escBack')}
      onClose={onClose}
      toRead
      footer={
        <div className={styles.footer}>
          <div className={styles.message}>
            {problem && <FieldError>{t(`houseRules:${problem}`)}</FieldError>}
            {!problem && readAt !== null && <small>{t('houseRules:readOn', { date: format.date(readAt) })}</small>}
          </div>
          <Button variant="default" onClick={() => void savePdf()}>
            {t('houseRules:pdf')}
          </Button>
          {asksReading && (
            <Button onClick={() => void confirmRead()} aria-keyshortcuts="Control+Enter">
              {t('houseRules:confirm')}
              <KeyHint>Ctrl ⏎</KeyHint>
            </Button>
          )}
        </div>
      }
    >
      <small>
        {decided
          ? t('houseRules:version', { version, date: format.date(decided.at), name: decided.byName })
          : t('houseRules:startingHint')}
      </small>
      <div lang={words.language}>
        <TextBlocks blocks={words.blocks} />
      </div>
    </Sheet>
  );
}
