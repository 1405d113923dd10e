import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeptFormat } from '../../../shared/contract/keptData.ts';
import type { OwnDataFile } from '../../../shared/contract/ownData.ts';
import { ownDataWords } from '../../../shared/i18n/ownDataWords.ts';
import { useApi } from '../../app/api.ts';
import { confirm, tellFailure } from '../../app/deskStore.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useWeekdays } from '../agreements/moments.ts';
import { saveFile } from '../setup/saveFile.ts';
import { StatusLine } from '../window/StatusLine.tsx';
import styles from './OwnDataSheet.module.css';

/** Everything that is kept of the worker as a worker: to read, and to take along. */
export default function OwnDataSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { client, queries } = useApi();
  const own = useQuery(queries.ownData.read.queryOptions({ gcTime: 0, staleTime: 0 }));
  const [making, setMaking] = useState<KeptFormat | null>(null);

  async function save(format: KeptFormat): Promise<void> {
    setMaking(format);
    const { error, data } = await safe(client.ownData.make({ format }));
    if (data) saveFile(data.name, data.content);
    if (error) tellFailure(t('ownData:failed'));
    else confirm(t('ownData:made'));
    setMaking(null);
  }

  return (
    <Sheet
      title={t('ownData:title')}
      closeLabel={t('desk:escBack')}
      onClose={onClose}
      toRead
      footer={
        <div className={styles.footer}>
          <div className={styles.actions}>
            <Button size="xs" variant="default" loading={making === 'pdf'} onClick={() => void save('pdf')}>
              {t('ownData:pdf')}
            </Button>
            <Button size="xs" variant="default" loading={making === 'json'} onClick={() => void save('json')}>
              {t('ownData:json')}
            </Button>
          </div>
          <StatusLine />
        </div>
      }
    >
      <p>{t('ownData:explain')}</p>
      <p className={styles.why}>{t('ownData:private')}</p>
      {own.isPending && <p>{t('common:loading')}</p>}
      {own.isError && <FieldError>{t('ownData:failed')}</FieldError>}
      {own.data && <OwnData file={own.data} />}
    </Sheet>
  );
}

/** So many of a part are shown at first: a year of notes by day is two hundred lines. */
const SHOWN = 5;

function useOwnDataWords() {
  const t = useTexts();
  const format = useFormat();
  const weekdays = useWeekdays('long');
  return ownDataWords(t, {
    moment: (at) => `${format.date(at)} ${format.time(at)}`,
    day: format.shortDate,
    time: format.time,
    weekday: (number) => weekdays[number - 1] ?? '',
  });
}

function OwnData({ file }: { file: OwnDataFile }) {
  const t = useTexts();
  const words = useOwnDataWords();
  return (
    <>
      <SectionTitle>{t('ownData:person')}</SectionTitle>
      <ul className={styles.list}>
        {Object.entries(file.person).map(([name, value]) => (
          <li key={name} className={styles.line}>
            {words.fact(name, value)}
          </li>
        ))}
      </ul>
      {file.parts.map((part) => (
        <Part key={part.part} part={part} />
      ))}
    </>
  );
}

/** The newest of one part, and the rest when it is asked for. */
function Part({ part: { part, kept, items } }: { part: OwnDataFile['parts'][number] }) {
  const t = useTexts();
  const words = useOwnDataWords();
  const [isWhole, setWhole] = useState(false);
  const newest = items.toReversed();
  const shown = isWhole ? newest : newest.slice(0, SHOWN);
  const title = t(`ownData:part.${part}`);
  return (
    <section aria-label={title}>
      <SectionTitle>{title}</SectionTitle>
      <p className={styles.why}>{words.why(part, kept)}</p>
      <ul className={styles.list}>
        {shown.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown.
          <li key={index} className={styles.line}>
            {words.line(item)}
            {Object.entries(item.texts).map(([name, text]) => (
              <p key={name} className={styles.quote}>
                <small>{words.text(name)}</small>
                <br />
                {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <Button size="xs" variant="subtle" onClick={() => setWhole(true)}>
          {t('ownData:more', { count: items.length })}
        </Button>
      )}
    </section>
  );
}
