import type { RenewalState } from '../../../shared/contract/trainings.ts';
import { useTexts } from '../../app/texts.ts';
import { Tag } from '../../components/Tag.tsx';

const tones = { valid: 'calm', soon: 'due', overdue: 'stop' } as const;

export function StateTag({ state }: { state: RenewalState }) {
  const t = useTexts();
  return <Tag tone={tones[state]}>{t(`trainings:state.${state}`)}</Tag>;
}
