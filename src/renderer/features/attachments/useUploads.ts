import { ORPCError } from '@orpc/client';
import { useCallback, useState } from 'react';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { uploadFile } from './uploadFile.ts';

interface Upload {
  name: string;
  share: number;
}

/** Adds files one after the other, and says of each that could not be added why. */
export function useUploads(incidentId: number, limits: { file: number; incident: number }) {
  const t = useTexts();
  const { client } = useApi();
  const [current, setCurrent] = useState<Upload | null>(null);
  const [problems, setProblems] = useState<string[]>([]);
  const { file: fileLimit, incident: incidentLimit } = limits;

  const add = useCallback(
    async (files: readonly File[]) => {
      const problemOf = (name: string, error: unknown): string => {
        const code = error instanceof ORPCError ? error.code : null;
        if (code === 'TOO_LARGE') return t('attachments:tooLarge', { name, file: fileLimit });
        if (code === 'INCIDENT_FULL') return t('attachments:incidentFull', { name, incident: incidentLimit });
        if (code === 'WRONG_TYPE') return t('attachments:wrongType', { name });
        return t('attachments:addFailed', { name });
      };
      setProblems([]);
      for (const file of files) {
        setCurrent({ name: file.name, share: 0 });
        try {
          if (file.size === 0) {
            setProblems((before) => [...before, t('attachments:empty', { name: file.name })]);
            continue;
          }
          await uploadFile(client, incidentId, file, (share) => setCurrent({ name: file.name, share }));
          announce(t('attachments:added'));
        } catch (error) {
          setProblems((before) => [...before, problemOf(file.name, error)]);
        }
      }
      setCurrent(null);
    },
    [client, incidentId, fileLimit, incidentLimit, t],
  );

  return { current, problems, add };
}
