import { useQuery } from '@tanstack/react-query';
import type { Restriction } from '../../../shared/contract/privacyRestrictions.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { RestrictedTag } from '../callers/Restricted.tsx';

/** The restrictions in force. */
export function useRestrictions(): Restriction[] {
  const { queries } = useApi();
  return useQuery(queries.privacy.restrictions.queryOptions()).data ?? [];
}

/** Whether what is kept of a caller is restricted now, for every list of the review window. */
function useIsRestricted(callerId: number | null): boolean {
  const restrictions = useRestrictions();
  return callerId !== null && restrictions.some((one) => one.callerId === callerId);
}

interface Props {
  callerId: number | null;
}

/** The mark beside the name of a caller whose data is restricted; nothing for any other. */
export function RestrictedCallerTag({ callerId }: Props) {
  return useIsRestricted(callerId) && <RestrictedTag />;
}

/** What may still be done with a caller whose data is restricted, before somebody does it. */
export function RestrictedCallerNotice({ callerId, before }: Props & { before: 'deciding' | 'rectifying' }) {
  const t = useTexts();
  const isRestricted = useIsRestricted(callerId);
  return (
    isRestricted && (
      <Notice tone="due" title={t('callers:restriction.title')} label={t('callers:restriction.title')}>
        <span>{t(`privacyRestrictions:${before}`)}</span>
      </Notice>
    )
  );
}
