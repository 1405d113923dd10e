import { IconHeart } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { OptionRow } from '../../components/OptionRow.tsx';
import type { OptionGroup } from '../../components/Options.tsx';
import { Tag } from '../../components/Tag.tsx';

/** The worker's own calls of concern of today, to complete and to correct until the day is over. */
export function useConcernOptions(): OptionGroup['options'] {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { queries } = useApi();
  const { data = [] } = useQuery(queries.distress.ownToday.queryOptions());
  return data.map(({ id, at, kind, callerName, completedAt }) => ({
    id: `concern-${id}`,
    content: (
      <OptionRow
        mark={<IconHeart size="1.1em" />}
        end={
          completedAt === null ? (
            <Tag tone="due">{t('distress:today.toComplete')}</Tag>
          ) : (
            <small>{format.ago(at, now)}</small>
          )
        }
        detail={t(`distress:kind.${kind}`)}
      >
        {callerName ?? t('desk:unknownCaller')}
      </OptionRow>
    ),
    onChoose: () => openSheet({ kind: 'concernCompletion', concernId: id }),
  }));
}
