import type { Proposal } from '../../../shared/contract/measures.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';

/** A proposal and its reasons in words. */
export function useProposalWords() {
  const t = useTexts();
  const format = useFormat();
  return {
    short: ({ step, months }: Proposal): string =>
      months === null
        ? t(`measures:step.${step}`)
        : `${t(`measures:step.${step}`)}, ${t('measures:form.months', { count: months })}`,
    title: ({ step, months }: Proposal): string =>
      months === null
        ? t('measures:decide.proposal', { step: t(`measures:step.${step}`).toLocaleLowerCase() })
        : t('measures:decide.proposalBan', { count: months }),
    /** One sentence of all the reasons. */
    because: ({ because }: Proposal): string => {
      const reasons = because.map(({ code, at, count }) =>
        t(`measures:decide.because.${code}`, { date: at === null ? '' : format.date(at), count: count ?? 0 }),
      );
      const text = reasons.join(', ');
      return text === '' ? '' : `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
    },
  };
}
