import { useQuery } from '@tanstack/react-query';
import type {
  AftercareOfWorker,
  AftercareOutcome,
  MetIncident,
  Offer,
  OwnAftercare,
} from '../../../shared/contract/aftercare.ts';
import { useApi } from '../../app/api.ts';
import { confirm, tellFailure } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';

/** Time alone makes a talk due. */
const REFRESH_MS = 60_000;

const nothingYet: OwnAftercare = {
  running: [],
  withdrawn: [],
  mayAskFor: [],
  askedAfterCall: false,
  absences: [],
  workingDays: [],
};

export function useOwnAftercare() {
  const { queries } = useApi();
  const { data } = useQuery(queries.aftercare.own.queryOptions({ refetchInterval: REFRESH_MS }));
  return data ?? nothingYet;
}

export const openOffer = ({ offers }: AftercareOfWorker): Offer | undefined =>
  offers.find(({ outcome }) => outcome === null);

/** What a worker does with their own aftercare; each is said in one line, and can be taken back where it matters. */
export function useOwnAftercareActions() {
  const t = useTexts();
  const { client } = useApi();
  const failed = () => tellFailure(t('desk:actionFailed'));
  return {
    accept({ id: offerId }: Offer): void {
      const takeBack = () => void client.aftercare.accept({ offerId, accepted: false }).catch(failed);
      client.aftercare
        .accept({ offerId, accepted: true })
        .then(() => confirm(t('aftercare:own.answeredYes'), takeBack), failed);
    },
    answer({ id: offerId }: Offer, outcome: AftercareOutcome): void {
      const said = outcome === 'taken' ? t('aftercare:own.talked') : t('aftercare:own.answeredNo');
      const takeBack = () => void client.aftercare.answer({ offerId, outcome: null }).catch(failed);
      client.aftercare.answer({ offerId, outcome }).then(() => confirm(said, takeBack), failed);
    },
    close({ id: aftercareId }: AftercareOfWorker): void {
      const reopen = () => void client.aftercare.reopen({ aftercareId }).catch(failed);
      client.aftercare.close({ aftercareId }).then(() => confirm(t('aftercare:own.ended'), reopen), failed);
    },
    ask({ id: incidentId }: Pick<MetIncident, 'id'>): void {
      client.aftercare.ask({ incidentId }).then(() => confirm(t('aftercare:own.asked')), failed);
    },
    /** False when it did not work; the sheet that asks says so. */
    askAfterCall: (): Promise<boolean> =>
      client.aftercare.askAfterCall().then(
        () => true,
        () => false,
      ),
    removeAbsence(absenceId: number): void {
      client.aftercare.removeAbsence({ absenceId }).then(() => confirm(t('aftercare:own.awayRemoved')), failed);
    },
  };
}
