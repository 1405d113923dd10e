import { Button } from '@mantine/core';
import { IconArrowsJoin2, IconCalendarPlus, IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './CallerArrangements.module.css';

/** At the end of the card: what can be arranged with this caller. */
export function CallerArrangements({ callerId }: { callerId: number }) {
  const t = useTexts();
  const { queries } = useApi();
  const { data } = useQuery(queries.agreements.ofCaller.queryOptions({ input: { callerId } }));
  const isOffered = data !== undefined && data.agreement === null && data.frequency === null;
  return (
    <div className={styles.row}>
      {isOffered && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconCalendarPlus size="1.1em" aria-hidden="true" />}
          onClick={() => openSheet({ kind: 'agreement', callerId })}
        >
          {t('agreements:make')}
        </Button>
      )}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconKey size="1.1em" aria-hidden="true" />}
        onClick={() => openSheet({ kind: 'exception', callerId })}
      >
        {t('exceptions:grant')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconArrowsJoin2 size="1.1em" aria-hidden="true" />}
        onClick={() => openSheet({ kind: 'merge', callerId })}
      >
        {t('callers:merge.open')}
      </Button>
    </div>
  );
}
