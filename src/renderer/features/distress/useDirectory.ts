import { useQuery } from '@tanstack/react-query';
import type { DirectoryEntry } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { useLanguage } from '../../app/texts.ts';
import { builtInNumbers } from './texts.ts';

export type ListedNumber = Pick<DirectoryEntry, 'name' | 'number' | 'reach' | 'checkedOn' | 'verified'> & {
  kind: string;
  /** Not said of the numbers that are known before the app is unlocked. */
  check?: DirectoryEntry['check'];
};

/** The practice's own numbers; before they are there or while the app is locked, those everybody has. */
export function useDirectory(locked: boolean): ListedNumber[] {
  const { queries } = useApi();
  const builtIn = builtInNumbers[useLanguage()];
  const { data } = useQuery(queries.distress.directory.queryOptions({ enabled: !locked }));
  return (locked ? undefined : data) ?? builtIn;
}
