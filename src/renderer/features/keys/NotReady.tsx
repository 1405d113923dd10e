import { useTexts } from '../../app/texts.ts';

interface Props {
  names: string[];
  recoveryKey: boolean;
}

/** Who must do something first, and what. */
export function NotReady({ names, recoveryKey }: Props) {
  const t = useTexts();
  return (
    <>
      {names.length > 0 && <p>{t('keys:notReady', { names: names.join(', ') })}</p>}
      {recoveryKey && <p>{t('keys:notReadyRecovery')}</p>}
    </>
  );
}
