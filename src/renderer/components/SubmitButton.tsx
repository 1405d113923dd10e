import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props extends Pick<ButtonProps, 'variant' | 'loading'> {
  /** Whether there is something to send. */
  ready: boolean;
  children: ReactNode;
}

/** Sends a form. With nothing to send it is off but keeps the focus, so that the next key goes on from here. */
export function SubmitButton({ ready, children, ...button }: Props) {
  return (
    <Button
      {...button}
      type="submit"
      data-disabled={!ready || undefined}
      aria-disabled={!ready}
      onClick={(event) => {
        if (!ready) event.preventDefault();
      }}
    >
      {children}
    </Button>
  );
}
