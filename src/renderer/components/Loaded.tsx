import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../app/texts.ts';
import { FieldError } from './FieldError.tsx';

interface Props<Data> {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}

/** What was asked for, once it is there; until then that it is coming, or that it could not be had. */
export function Loaded<Data>({ query, children }: Props<Data>) {
  const t = useTexts();
  if (query.isPending) return <p>{t('common:loading')}</p>;
  return query.isError ? <FieldError>{t('review:failed')}</FieldError> : children(query.data);
}
