import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useDesk } from '../../app/deskStore.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import styles from './CallerHandOvers.module.css';
import { HandOverItem } from './HandOverItem.tsx';
import { REFRESH_MS, useHandOverActions } from './useHandOvers.ts';

const DONE_KEY = 'Alt+K';

/** What is still to be done for this caller, by whomever: whoever speaks to them can say so, and do it. */
export function CallerHandOvers({ callerId }: { callerId: number }) {
  const t = useTexts();
  const { queries } = useApi();
  const { markDone } = useHandOverActions();
  const isCovered = useDesk(({ sheets }) => sheets.length > 0);
  const { data: handOvers = [] } = useQuery(
    queries.handOvers.ofCaller.queryOptions({ input: { callerId }, refetchInterval: REFRESH_MS }),
  );
  const first = handOvers[0];
  useShortcuts(
    'view',
    first && !isCovered ? { 'Alt+k': ({ repeat }: KeyboardEvent) => repeat || markDone(first) } : {},
  );
  if (!first) return null;
  return (
    <section>
      <SectionTitle>{t('handOvers:onCard')}</SectionTitle>
      <ul className={styles.list}>
        {handOvers.map((handOver) => (
          <li key={handOver.id}>
            <HandOverItem
              handOver={handOver}
              shortcut={handOver === first ? DONE_KEY : undefined}
              onDone={() => markDone(handOver)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
