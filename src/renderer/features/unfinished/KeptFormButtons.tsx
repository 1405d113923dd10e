import type { ComponentProps } from 'react';
import type { SaveState } from '../../app/saver.ts';
import { FormButtons } from '../../components/FormButtons.tsx';
import { KeptLine } from './KeptLine.tsx';

interface Props extends Omit<ComponentProps<typeof FormButtons>, 'children'> {
  saveState: SaveState;
}

/** Under a form whose typing is kept until it is sent. */
export function KeptFormButtons({ saveState, ...buttons }: Props) {
  return (
    <FormButtons {...buttons}>
      <KeptLine saveState={saveState} />
    </FormButtons>
  );
}
