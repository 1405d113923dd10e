import { IconNotes } from '@tabler/icons-react';
import type { Draft } from '../../../shared/contract/contacts.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { OptionRow } from '../../components/OptionRow.tsx';
import { useCallerName } from '../callers/callerName.ts';

interface Props {
  draft: Draft;
  /** One Enter in the empty search field opens the newest. */
  isNewest: boolean;
}

export function DraftRow({ draft, isNewest }: Props) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const knownName = useCallerName(draft.callerId);
  const name = knownName ?? (draft.newCaller?.displayName || draft.newCaller?.number || t('desk:unknownCaller'));
  const when = format.ago(draft.startedAt, now);
  const text = draft.text.trim() || t('contacts:emptyDraft');
  return (
    <OptionRow
      mark={<IconNotes size="1.1em" />}
      end={isNewest ? <Kbd>⏎</Kbd> : <small>{when}</small>}
      detail={isNewest ? `${when} · ${text}` : text}
    >
      <b>{name}</b> <small>{t(`contacts:channel.${draft.channel}`).toLocaleLowerCase()}</small>
    </OptionRow>
  );
}
