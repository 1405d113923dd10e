import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Check, CheckItem } from '../../../shared/contract/prevention.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Section } from '../../components/Page.tsx';
import { Tag } from '../../components/Tag.tsx';
import { LookDialog } from './LookDialog.tsx';
import styles from './prevention.module.css';

/** The check-list: what it is about, when somebody last looked, and when to look again. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  const t = useTexts();
  const [looking, setLooking] = useState<CheckItem | null>(null);
  const [done, setDone] = useState('');
  const columns = [
    t('prevention:checks.what'),
    t('prevention:checks.last'),
    t('prevention:checks.next'),
    { hidden: t('prevention:checks.actions') },
  ];
  return (
    <Section title={t('prevention:checks.title')} explain={t('prevention:checks.explain')}>
      <p role="status" className={styles.done}>
        {done}
      </p>
      <DataTable label={t('prevention:checks.label')} columns={columns}>
        {checks.map((check) => (
          <Row key={check.item} check={check} onLook={() => setLooking(check.item)} />
        ))}
      </DataTable>
      {looking && (
        <LookDialog
          item={looking}
          onClose={() => setLooking(null)}
          onSaved={() => {
            setLooking(null);
            setDone(t('prevention:checks.saved'));
          }}
        />
      )}
    </Section>
  );
}

function Row({ check: { item, last, isDue }, onLook }: { check: Check; onLook: () => void }) {
  const t = useTexts();
  const format = useFormat();
  const what = t(`prevention:checks.item.${item}`);
  return (
    <tr>
      <th scope="row">
        {what}
        <span className={styles.help}>{t(`prevention:checks.help.${item}`)}</span>
      </th>
      <td>
        {last === null
          ? t('prevention:checks.never')
          : t('prevention:checks.looked', { date: format.shortDate(last.on), name: last.byName })}
        {last?.note && <span className={styles.help}>{last.note}</span>}
      </td>
      <td>
        {last?.nextOn && format.shortDate(last.nextOn)} {isDue && <Tag tone="due">{t('prevention:checks.due')}</Tag>}
      </td>
      <td className={styles.end}>
        <Button size="xs" variant="default" aria-label={t('prevention:checks.lookOf', { what })} onClick={onLook}>
          {t('prevention:checks.look')}
        </Button>
      </td>
    </tr>
  );
}
