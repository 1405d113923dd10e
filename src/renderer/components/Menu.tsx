import { Menu as MantineMenu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useShortcuts } from '../app/shortcuts.ts';

interface Props {
  opened: boolean;
  onChange: (opened: boolean) => void;
  position: 'top-start' | 'bottom-end';
  target: ReactElement;
  children: ReactNode;
}

/** A list that opens from a button; Esc closes it and nothing else. */
export function Menu({ opened, onChange, position, target, children }: Props) {
  useShortcuts('menu', opened ? { Escape: () => onChange(false) } : {});
  return (
    <MantineMenu
      opened={opened}
      onChange={onChange}
      position={position}
      closeOnEscape={false}
      returnFocus
      // In the place it belongs to, so that a screen reader finds it there.
      withinPortal={false}
      floatingStrategy="fixed"
      withInitialFocusPlaceholder={false}
      checkIcon={<IconCheck size="1em" aria-hidden="true" />}
    >
      <MantineMenu.Target>{target}</MantineMenu.Target>
      <MantineMenu.Dropdown>{children}</MantineMenu.Dropdown>
    </MantineMenu>
  );
}

export const MenuItem = MantineMenu.Item;
/** One of several of which one is chosen. */
export const MenuRadioItem = MantineMenu.RadioItem;
export const MenuLabel = MantineMenu.Label;
export const MenuDivider = MantineMenu.Divider;
