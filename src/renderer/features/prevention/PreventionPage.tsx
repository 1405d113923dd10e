import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Page } from '../../components/Page.tsx';
import { Checks } from './Checks.tsx';
import { Improvements } from './Improvements.tsx';

/** What the practice changes because of its trends, whether it helped, and what to look at now and then. */
export default function PreventionPage() {
  const t = useTexts();
  const { queries } = useApi();
  const overview = useQuery(queries.prevention.overview.queryOptions({ refetchOnMount: 'always' }));
  return (
    <Page title={t('prevention:title')} intro={t('prevention:intro')}>
      {overview.isError && <FieldError>{t('review:failed')}</FieldError>}
      {overview.data && (
        <>
          <Improvements improvements={overview.data.improvements} />
          <Checks checks={overview.data.checks} />
        </>
      )}
    </Page>
  );
}
