import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ScriptSentence, SentenceVersion } from '../../../shared/contract/scriptSentences.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Tag } from '../../components/Tag.tsx';
import styles from './Sentences.module.css';

interface Props {
  sentence: ScriptSentence;
  onChange: () => void;
  onDone: (text: string) => void;
}

/** A sentence as it is shown now; with the practice's words, the starting ones beside them and the way back. */
export function SentenceRow({ sentence: { sentence, starting, own, before, hasNewerStart }, onChange, onDone }: Props) {
  const t = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const { queries } = useApi();
  const wayBack = t(starting ? 'settings:script.restored' : 'settings:script.removed');
  const restore = useMutation(queries.distress.restoreSentence.mutationOptions({ onSuccess: () => onDone(wayBack) }));
  const keep = useMutation(
    queries.distress.rewordSentence.mutationOptions({ onSuccess: () => onDone(t('settings:script.saved')) }),
  );
  const original = starting?.[language] ?? '';
  const words = own?.[language] || original || own?.nl || own?.en || '';
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span>{words}</span>
        {own && <Tag tone="calm">{t(starting ? 'settings:script.own' : 'settings:script.added')}</Tag>}
        {hasNewerStart && <Tag tone="due">{t('settings:script.newer')}</Tag>}
      </div>
      <div className={styles.buttons}>
        <Button size="xs" variant="default" aria-label={t('settings:script.changeOf', { words })} onClick={onChange}>
          {t('settings:script.change')}
        </Button>
        {own && hasNewerStart && (
          <Button
            size="xs"
            variant="default"
            loading={keep.isPending}
            onClick={() => keep.mutate({ sentence, nl: own.nl, en: own.en })}
          >
            {t('settings:script.keep')}
          </Button>
        )}
        {own && (
          <Button size="xs" variant="default" loading={restore.isPending} onClick={() => restore.mutate({ sentence })}>
            {t(starting ? 'settings:script.restore' : 'settings:script.remove')}
          </Button>
        )}
      </div>
      {own && (
        <div className={styles.about}>
          {starting && (
            <span>
              <b>{t('settings:script.starting')}</b> {original}
            </span>
          )}
          {hasNewerStart && <span>{t('settings:script.newerHint')}</span>}
          <small>{t('settings:script.decided', { name: own.byName, date: format.date(own.at) })}</small>
        </div>
      )}
      {(restore.isError || keep.isError) && <FieldError>{t('settings:script.failed')}</FieldError>}
      <Before versions={before} />
    </div>
  );
}

function Before({ versions }: { versions: readonly SentenceVersion[] }) {
  const t = useTexts();
  const format = useFormat();
  if (versions.length === 0) return null;
  return (
    <details className={styles.before}>
      <summary>{t('settings:script.before')}</summary>
      <ul>
        {versions.map((version) => (
          <li key={version.at}>
            {[version.nl, version.en].filter(Boolean).join(' / ') || t('settings:script.beforeStarting')}{' '}
            <small>{t('settings:script.decided', { name: version.byName, date: format.date(version.at) })}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
