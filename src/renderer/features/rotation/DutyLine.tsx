import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { dotted } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';

/** The worker's own duties of today in one small line; nothing on a day without any. */
export function DutyLine() {
  const t = useTexts();
  const { queries } = useApi();
  const own = useQuery(queries.rotation.own.queryOptions({ refetchOnMount: 'always' })).data;
  const today = own?.turns.filter(({ day }) => day === own.today) ?? [];
  if (today.length === 0) return null;
  const turns = today.map(
    ({ part, duty }) => `${t(`rotation:part.${part}`)} ${t(`rotation:duty.${duty}`).toLowerCase()}`,
  );
  return (
    <div>
      <small>{t('rotation:own.today', { turns: dotted(turns) })}</small>
    </div>
  );
}
