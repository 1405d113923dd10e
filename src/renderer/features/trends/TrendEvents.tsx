import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { TrendEvent } from '../../../shared/contract/trends.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DataTable } from '../../components/DataTable.tsx';
import { Section } from '../../components/Page.tsx';
import { type Editing, useEditing } from '../../components/useEditing.ts';
import { EventDialog } from './EventDialog.tsx';
import styles from './trends.module.css';
import { useTrendWords } from './useTrendWords.ts';

/** What happened in the practice, with the letter that stands in the chart. */
export function TrendEvents({ events }: { events: readonly TrendEvent[] }) {
  const t = useTexts();
  const { open, setOpen, done, close, finish } = useEditing<TrendEvent>();
  return (
    <Section
      title={t('trends:events.title')}
      explain={t('trends:events.explain')}
      action={
        <Button variant="default" onClick={() => setOpen({ dialog: 'edit', item: null })}>
          {t('trends:events.add')}
        </Button>
      }
    >
      <p role="status" className={styles.done}>
        {done}
      </p>
      {events.length === 0 ? <p>{t('trends:events.none')}</p> : <EventTable events={events} onOpen={setOpen} />}
      {open?.dialog === 'edit' && (
        <EventDialog event={open.item} onClose={close} onSaved={() => finish(t('trends:events.saved'))} />
      )}
      {open?.dialog === 'remove' && (
        <RemoveEvent event={open.item} onClose={close} onRemoved={() => finish(t('trends:events.removed'))} />
      )}
    </Section>
  );
}

function EventTable({
  events,
  onOpen,
}: {
  events: readonly TrendEvent[];
  onOpen: (open: Editing<TrendEvent>) => void;
}) {
  const t = useTexts();
  const words = useTrendWords();
  const columns = [
    t('trends:events.title'),
    t('trends:events.day'),
    t('trends:events.by'),
    { hidden: t('trends:events.actions') },
  ];
  return (
    <DataTable label={t('trends:events.title')} columns={columns}>
      {events.map((event, index) => {
        const name = words.event(event);
        return (
          <tr key={event.id}>
            <th scope="row">{t('trends:events.labelled', { letter: words.letter(index), event: name })}</th>
            <td>{words.range(event.from, event.lastDay)}</td>
            <td>{event.addedByName}</td>
            <td className={styles.end}>
              <Button
                variant="default"
                size="xs"
                aria-label={t('trends:events.changeOf', { event: name })}
                onClick={() => onOpen({ dialog: 'edit', item: event })}
              >
                {t('trends:events.change')}
              </Button>{' '}
              <Button
                variant="default"
                size="xs"
                aria-label={t('trends:events.removeOf', { event: name })}
                onClick={() => onOpen({ dialog: 'remove', item: event })}
              >
                {t('trends:events.remove')}
              </Button>
            </td>
          </tr>
        );
      })}
    </DataTable>
  );
}

interface RemoveProps {
  event: TrendEvent;
  onClose: () => void;
  onRemoved: () => void;
}

function RemoveEvent({ event, onClose, onRemoved }: RemoveProps) {
  const t = useTexts();
  const words = useTrendWords();
  const { queries } = useApi();
  const remove = useMutation(queries.trends.removeEvent.mutationOptions({ onSuccess: onRemoved }));
  return (
    <ConfirmDialog
      title={t('trends:events.removeTitle')}
      confirmLabel={t('trends:events.remove')}
      busy={remove.isPending}
      problem={remove.isError ? t('review:failed') : null}
      onCancel={onClose}
      onConfirm={() => remove.mutate({ eventId: event.id })}
    >
      {t('trends:events.removeText', { event: words.event(event) })}
    </ConfirmDialog>
  );
}
