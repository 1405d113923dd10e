import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Pill } from '../../components/Pill.tsx';

/** Counts from the first key of the note. */
export function CallTimer({ startedAt }: { startedAt: number | null }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow(1_000);
  return (
    <Pill>
      <span className="visually-hidden">{t('contacts:timer')}</span>
      <span className="figures">{format.duration(startedAt === null ? 0 : now - startedAt)}</span>
    </Pill>
  );
}
