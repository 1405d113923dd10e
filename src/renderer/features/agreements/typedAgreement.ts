import { z } from 'zod';
import { type Agreement, type AgreementTerms, agreementTerms } from '../../../shared/contract/agreements.ts';
import { useFormat } from '../../app/format.ts';

const typedMoment = z.object({
  key: z.number(),
  weekday: z.number().int().min(1).max(7),
  from: z.string(),
  until: z.string(),
});
export type TypedMoment = z.infer<typeof typedMoment>;

/** What stands in the form: times and dates as they are typed, also halfway. */
export const typedAgreement = agreementTerms.extend({
  moments: z.array(typedMoment),
  startsOn: z.string(),
  lastDay: z.string(),
  reviewOn: z.string(),
  reason: z.string(),
  agreedWith: z.string(),
});
export type TypedAgreement = z.infer<typeof typedAgreement>;

type Period = Pick<AgreementTerms, 'startsOn' | 'lastDay' | 'reviewOn'>;

/** What the form starts with: the agreement that runs, or a proposed period. */
export function useTypedStart(): (current: Agreement | null, period: Period) => TypedAgreement {
  const { birthDate } = useFormat();
  return (current, period) => {
    const terms = current?.terms;
    return {
      callsPerWeek: terms?.callsPerWeek ?? 2,
      moments: (terms?.moments ?? []).map((moment, key) => ({ ...moment, key })),
      startsOn: birthDate(terms?.startsOn ?? period.startsOn),
      lastDay: birthDate(terms?.lastDay ?? period.lastDay),
      reviewOn: birthDate(terms?.reviewOn ?? period.reviewOn),
      reason: terms?.reason ?? '',
      agreedWith: terms?.agreedWith ?? '',
    };
  };
}
