import { useEffect, useMemo, useRef, useState } from 'react';
import type { Language } from '../../../shared/contract/base.ts';
import type { LetterAbout, LetterContent } from '../../../shared/contract/letters.ts';
import type { LetterKind } from '../../../shared/contract/letterTexts.ts';
import { useApi } from '../../app/api.ts';
import { createSaver, type SaveState } from '../../app/saver.ts';

/** A letter that is being written: where it belongs, and what stands in it when it is opened. */
export interface OpenLetter {
  about: LetterAbout;
  kind: LetterKind;
  language: Language;
  letterId: number | null;
  replacesId: number | null;
  content: LetterContent;
}

const isWhole = (content: LetterContent): boolean => Object.values(content).every((text) => text.trim() !== '');

/** What is typed is kept as it is typed; the first change makes the letter. */
export function useLetterDraft(opened: OpenLetter) {
  const { client } = useApi();
  const [content, setContent] = useState(opened.content);
  const [saveState, setSaveState] = useState<SaveState>('untouched');
  const letterId = useRef(opened.letterId);

  const saver = useMemo(() => {
    const { about, kind, language, replacesId } = opened;
    const send = async (newest: LetterContent) => {
      const letter = { about, kind, language, replacesId, content: newest };
      const saved = await client.letters.save({ ...letter, letterId: letterId.current });
      letterId.current = saved.letterId;
    };
    return createSaver(send, setSaveState);
  }, [client, opened]);

  useEffect(() => () => void saver.flush(), [saver]);

  return {
    content,
    saveState,
    whole: isWhole(content),
    change(part: Partial<LetterContent>) {
      const changed = { ...content, ...part };
      setContent(changed);
      setSaveState('saving');
      if (isWhole(changed)) saver.change(changed);
    },
    /** The id of the letter once everything typed is kept. */
    async keep(): Promise<number> {
      if (letterId.current === null) saver.change(content);
      await saver.flush();
      if (letterId.current === null) throw new Error('the letter was not saved');
      return letterId.current;
    },
    /** Stops saving; the id of what is kept, if anything is. */
    async stop(): Promise<number | null> {
      await saver.stop();
      return letterId.current;
    },
  };
}
