import { IconLifebuoy } from '@tabler/icons-react';
import type { AftercareOfWorker } from '../../../shared/contract/aftercare.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { OptionRow } from '../../components/OptionRow.tsx';
import type { Option } from '../../components/Options.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useAftercareWords } from './useAftercareWords.ts';
import { openOffer, useOwnAftercare } from './useOwnAftercare.ts';

/** What is offered to this worker, and the talk that comes first. */
export function useAftercareOptions(): Option[] {
  const { running } = useOwnAftercare();
  const offered = running.filter((aftercare) => openOffer(aftercare));
  const [soonest] = running
    .filter((aftercare) => !openOffer(aftercare))
    .toSorted((a, b) => (a.next?.dueBy ?? 0) - (b.next?.dueBy ?? 0));
  return [...offered, ...(soonest ? [soonest] : [])].map((aftercare) => ({
    id: `aftercare-${aftercare.id}`,
    content: <AftercareRow aftercare={aftercare} />,
    onChoose: () => openSheet({ kind: 'aftercare' }),
  }));
}

function AftercareRow({ aftercare }: { aftercare: AftercareOfWorker }) {
  const t = useTexts();
  const now = useNow();
  const words = useAftercareWords();
  const { next } = aftercare;
  const offer = openOffer(aftercare);
  if (offer) {
    return (
      <OptionRow
        mark={<IconLifebuoy size="1.1em" />}
        end={offer.acceptedAt === null && <Tag tone="accent">{t('aftercare:own.reply')}</Tag>}
        detail={words.reason(aftercare, now)}
      >
        {t('aftercare:own.rowOffered', { name: offer.offeredByName, step: words.stepInLine(offer.step) })}
      </OptionRow>
    );
  }
  return (
    <OptionRow
      mark={<IconLifebuoy size="1.1em" />}
      end={next && <small>{words.comes(next, now)}</small>}
      detail={words.reason(aftercare, now)}
    >
      {next && t('aftercare:own.row', { step: words.stepInLine(next.step) })}
    </OptionRow>
  );
}
