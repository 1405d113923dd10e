import { Button } from '@mantine/core';
import { IconCalendarPlus, IconPencil } from '@tabler/icons-react';
import { openSheet } from '../../app/deskStore.ts';
import { isTyping, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Say } from '../../components/Say.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { useNote } from '../contacts/noteStore.ts';
import { type GuidePage, goToRecord, goToStage, guidePages, useConcern } from './concernStore.ts';
import styles from './LonelyGuide.module.css';
import { useLonelyGuide } from './ownSentences.ts';
import { PointTo } from './PointTo.tsx';

/** For somebody who calls often or has nobody else: what to say, whom to point to, when to worry, what to notice. */
export function LonelyGuide({ locked }: { locked: boolean }) {
  const t = useTexts();
  const page = useConcern((store) => store.guidePage);
  const turnTo = (guidePage: GuidePage) => useConcern.setState({ guidePage });
  useShortcuts(
    'sheet',
    Object.fromEntries(
      guidePages.map((name, index) => [
        String(index + 1),
        (event: KeyboardEvent) => (isTyping(event.target) ? false : turnTo(name)),
      ]),
    ),
  );
  return (
    <>
      <Chips title={t('distress:lonely.pages')} titleHidden>
        {guidePages.map((name, index) => (
          <Chip key={name} hint={String(index + 1)} selected={page === name} onToggle={() => turnTo(name)}>
            {t(`distress:lonely.tabs.${name}`)}
          </Chip>
        ))}
      </Chips>
      <section className={styles.page} aria-live="polite">
        <SectionTitle>{t(`distress:lonely.${page}`)}</SectionTitle>
        <Content page={page} locked={locked} />
      </section>
      {/* Who worries goes to the script from here; the rest can wait. */}
      {!locked && page !== 'worryMore' && <Next />}
    </>
  );
}

function Content({ page, locked }: { page: GuidePage; locked: boolean }) {
  const t = useTexts();
  const guide = useLonelyGuide(locked);
  if (page === 'say')
    return (
      <div className={styles.say}>
        {guide.say.map((sentence) => (
          <Say key={sentence}>{sentence}</Say>
        ))}
      </div>
    );
  if (page === 'pointTo') return <PointTo guide={guide} locked={locked} />;
  return (
    <>
      <ul className={styles.list}>
        {guide[page].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {page === 'worryMore' && (
        <>
          <b>{guide.whenInDoubt}</b>
          <div>
            <Button onClick={() => goToStage('crisis')} aria-keyshortcuts="c">
              {t('distress:lonely.toScript')}
              <KeyHint>C</KeyHint>
            </Button>
          </div>
        </>
      )}
    </>
  );
}

/** What can follow: an agreement about calling, and a line for the colleague who answers next. */
function Next() {
  const t = useTexts();
  const callerId = useNote((store) => store.note?.callerId ?? null);
  const agree = () => callerId !== null && openSheet({ kind: 'agreement', callerId });
  const record = () => goToRecord('lonely', null);
  const unlessTyping = (act: () => void) => (event: KeyboardEvent) => (isTyping(event.target) ? false : act());
  useShortcuts('sheet', {
    a: unlessTyping(agree),
    v: unlessTyping(record),
  });
  return (
    <div className={styles.next}>
      <Button
        size="xs"
        variant="default"
        disabled={callerId === null}
        title={callerId === null ? t('distress:lonely.agreementNeedsCaller') : undefined}
        leftSection={<IconCalendarPlus size="1.1em" aria-hidden="true" />}
        onClick={agree}
        aria-keyshortcuts="a"
      >
        {t('distress:lonely.agreement')}
        <KeyHint>A</KeyHint>
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPencil size="1.1em" aria-hidden="true" />}
        onClick={record}
        aria-keyshortcuts="v"
      >
        {t('distress:lonely.record')}
        <KeyHint>V</KeyHint>
      </Button>
      {callerId === null && <small>{t('distress:lonely.agreementNeedsCaller')}</small>}
    </div>
  );
}
