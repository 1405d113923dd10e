import type { CallerResult } from '../../../shared/contract/callers.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { OptionRow } from '../../components/OptionRow.tsx';
import { Tag } from '../../components/Tag.tsx';

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
  const taken = caller.flags.find(({ kind }) => kind === 'colleagueTakes');
  return (
    <OptionRow
      mark={digit}
      end={taken && <Tag tone="stop">{t('callers:colleagueTakesTag')}</Tag>}
      detail={[caller.number, last].filter(Boolean).join(' · ')}
    >
      <b>{caller.displayName}</b>
      {caller.birthDate && ` · ${format.birthDate(caller.birthDate)}`}
    </OptionRow>
  );
}
