import type { CallerFlag, CallerResult } from '../../../shared/contract/callers.ts';
import { dotted, useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { OptionRow } from '../../components/OptionRow.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Born } from './Born.tsx';

interface Props {
  caller: CallerResult;
  /** The digit that chooses it together with Alt. */
  digit: number;
  now: number;
}

export function CallerRow({ caller, digit, now }: Props) {
  const t = useTexts();
  const format = useFormat();
  const last = caller.lastContactAt === null ? t('callers:neverSpoken') : format.ago(caller.lastContactAt, now);
  return (
    <OptionRow mark={digit} end={<FlagTag flags={caller.flags} />} detail={dotted([caller.number, last])}>
      <b>{caller.displayName}</b>
      <Born on={caller.birthDate} />
    </OptionRow>
  );
}

/** What needs the most caution of what stands out; the card tells the rest. */
function FlagTag({ flags }: { flags: readonly CallerFlag[] }) {
  const t = useTexts();
  const kinds = flags.map(({ kind }) => kind);
  if (kinds.includes('contactBan')) return <Tag tone="stop">{t('measures:tag.contactBan')}</Tag>;
  if (kinds.includes('colleagueTakes')) return <Tag tone="stop">{t('callers:colleagueTakesTag')}</Tag>;
  const agreement = flags.find((flag) => flag.kind === 'agreement');
  if (agreement)
    return <Tag tone="due">{t('agreements:tag', { used: agreement.used, perWeek: agreement.perWeek })}</Tag>;
  return kinds.includes('warning') ? <Tag tone="due">{t('measures:tag.warning')}</Tag> : null;
}
