import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Improvement } from '../../../shared/contract/prevention.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Section } from '../../components/Page.tsx';
import { Tag } from '../../components/Tag.tsx';
import { type Editing, useEditing } from '../../components/useEditing.ts';
import { Effect } from './Effect.tsx';
import { ImprovementDialog } from './ImprovementDialog.tsx';
import styles from './prevention.module.css';

/** What was agreed to do differently: by whom, by when, and what came of it. */
export function Improvements({ improvements }: { improvements: readonly Improvement[] }) {
  const t = useTexts();
  const { open, setOpen, done, close, finish } = useEditing<Improvement>();
  return (
    <Section
      title={t('prevention:improvements.title')}
      explain={t('prevention:improvements.explain')}
      action={
        <Button
          variant="default"
          leftSection={<IconPlus size="1em" aria-hidden="true" />}
          onClick={() => setOpen({ dialog: 'edit', item: null })}
        >
          {t('prevention:improvements.add')}
        </Button>
      }
    >
      <p role="status" className={styles.done}>
        {done}
      </p>
      {improvements.length === 0 ? (
        <p>
          <b>{t('prevention:improvements.none')}</b> {t('prevention:improvements.noneHint')}
        </p>
      ) : (
        <ul className={styles.list} aria-label={t('prevention:improvements.title')}>
          {improvements.map((improvement) => (
            <Item key={improvement.id} improvement={improvement} onOpen={setOpen} />
          ))}
        </ul>
      )}
      {open?.dialog === 'edit' && (
        <ImprovementDialog
          improvement={open.item}
          onClose={close}
          onSaved={() => finish(t('prevention:improvements.saved'))}
        />
      )}
      {open?.dialog === 'remove' && (
        <Remove
          improvement={open.item}
          onClose={close}
          onRemoved={() => finish(t('prevention:improvements.removed'))}
        />
      )}
    </Section>
  );
}

function Item({ improvement, onOpen }: { improvement: Improvement; onOpen: (open: Editing<Improvement>) => void }) {
  const t = useTexts();
  const format = useFormat();
  const { what, why, cause, who, dueOn, doneOn, isLate, effect } = improvement;
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <b>{what}</b>
        <span className={styles.marks}>
          {doneOn !== null && (
            <Tag tone="calm">{t('prevention:improvements.done', { date: format.shortDate(doneOn) })}</Tag>
          )}
          {doneOn === null && (
            <Tag tone={isLate ? 'due' : 'plain'}>
              {t(isLate ? 'prevention:improvements.late' : 'prevention:improvements.open')}
            </Tag>
          )}
          <Button
            size="xs"
            variant="default"
            aria-label={t('prevention:improvements.changeOf', { what })}
            onClick={() => onOpen({ dialog: 'edit', item: improvement })}
          >
            {t('prevention:improvements.change')}
          </Button>
          <Button size="xs" variant="default" onClick={() => onOpen({ dialog: 'remove', item: improvement })}>
            {t('prevention:improvements.remove')}
          </Button>
        </span>
      </div>
      {why && <p>{why}</p>}
      <small className={styles.facts}>
        {cause === null ? t('prevention:improvements.allCauses') : t(`incidents:cause.${cause}`)} ·{' '}
        {dueOn === null
          ? t('prevention:improvements.byNoDate', { who })
          : t('prevention:improvements.by', { who, date: format.shortDate(dueOn) })}
      </small>
      {effect && <Effect effect={effect} cause={cause} />}
    </li>
  );
}

interface RemoveProps {
  improvement: Improvement;
  onClose: () => void;
  onRemoved: () => void;
}

function Remove({ improvement: { id, what }, onClose, onRemoved }: RemoveProps) {
  const t = useTexts();
  const { queries } = useApi();
  const remove = useMutation(queries.prevention.remove.mutationOptions({ onSuccess: onRemoved }));
  return (
    <ConfirmDialog
      title={t('prevention:improvements.removeTitle')}
      confirmLabel={t('prevention:improvements.remove')}
      busy={remove.isPending}
      problem={remove.isError ? t('prevention:failed') : null}
      onCancel={onClose}
      onConfirm={() => remove.mutate({ improvementId: id })}
    >
      {t('prevention:improvements.removeText', { what })}
    </ConfirmDialog>
  );
}
