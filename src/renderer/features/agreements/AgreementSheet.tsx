import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { AgreementForm } from './AgreementForm.tsx';

interface Props {
  callerId: number;
  onClose: () => void;
}

/** Makes an agreement about calling, or changes the one that runs. */
export default function AgreementSheet({ callerId, onClose }: Props) {
  const { queries } = useApi();
  const { data: card } = useQuery(queries.callers.card.queryOptions({ input: { callerId } }));
  const { data: current } = useQuery(queries.agreements.ofCaller.queryOptions({ input: { callerId } }));
  const { data: suggestion } = useQuery(queries.agreements.suggest.queryOptions({ staleTime: 0, gcTime: 0 }));
  if (!card || !current || !suggestion) return null;
  return (
    <AgreementForm
      callerId={callerId}
      name={card.details.displayName}
      current={current.agreement}
      suggestion={suggestion}
      onClose={onClose}
    />
  );
}
