import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { type Ref, useState } from 'react';
import { useTexts } from '../../app/texts.ts';

type Props = Omit<PasswordInputProps, 'visible' | 'onVisibilityChange'> & { ref?: Ref<HTMLInputElement> };

/** A password that can be shown, so that it need not be typed twice. */
export function PasswordField(props: Props) {
  const t = useTexts();
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      spellCheck={false}
      autoCapitalize="none"
      {...props}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{
        'aria-label': t(visible ? 'session:hide' : 'session:show'),
        title: t(visible ? 'session:hide' : 'session:show'),
      }}
    />
  );
}
