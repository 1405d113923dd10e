import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTexts } from '../../app/texts.ts';
import { useWindowActions } from '../window/useWindow.ts';

/** To the log of this caller in the review window: for managers. */
export function CallerLog({ callerId }: { callerId: number }) {
  const t = useTexts();
  const { openReview } = useWindowActions();
  return (
    <div>
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconEye size="1.1em" aria-hidden="true" />}
        onClick={() => void openReview(callerId)}
      >
        {t('callers:log')}
      </Button>
    </div>
  );
}
