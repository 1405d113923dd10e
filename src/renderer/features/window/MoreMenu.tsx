import { IconCheck, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { Language, Theme } from '../../../shared/contract/base.ts';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { Menu, MenuDivider, MenuItem, MenuLabel } from '../../components/Menu.tsx';

const languages: { language: Language; name: string }[] = [
  { language: 'nl', name: 'Nederlands' },
  { language: 'en', name: 'English' },
];
const themes: Theme[] = ['system', 'light', 'dark'];

/** What is seldom needed: the card of keys, the language, light or dark. */
export function MoreMenu() {
  const t = useTexts();
  const { client } = useApi();
  const { user } = useUnlocked();
  const [opened, setOpened] = useState(false);
  const check = (isOn: boolean) => (isOn ? <IconCheck size="1em" aria-hidden="true" /> : <span />);
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      target={<IconButton label={t('desk:more')} icon={<IconDots />} />}
    >
      <MenuItem rightSection={<Kbd>F1</Kbd>} onClick={() => openSheet({ kind: 'keys' })}>
        {t('desk:menu.keys')}
      </MenuItem>
      <MenuDivider />
      <MenuLabel>{t('desk:menu.language')}</MenuLabel>
      {languages.map(({ language, name }) => (
        <MenuItem
          key={language}
          lang={language}
          role="menuitemradio"
          aria-checked={user.language === language}
          rightSection={check(user.language === language)}
          onClick={() => void client.session.setPreferences({ language })}
        >
          {name}
        </MenuItem>
      ))}
      <MenuDivider />
      <MenuLabel>{t('desk:menu.theme')}</MenuLabel>
      {themes.map((theme) => (
        <MenuItem
          key={theme}
          role="menuitemradio"
          aria-checked={user.theme === theme}
          rightSection={check(user.theme === theme)}
          onClick={() => void client.session.setPreferences({ theme })}
        >
          {t(`desk:menu.${theme}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
