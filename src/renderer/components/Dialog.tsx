import './dialogStyles.ts';
import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import styles from './Dialog.module.css';

interface Props {
  /** Shown above the content, or only read aloud when the content has a heading of its own. */
  title: string;
  titleHidden?: boolean;
  /** Nearly as wide as the window, for two columns. */
  wide?: boolean;
  /** Another dialog lies over this one: Esc and Tab belong to that. */
  covered?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Gives the focus back to what had it before; the dialog lies at the end of the page, where nobody goes on from. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      });
    },
    [before],
  );
}

/** Lies over the window until it is answered or closed; Esc closes it. */
export function Dialog({ title, titleHidden = false, wide = false, covered = false, onClose, children }: Props) {
  useFocusBack();
  return (
    // Nothing behind it scrolls, and the lock would write a style that the pages' rules refuse.
    <Modal.Root
      opened
      onClose={onClose}
      size={wide ? '64rem' : undefined}
      closeOnEscape={!covered}
      trapFocus={!covered}
      centered
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body className={styles.body}>
          <Modal.Title className={titleHidden ? 'visually-hidden' : styles.title}>{title}</Modal.Title>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
