import type { ComponentProps } from 'react';
import { FormButtons } from '../../components/FormButtons.tsx';
import { KeptLine } from './KeptLine.tsx';
import { useLeaving } from './useLeaving.ts';
import type { Unfinished } from './useUnfinished.ts';

interface Props extends Omit<ComponentProps<typeof FormButtons>, 'onCancel'> {
  typing: Pick<Unfinished<never>, 'saveState' | 'drop'>;
  onClose: () => void;
}

/** Under a form whose typing is kept until it is sent: sends it, or throws away what was typed. */
export function KeptFormButtons({ typing, onClose, children, ...buttons }: Props) {
  return (
    <FormButtons {...buttons} onCancel={useLeaving(typing, onClose)}>
      {children}
      <KeptLine saveState={typing.saveState} />
    </FormButtons>
  );
}
