import { Button } from '@mantine/core';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';

/** Says that a form holds what was typed before, and offers to begin anew. */
export function ResumedNotice({ onBeginAgain }: { onBeginAgain: () => void }) {
  const t = useTexts();
  return (
    <Notice
      tone="plain"
      title={t('unfinished:from')}
      actions={
        <Button size="xs" variant="default" onClick={onBeginAgain}>
          {t('unfinished:drop')}
        </Button>
      }
    />
  );
}
