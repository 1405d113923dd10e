import { ORPCError, safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import type { ExportFormat, ExportRequest } from '../../../shared/contract/exports.ts';
import { useApi } from '../../app/api.ts';
import { useUnlocked } from '../../app/session.ts';
import { saveFile } from '../setup/saveFile.ts';
import { forgetStoppedExport, noteStoppedExport } from './stoppedExport.ts';

export type ExportProblem = 'missingFrom' | 'missingLastDay' | 'endsBeforeItStarts' | 'busy' | 'cancelled' | 'failed';

const problems = { BUSY: 'busy', CANCELLED: 'cancelled' } as const;
const isKnown = (code: string): code is keyof typeof problems => code in problems;

/** Has a file made and hands it to the window's own way of saving. */
export function useExport(onMade: () => void) {
  const { client } = useApi();
  const { user } = useUnlocked();

  async function make(input: { request: ExportRequest; format: ExportFormat }): Promise<ExportProblem | null> {
    const { error, data } = await safe(client.exports.make(input));
    if (!error) {
      saveFile(data.name, data.content);
      onMade();
      return null;
    }
    const code: string = error instanceof ORPCError ? error.code : '';
    if (code === 'LOCKED') noteStoppedExport(user.id);
    return isKnown(code) ? problems[code] : 'failed';
  }

  const mutation = useMutation({ mutationFn: make, onMutate: forgetStoppedExport });
  return {
    run: mutation.mutate,
    /** Takes back what was said of the last one. */
    forget: mutation.reset,
    busy: mutation.isPending,
    problem: mutation.isError ? 'failed' : (mutation.data ?? null),
    done: mutation.isSuccess && mutation.data === null,
  };
}
