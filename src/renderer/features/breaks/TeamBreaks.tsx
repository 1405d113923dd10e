import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';

/** Breaks and proposals of the whole team in weeks that are over; nothing of anybody. */
export function TeamBreaks() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const weeks = useQuery(queries.breaks.teamWeeks.queryOptions());
  const told = (count: number | null) =>
    count === null ? <small>{t('breaks:team.tooFew')}</small> : t('breaks:team.about', { count });
  return (
    <Section title={t('breaks:team.title')} explain={t('breaks:team.explain')}>
      {weeks.isError && <FieldError>{t('review:failed')}</FieldError>}
      {weeks.data?.length === 0 && <p>{t('breaks:team.none')}</p>}
      {weeks.data && weeks.data.length > 0 && (
        <DataTable
          label={t('breaks:team.title')}
          columns={[t('breaks:team.week'), t('breaks:team.breaks'), t('breaks:team.prompts')]}
        >
          {weeks.data.map(({ monday, breaks, prompts }) => (
            <tr key={monday}>
              <th scope="row">{format.shortDate(monday)}</th>
              <td>{told(breaks)}</td>
              <td>{told(prompts)}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </Section>
  );
}
