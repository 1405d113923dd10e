import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { AgreementLetters } from './MeasureLetters.tsx';

/** Opens the letters that put an agreement on paper. */
export function AgreementLetterButton({ agreementId, callerName }: { agreementId: number; callerName: string }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const [writing, setWriting] = useState(false);
  const title = t('letters:list.agreementOf', { name: callerName });
  return (
    <>
      <Button size="xs" variant="default" aria-label={title} onClick={() => setOpen(true)}>
        {t('letters:list.agreement')}
      </Button>
      {open && (
        <Dialog wide covered={writing} title={title} onClose={() => setOpen(false)}>
          <AgreementLetters agreementId={agreementId} onWriting={setWriting} />
        </Dialog>
      )}
    </>
  );
}
