import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { ExportKind } from '../../../shared/contract/exports.ts';
import type { TrendQuestion } from '../../../shared/contract/trends.ts';
import { useTexts } from '../../app/texts.ts';

import type { LogShown } from './ExportDialog.tsx';

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }));

interface Props {
  /** What this page can hand out, the most likely first. */
  kinds: [ExportKind, ...ExportKind[]];
  /** What the page of trends shows now. */
  question?: TrendQuestion;
  /** What the page of the log shows now. */
  log?: LogShown;
}

/** Takes what a page shows out of the program, as a file. */
export function ExportButton({ kinds, question, log }: Props) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size="1.1em" aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('exports:open')}
      </Button>
      {open && (
        <Suspense>
          <ExportDialog
            kinds={kinds}
            question={question ?? null}
            log={log ?? { only: {} }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
