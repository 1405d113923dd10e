import { isDefinedError, safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import type { ExportFormat, ExportRequest } from '../../../shared/contract/exports.ts';
import { useApi } from '../../app/api.ts';
import { saveFile } from '../setup/saveFile.ts';

export type ExportProblem = 'missingFrom' | 'missingLastDay' | 'endsBeforeItStarts' | 'busy' | 'cancelled' | 'failed';

const problems = { BUSY: 'busy', CANCELLED: 'cancelled' } as const;
const isKnown = (code: string): code is keyof typeof problems => code in problems;

/** Has a file made and hands it to the window's own way of saving. */
export function useExport(onMade: () => void) {
  const { client } = useApi();

  async function make(input: { request: ExportRequest; format: ExportFormat }): Promise<ExportProblem | null> {
    const { error, data } = await safe(client.exports.make(input));
    if (!error) {
      saveFile(data.name, data.content);
      onMade();
      return null;
    }
    return isDefinedError(error) && isKnown(error.code) ? problems[error.code] : 'failed';
  }

  const mutation = useMutation({ mutationFn: make });
  return {
    run: mutation.mutate,
    /** Takes back what was said of the last one. */
    forget: mutation.reset,
    busy: mutation.isPending,
    problem: mutation.isError ? 'failed' : (mutation.data ?? null),
    done: mutation.isSuccess && mutation.data === null,
  };
}
