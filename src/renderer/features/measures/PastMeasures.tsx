import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { useMeasuresOf } from './CallerMeasures.tsx';

/** What has ended or is still to come: history, without the colours of something that runs. */
export function PastMeasures({ callerId }: { callerId: number }) {
  const t = useTexts();
  const format = useFormat();
  const others = useMeasuresOf(callerId).data?.others ?? [];
  if (others.length === 0) return null;
  return (
    <section>
      <SectionTitle>{t('measures:desk.past')}</SectionTitle>
      <ul>
        {others.map(({ id, step, state, decidedAt, from, lastDay }) => (
          <li key={id}>
            {t(`measures:step.${step}`)}
            {' · '}
            {from !== null && lastDay !== null
              ? t('measures:desk.period', { from: format.shortDate(from), lastDay: format.shortDate(lastDay) })
              : format.date(decidedAt)}
            <small> · {t(`measures:state.${state}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
