import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { SaveFooter } from '../../components/SaveFooter.tsx';
import { KeptLine } from './KeptLine.tsx';
import { useLeaving } from './useLeaving.ts';
import type { Unfinished } from './useUnfinished.ts';

interface Props {
  typing: Pick<Unfinished<never>, 'saveState' | 'drop'>;
  problem: string | null | undefined;
  /** What saving does besides; said while nothing is wrong. */
  hint?: ReactNode;
  onSave: () => void;
  onClose: () => void;
  /** Another way out. */
  children?: ReactNode;
}

/** Under a sheet of the desk window whose typing is kept until it is saved: saves it, or throws away what was typed. */
export function KeptSaveFooter({ typing, problem, hint, onSave, onClose, children }: Props) {
  const t = useTexts();
  const cancel = useLeaving(typing, onClose);

  // What is typed next is for the field that is wrong.
  useEffect(() => {
    if (problem) document.querySelector<HTMLElement>('[data-sheet] [aria-invalid="true"]')?.focus();
  }, [problem]);

  return (
    <SaveFooter
      message={
        problem ? (
          <FieldError>{problem}</FieldError>
        ) : (
          <>
            {hint}
            <KeptLine saveState={typing.saveState} />
          </>
        )
      }
      onSave={onSave}
    >
      {children}
      <Button variant="default" onClick={cancel}>
        {t('common:cancel')}
      </Button>
    </SaveFooter>
  );
}
