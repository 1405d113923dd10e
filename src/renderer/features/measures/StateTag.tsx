import type { Measure } from '../../../shared/contract/measures.ts';
import { useTexts } from '../../app/texts.ts';
import { Tag } from '../../components/Tag.tsx';

/** Only a ban that runs is red. */
export function StateTag({ measure: { step, state } }: { measure: Measure }) {
  const t = useTexts();
  const running = state === 'running';
  const tone = running ? (step === 'contactBan' ? 'stop' : 'due') : 'plain';
  return <Tag tone={tone}>{t(`measures:state.${state}`)}</Tag>;
}
