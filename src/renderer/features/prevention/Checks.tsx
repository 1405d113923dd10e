import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Check } from '../../../shared/contract/prevention.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Section } from '../../components/Page.tsx';
import { Tag } from '../../components/Tag.tsx';
import { EditChecks } from './EditChecks.tsx';
import { LookDialog } from './LookDialog.tsx';
import styles from './prevention.module.css';
import { usePointWords } from './usePointWords.ts';

/** The check-list: what it is about, when somebody last looked, and when to look again; or how it is put together. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  const t = useTexts();
  const [looking, setLooking] = useState<Check | null>(null);
  const [editing, setEditing] = useState(false);
  const [done, setDone] = useState('');
  const columns = [
    t('prevention:checks.what'),
    t('prevention:checks.last'),
    t('prevention:checks.next'),
    { hidden: t('prevention:checks.actions') },
  ];
  return (
    <Section
      title={t('prevention:checks.title')}
      explain={t('prevention:checks.explain')}
      action={
        <Button
          variant="default"
          aria-pressed={editing}
          onClick={() => {
            setDone('');
            setEditing(!editing);
          }}
        >
          {t(editing ? 'prevention:points.done' : 'prevention:points.edit')}
        </Button>
      }
    >
      <p role="status" className={styles.done}>
        {done}
      </p>
      {editing ? (
        <EditChecks checks={checks} onDone={setDone} />
      ) : (
        <DataTable label={t('prevention:checks.label')} columns={columns}>
          {checks
            .filter(({ hidden }) => !hidden)
            .map((check) => (
              <Row key={check.id} check={check} onLook={() => setLooking(check)} />
            ))}
        </DataTable>
      )}
      {looking && (
        <LookDialog
          check={looking}
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

function Row({ check, onLook }: { check: Check; onLook: () => void }) {
  const t = useTexts();
  const format = useFormat();
  const { what, help } = usePointWords()(check);
  const { last, isDue } = check;
  return (
    <tr>
      <th scope="row">
        {what}
        {help !== '' && <span className={styles.help}>{help}</span>}
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
