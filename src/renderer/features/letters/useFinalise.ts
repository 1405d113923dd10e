import { isDefinedError, safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import type { Letterhead } from '../../../shared/contract/letters.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';

/** The fields of the letterhead in words, to say which of them are missing. */
export function useMissingWords() {
  const t = useTexts();
  return (missing: readonly (keyof Letterhead)[]): string =>
    missing.map((field) => t(`letters:letterhead.${field}`)).join(', ');
}

/** Keeps what was typed and fixes the letter; answers with what stands in the way, or null. */
export function useFinalise(keep: () => Promise<number>, onDone: () => void) {
  const t = useTexts();
  const missingWords = useMissingWords();
  const { client } = useApi();

  async function finalise(): Promise<string | null> {
    const { error } = await safe(client.letters.finalise({ letterId: await keep() }));
    if (!error) return null;
    if (!isDefinedError(error)) return t('letters:compose.failed');
    if (error.code === 'EMPTY_FIELD') return t('letters:compose.emptyField', { field: `{${error.data.field}}` });
    if (error.code === 'INCOMPLETE_LETTERHEAD')
      return t('letters:compose.letterhead', { missing: missingWords(error.data.missing) });
    return t('letters:compose.failed');
  }

  const mutation = useMutation({ mutationFn: finalise, onSuccess: (problem) => problem === null && onDone() });
  return {
    run: mutation.mutate,
    busy: mutation.isPending,
    problem: mutation.isError ? t('letters:compose.failed') : (mutation.data ?? null),
  };
}
