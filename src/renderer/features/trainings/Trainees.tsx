import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import type { Trainee, Training } from '../../../shared/contract/trainings.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { StateTag } from './StateTag.tsx';
import styles from './trainings.module.css';

interface Props {
  training: Training;
  onDone: (text: string) => void;
}

export function Trainees({ training: { name, trainees }, onDone }: Props) {
  const t = useTexts();
  const columns = [
    t('trainings:who'),
    t('trainings:doneOn'),
    t('trainings:certificate'),
    t('trainings:renewBy'),
    { hidden: t('trainings:actions') },
  ];
  return (
    <DataTable label={t('trainings:tableLabel', { name })} columns={columns}>
      {trainees.map((trainee) => (
        <TraineeRow key={trainee.userId} trainee={trainee} training={name} onDone={onDone} />
      ))}
    </DataTable>
  );
}

interface RowProps {
  trainee: Trainee;
  training: string;
  onDone: (text: string) => void;
}

function TraineeRow({ trainee: { name: who, latest }, training, onDone }: RowProps) {
  const t = useTexts();
  const format = useFormat();
  const { client } = useApi();

  async function remove(recordId: number): Promise<void> {
    const { error } = await safe(client.trainings.removeRecord({ recordId }));
    onDone(t(error ? 'trainings:failed' : 'trainings:saved'));
  }

  if (!latest) {
    return (
      <tr>
        <th scope="row">{who}</th>
        <td colSpan={4}>
          <small>{t('trainings:notYet')}</small>
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{who}</th>
      <td>{format.shortDate(latest.doneOn)}</td>
      <td>{latest.certificate}</td>
      <td>
        {latest.renewBy && format.shortDate(latest.renewBy)} <StateTag state={latest.state} />
      </td>
      <td className={styles.end}>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('trainings:removeOf', { who, name: training })}
          onClick={() => void remove(latest.id)}
        >
          {t('trainings:remove')}
        </Button>
      </td>
    </tr>
  );
}
