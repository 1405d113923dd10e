import type { TrendEvent } from '../../../shared/contract/trends.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { useUnfinished } from '../unfinished/useUnfinished.ts';
import { EventForm } from './EventForm.tsx';
import { type TypedEvent, typedEvent } from './typedEvent.ts';

interface Props {
  /** Null for a new one. */
  event: TrendEvent | null;
  onClose: () => void;
  onSaved: () => void;
}

/** Adds an event to the time line, or changes one; what is typed is there again after it was closed. */
export function EventDialog({ event, onClose, onSaved }: Props) {
  const t = useTexts();
  const format = useFormat();
  const unfinished = useUnfinished(event ? `trendEvent ${event.id}` : 'newTrendEvent', typedEvent);
  const today = format.dayOf(Date.now());
  const start: TypedEvent = event ?? { kind: 'mailing', from: today, lastDay: today, what: '' };
  return (
    <Dialog title={t(event ? 'trends:events.changeTitle' : 'trends:events.addTitle')} onClose={onClose}>
      {unfinished.kept !== undefined && (
        <EventForm
          eventId={event?.id ?? null}
          start={unfinished.kept ?? start}
          unfinished={unfinished}
          onClose={onClose}
          onSaved={onSaved}
        />
      )}
    </Dialog>
  );
}
