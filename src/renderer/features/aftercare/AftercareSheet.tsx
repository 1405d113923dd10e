import type { AftercareOfWorker } from '../../../shared/contract/aftercare.ts';
import { confirm } from '../../app/deskStore.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { isTyping, type Shortcuts, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useWeekdays } from '../agreements/moments.ts';
import { useIncidentWords } from '../incidents/useIncidentWords.ts';
import { StatusLine } from '../window/StatusLine.tsx';
import { AbsenceForm } from './AbsenceForm.tsx';
import { AbsenceList } from './AbsenceList.tsx';
import styles from './aftercare.module.css';
import { AgreedLines, OwnAftercare } from './OwnAftercare.tsx';
import { useAftercareWords } from './useAftercareWords.ts';
import { openOffer, useOwnAftercare, useOwnAftercareActions } from './useOwnAftercare.ts';

/** The worker's own aftercare: answered, asked for and ended here, each with one key. */
export default function AftercareSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { user } = useUnlocked();
  const { running, withdrawn, mayAskFor, absences, workingDays } = useOwnAftercare();
  const { accept, answer, ask, close, removeAbsence } = useOwnAftercareActions();
  // What asks for an answer stands first, and the keys are for that.
  const shown = running.toSorted((a, b) => Number(Boolean(openOffer(b))) - Number(Boolean(openOffer(a))));
  const [first] = shown;
  const offer = first && openOffer(first);

  const unlessTyping = (act: () => void) => (event: KeyboardEvent) =>
    isTyping(event.target) || event.repeat ? false : act();
  const asks = mayAskFor.map((incident, index): [string, (event: KeyboardEvent) => unknown] => [
    String(index + 1),
    unlessTyping(() => ask(incident)),
  ]);
  const shortcuts: Shortcuts = {
    ...Object.fromEntries(asks),
    ...(offer && {
      a: unlessTyping(() => (offer.acceptedAt === null ? accept(offer) : answer(offer, 'taken'))),
      s: unlessTyping(() => answer(offer, 'refused')),
    }),
    ...(first && { d: unlessTyping(() => close(first)) }),
  };
  useShortcuts('sheet', shortcuts);

  return (
    <Sheet title={t('aftercare:own.title')} closeLabel={t('desk:escBack')} onClose={onClose} footer={<StatusLine />}>
      <small>{t('aftercare:own.intro')}</small>
      {running.length === 0 && <p>{t('aftercare:own.none')}</p>}
      {shown.map((aftercare) => (
        <OwnAftercare key={aftercare.id} aftercare={aftercare} withKeys={aftercare === first} />
      ))}
      <ToAskFor />
      {withdrawn.length > 0 && <Withdrawn withdrawn={withdrawn} />}
      <section>
        <SectionTitle>{t('aftercare:own.away')}</SectionTitle>
        <p className={styles.explain}>
          <small>{t('aftercare:own.awayExplain')}</small>
        </p>
        {workingDays.length > 0 && <WorkingDays days={workingDays} />}
        <AbsenceList absences={absences} withName={false} onRemove={({ id }) => removeAbsence(id)} />
        <AbsenceForm worker={user} onSaved={() => confirm(t('aftercare:own.awaySaved'))} />
      </section>
    </Sheet>
  );
}

/** The days of the week that the clock takes for the worker's own. */
function WorkingDays({ days }: { days: readonly number[] }) {
  const t = useTexts();
  const names = useWeekdays('short');
  const shown = days.map((day) => names[day - 1]).join(', ');
  return (
    <p className={styles.explain}>
      <small>{t('aftercare:own.workingDays', { days: shown })}</small>
    </p>
  );
}

/** What was taken back in the last weeks: why, and what had been agreed. */
function Withdrawn({ withdrawn }: { withdrawn: readonly AftercareOfWorker[] }) {
  const t = useTexts();
  const now = useNow();
  const words = useAftercareWords();
  return (
    <section>
      <SectionTitle>{t('aftercare:own.withdrawnTitle')}</SectionTitle>
      {withdrawn.map(
        (aftercare) =>
          aftercare.closed?.withdrawn && (
            <div key={aftercare.id} className={styles.own}>
              <small>{words.reason(aftercare, now)}</small>
              <p>{t(`aftercare:own.withdrawn.${aftercare.closed.withdrawn}`)}</p>
              <AgreedLines offers={aftercare.offers} />
            </div>
          ),
      )}
    </section>
  );
}

/** The worker's own incidents of the last weeks that have none: a digit asks for it. */
function ToAskFor() {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const words = useIncidentWords();
  const { mayAskFor } = useOwnAftercare();
  const { ask } = useOwnAftercareActions();
  if (mayAskFor.length === 0) return null;
  return (
    <section>
      <SectionTitle>{t('aftercare:own.ask')}</SectionTitle>
      <p className={styles.explain}>
        <small>{t('aftercare:own.askExplain')}</small>
      </p>
      <div className={styles.ask}>
        {mayAskFor.map((incident, index) => (
          <button
            key={incident.id}
            type="button"
            className={styles.askFor}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => ask(incident)}
          >
            <span aria-hidden="true">
              <Kbd>{index + 1}</Kbd>
            </span>
            <span>
              {format.moment(incident.occurredAt, now)} · {words.behaviours(incident.behaviours)} ·{' '}
              {words.severity(incident.severity)}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
