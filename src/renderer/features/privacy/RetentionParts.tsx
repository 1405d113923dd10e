import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Erasing } from './Erasing.tsx';
import { Retention } from './Retention.tsx';

/** The terms, and what is over them. */
export function RetentionParts() {
  const t = useTexts();
  const { queries } = useApi();
  const overview = useQuery(queries.privacy.retention.queryOptions());
  if (overview.isPending) return <p>{t('common:loading')}</p>;
  if (overview.isError) return <FieldError>{t('review:failed')}</FieldError>;
  const { terms, automatic, runs } = overview.data;
  return (
    <>
      <Retention terms={terms} />
      <Erasing automatic={automatic} runs={runs} />
    </>
  );
}
