import { IconPhoneCall } from '@tabler/icons-react';
import { isTyping, useShortcuts } from '../../app/shortcuts.ts';
import { useLanguage } from '../../app/texts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { goToStage, goToStep } from './concernStore.ts';
import styles from './EmergencyKey.module.css';
import { scripts } from './texts.ts';

interface Props {
  /** From beside the script: opens it at 112. */
  onOpen?: (step: string) => void;
}

/** The emergency number, in sight and one key away on every screen of the sheet. */
export function EmergencyKey({ onOpen }: Props) {
  const { emergency } = scripts[useLanguage()];

  function open(): void {
    if (onOpen) onOpen(emergency.to);
    else {
      goToStage('crisis');
      goToStep(emergency.to);
    }
  }

  useShortcuts('sheet', { [emergency.key]: (event) => (isTyping(event.target) ? false : open()) });

  return (
    <button type="button" className={styles.emergency} onClick={open} aria-keyshortcuts={emergency.key}>
      <IconPhoneCall size="1.1em" aria-hidden="true" />
      {emergency.label}
      <span aria-hidden="true">
        <Kbd>{emergency.key}</Kbd>
      </span>
    </button>
  );
}
