import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ChosenTerm, RetentionTerm } from '../../../shared/contract/privacy.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Section } from '../../components/Page.tsx';
import styles from './privacy.module.css';
import { TermDialog } from './TermDialog.tsx';

/** Who chose a term and when. */
export function useChosenBy() {
  const t = useTexts();
  const format = useFormat();
  return ({ setByName: name, setAt }: ChosenTerm): string =>
    name === null
      ? t('privacy:retention.chosenBefore', { date: format.date(setAt) })
      : t('privacy:retention.chosen', { name, date: format.date(setAt) });
}

/** How long each kind stays, with why. */
export function Retention({ terms }: { terms: RetentionTerm[] }) {
  const t = useTexts();
  const chosenBy = useChosenBy();
  const [changing, setChanging] = useState<RetentionTerm | null>(null);
  const [saved, setSaved] = useState(false);
  const close = () => setChanging(null);
  return (
    <Section title={t('privacy:retention.title')} explain={t('privacy:retention.explain')}>
      <p role="status" className={styles.done}>
        {saved && t('privacy:retention.saved')}
      </p>
      <DataTable
        label={t('privacy:retention.title')}
        columns={[
          t('privacy:retention.kind'),
          t('privacy:retention.term'),
          t('privacy:retention.why'),
          { hidden: t('privacy:retention.change') },
        ]}
      >
        {terms.map((term) => {
          const [newest] = term.chosen;
          const what = t(`privacy:retention.kinds.${term.kind}`);
          return (
            <tr key={term.kind}>
              <th scope="row" className={styles.what}>
                {what}
                <span className={styles.help}>{t(`privacy:retention.from.${term.kind}`)}</span>
              </th>
              <td className={styles.term}>{t('privacy:retention.months', { count: term.months })}</td>
              <td>
                {newest ? newest.reason : t('privacy:retention.standard')}
                {newest && <span className={styles.help}>{chosenBy(newest)}</span>}
              </td>
              <td className={styles.end}>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('privacy:retention.changeOf', { what })}
                  onClick={() => {
                    setSaved(false);
                    setChanging(term);
                  }}
                >
                  {t('privacy:retention.change')}
                </Button>
              </td>
            </tr>
          );
        })}
      </DataTable>
      {changing && (
        <TermDialog
          term={changing}
          onClose={close}
          onSaved={() => {
            setSaved(true);
            close();
          }}
        />
      )}
    </Section>
  );
}
