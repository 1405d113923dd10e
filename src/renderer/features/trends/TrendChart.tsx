import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useId } from 'react';
import type { BarShapeProps } from 'recharts';
import type { TrendReport } from '../../../shared/contract/trends.ts';
import { useFormat } from '../../app/format.ts';
import styles from './trends.module.css';
import { eventsOf, useTrendWords } from './useTrendWords.ts';

/** Room above the highest bar for its figure and for the letters of events. */
const HEADROOM = 1.35;
const LETTER_HEIGHT = 12;

/** Bars with their figures on them; what stands out is striped and marked, so that no colour has to be told apart. */
export default function TrendChart({ report: { unit, total, periods, events } }: { report: TrendReport }) {
  const format = useFormat();
  const words = useTrendWords();
  const stripes = useId();
  const data = periods.map((period) => ({
    from: period.from,
    perHundred: period.perHundred ?? 0,
    figure: period.withheld ? '?' : period.perHundred === null ? '' : format.number(period.perHundred),
    mark: { above: '▲', below: '▼', none: '' }[period.signal?.direction ?? 'none'],
    letters: eventsOf(events, period).map(({ index }) => words.letter(index)),
  }));
  const highest = Math.max(total.perHundred ?? 0, ...data.map(({ perHundred }) => perHundred), 0.1);

  const bar = ({ x, y, width, height, index, background }: BarShapeProps) => {
    const { figure, mark, letters } = data[index] ?? { figure: '', mark: '', letters: [] };
    const middle = x + width / 2;
    return (
      <g>
        <rect
          className={mark ? styles.remarkableBar : styles.bar}
          {...{ x, y, width, height }}
          rx={2}
          fill={mark ? `url(#${stripes})` : undefined}
        />
        <text className={styles.figure} x={middle} y={y - 4} textAnchor="middle">
          {figure}
        </text>
        {mark && (
          <text className={styles.mark} x={middle} y={y - 16} textAnchor="middle">
            {mark}
          </text>
        )}
        {letters.map((letter, nth) => (
          <text
            key={letter}
            className={styles.letter}
            x={middle}
            y={(background?.y ?? 0) + LETTER_HEIGHT * (nth + 1)}
            textAnchor="middle"
          >
            {letter}
          </text>
        ))}
      </g>
    );
  };

  return (
    <BarChart
      className={styles.chart}
      data={data}
      dataKey="from"
      series={[{ name: 'perHundred', color: 'var(--accent)' }]}
      withYAxis={false}
      withTooltip={false}
      gridAxis="none"
      tickLine="none"
      accessibilityLayer={false}
      barProps={{ shape: bar, activeBar: false }}
      xAxisProps={{ tickFormatter: (from) => words.tick(unit, String(from)), minTickGap: 10 }}
      yAxisProps={{ domain: [0, highest * HEADROOM] }}
      referenceLines={
        total.perHundred === null
          ? []
          : [
              {
                y: total.perHundred,
                strokeDasharray: '5 4',
                stroke: 'var(--field-line)',
                // Under the bars, so that it strikes no figure through.
                zIndex: 100,
              },
            ]
      }
    >
      <defs>
        <pattern id={stripes} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className={styles.stripeGround} />
          <rect width="3" height="6" className={styles.stripe} />
        </pattern>
      </defs>
    </BarChart>
  );
}
