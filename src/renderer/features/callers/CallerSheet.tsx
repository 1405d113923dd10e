import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Unfinished } from '../unfinished/Unfinished.tsx';
import { CallerForm } from './CallerForm.tsx';
import { asTyped, changedDetails } from './typedDetails.ts';

interface Props {
  callerId: number;
  onClose: () => void;
}

/** The details on a caller's card, such as what to ask before anything personal is said. */
export function CallerSheet({ callerId, onClose }: Props) {
  const format = useFormat();
  const { queries } = useApi();
  const { data: card } = useQuery(queries.callers.card.queryOptions({ input: { callerId } }));
  // A form that begins anew is another form.
  const [beginnings, setBeginnings] = useState(0);
  if (!card) return null;
  return (
    <Unfinished
      key={beginnings}
      form={`details caller ${callerId}`}
      schema={changedDetails}
      empty={{}}
      callerId={callerId}
    >
      {(typing) => (
        <CallerForm
          callerId={callerId}
          card={asTyped(card.details, format.birthDate)}
          typing={typing}
          onBeginAgain={() => setBeginnings(beginnings + 1)}
          onClose={onClose}
        />
      )}
    </Unfinished>
  );
}
