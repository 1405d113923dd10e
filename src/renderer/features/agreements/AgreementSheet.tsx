import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { Unfinished } from '../unfinished/Unfinished.tsx';
import { AgreementForm } from './AgreementForm.tsx';
import { typedAgreement, useTypedStart } from './typedAgreement.ts';

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
  const typedStart = useTypedStart();
  // A form that begins anew is another form.
  const [beginnings, setBeginnings] = useState(0);
  if (!card || !current || !suggestion) return null;
  return (
    <Unfinished
      key={beginnings}
      form={`agreement caller ${callerId}`}
      schema={typedAgreement}
      empty={typedStart(current.agreement, suggestion.period)}
      callerId={callerId}
    >
      {(typing) => (
        <AgreementForm
          callerId={callerId}
          name={card.details.displayName}
          current={current.agreement}
          quiet={suggestion.quiet}
          typing={typing}
          onBeginAgain={() => setBeginnings(beginnings + 1)}
          onClose={onClose}
        />
      )}
    </Unfinished>
  );
}
