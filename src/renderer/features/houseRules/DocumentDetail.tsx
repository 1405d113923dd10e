import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseRule, HouseRuleOverview } from '../../../shared/contract/houseRules.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { DetailPart, DetailTitle } from '../../components/SplitPage.tsx';
import { TextBlocks } from '../../components/TextBlocks.tsx';
import { saveFile } from '../setup/saveFile.ts';
import { DocumentForm } from './DocumentForm.tsx';
import styles from './houseRules.module.css';
import { ruleWords } from './ruleWords.ts';

/** One text with its versions and readers, and the ways to change it. */
export function DocumentDetail({ rule }: { rule: HouseRuleOverview }) {
  const t = useTexts();
  const { client, queries } = useApi();
  const language = useLanguage();
  const [doing, setDoing] = useState<'change' | 'withdraw' | null>(null);
  const { document, version, isWithdrawn } = rule;
  const stop = () => setDoing(null);
  const withdraw = useMutation(queries.houseRules.withdraw.mutationOptions({ onSuccess: stop }));
  const save = useMutation({
    mutationFn: () => client.houseRules.file({ document, language }),
    onSuccess: ({ name, content }) => saveFile(name, content),
  });
  const words = ruleWords(rule, language);
  if (doing === 'change') return <DocumentForm rule={rule} onClose={stop} onDecided={stop} />;
  return (
    <>
      <DetailTitle>{words.title}</DetailTitle>
      <VersionLine rule={rule} />
      {isWithdrawn && <Notice tone="plain" title={t('houseRules:withdrawn')} />}
      {version === 0 && <Notice tone="plain">{t('houseRules:startingHint')}</Notice>}
      <div className={styles.buttons}>
        <Button onClick={() => setDoing('change')}>
          {t(version === 0 ? 'houseRules:adopt' : 'houseRules:change')}
        </Button>
        {!isWithdrawn && (
          <Button variant="default" onClick={() => setDoing('withdraw')}>
            {t('houseRules:withdraw')}
          </Button>
        )}
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          {t('houseRules:pdf')}
        </Button>
      </div>
      {save.isError && <FieldError>{t('houseRules:failed')}</FieldError>}
      <div className={styles.paper} lang={words.language}>
        <TextBlocks blocks={words.blocks} />
      </div>
      {version > 0 && !isWithdrawn && <Readers rule={rule} />}
      <Before versions={rule.before} />
      {doing === 'withdraw' && (
        <ConfirmDialog
          title={t('houseRules:withdrawTitle')}
          confirmLabel={t('houseRules:withdraw')}
          busy={withdraw.isPending}
          problem={withdraw.isError ? t('houseRules:failed') : null}
          onConfirm={() => withdraw.mutate({ document })}
          onCancel={stop}
        >
          {t('houseRules:withdrawText')}
        </ConfirmDialog>
      )}
    </>
  );
}

function VersionLine({ rule: { version, decided } }: { rule: HouseRule }) {
  const t = useTexts();
  const format = useFormat();
  if (!decided) return null;
  const line = t('houseRules:version', { version, date: format.date(decided.at), name: decided.byName });
  return <small>{decided.note ? `${line}: ${decided.note}` : line}</small>;
}

function Readers({ rule: { readers, version } }: { rule: HouseRuleOverview }) {
  const t = useTexts();
  const format = useFormat();
  const words = (reader: HouseRuleOverview['readers'][number]): string => {
    if (reader.version === null || reader.at === null) return t('houseRules:readerNever');
    if (reader.version < version) return t('houseRules:readerBefore', { version: reader.version });
    return t('houseRules:readerNow', { date: format.date(reader.at) });
  };
  return (
    <section>
      <DetailPart>{t('houseRules:readers')}</DetailPart>
      <ul className={styles.readers} aria-label={t('houseRules:readers')}>
        {readers.map((reader) => (
          <li key={reader.id}>
            {reader.name} <small>{words(reader)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Before({ versions }: { versions: readonly HouseRule[] }) {
  const t = useTexts();
  const language = useLanguage();
  if (versions.length === 0) return null;
  return (
    <section className={styles.versions}>
      <DetailPart>{t('houseRules:before')}</DetailPart>
      {versions.map((version) => {
        const words = ruleWords(version, language);
        return (
          <details key={version.version}>
            <summary>{version.decided ? <VersionLine rule={version} /> : t('houseRules:starting')}</summary>
            <div className={styles.paper} lang={words.language}>
              <b>{words.title}</b>
              <TextBlocks blocks={words.blocks} />
            </div>
          </details>
        );
      })}
    </section>
  );
}
