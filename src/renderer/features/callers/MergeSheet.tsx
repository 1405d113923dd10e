import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { ChooseCaller } from './ChooseCaller.tsx';
import { useCallerName } from './callerName.ts';
import { MergeForm } from './MergeForm.tsx';

interface Props {
  callerId: number;
  onClose: () => void;
}

/** Makes one card of two: first the other one is found, then what of both stays is chosen. */
export default function MergeSheet({ callerId, onClose }: Props) {
  const t = useTexts();
  const name = useCallerName(callerId) ?? '';
  const [otherId, setOtherId] = useState<number | null>(null);
  if (otherId !== null) {
    return <Compared callerId={callerId} otherId={otherId} name={name} onBack={() => setOtherId(null)} />;
  }
  return (
    <Sheet title={t('callers:merge.title')} aside={name} closeLabel={t('desk:escBack')} onClose={onClose}>
      <ChooseCaller except={callerId} onChoose={(caller) => setOtherId(caller.id)}>
        <p>{t('callers:merge.choose')}</p>
        <small>{t('callers:merge.chooseHelp', { name })}</small>
      </ChooseCaller>
    </Sheet>
  );
}

interface ComparedProps {
  callerId: number;
  otherId: number;
  name: string;
  onBack: () => void;
}

function Compared({ callerId, otherId, name, onBack }: ComparedProps) {
  const t = useTexts();
  const { queries } = useApi();
  const { data, error } = useQuery(
    queries.callers.compare.queryOptions({ input: { callerId, otherId }, staleTime: 0, gcTime: 0 }),
  );
  if (data) {
    return <MergeForm callerId={callerId} otherId={otherId} name={name} comparison={data} onBack={onBack} />;
  }
  if (!error) return null;
  const isInvented = 'code' in error && error.code === 'ONE_IS_INVENTED';
  return (
    <Sheet title={t('callers:merge.title')} aside={name} closeLabel={t('desk:escBack')} onClose={onBack}>
      <p role="alert">{t(isInvented ? 'callers:merge.oneIsInvented' : 'callers:merge.gone')}</p>
    </Sheet>
  );
}
