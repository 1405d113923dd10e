import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { goToDecide } from '../review/reviewWindow.ts';
import { ProposalNotice } from './ProposalNotice.tsx';

/** Beside an incident: what its caller's history calls for, and the way to decide on it. */
export function IncidentProposal({ callerId }: { callerId: number }) {
  const t = useTexts();
  const { queries } = useApi();
  const waiting = useQuery(queries.measures.toDecide.queryOptions()).data ?? [];
  const proposal = waiting.find((about) => about.callerId === callerId)?.proposal;
  const decide = (
    <Button variant="default" onClick={() => goToDecide(callerId)}>
      {t('measures:decide.fromIncident')}
    </Button>
  );
  return proposal ? <ProposalNotice proposal={proposal} actions={decide} /> : <div>{decide}</div>;
}
