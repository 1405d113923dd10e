import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { Language, Theme } from '../../../shared/contract/base.ts';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { Menu, MenuDivider, MenuItem, MenuLabel, MenuRadioItem } from '../../components/Menu.tsx';

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
      <MenuItem onClick={() => openSheet({ kind: 'ownIncidents' })}>{t('incidents:own.open')}</MenuItem>
      <MenuItem onClick={() => openSheet({ kind: 'ownWork' })}>{t('ownWork:menu')}</MenuItem>
      <MenuItem onClick={() => openSheet({ kind: 'questionnaire' })}>{t('questionnaires:own.menu')}</MenuItem>
      <MenuItem onClick={() => openSheet({ kind: 'houseRules', document: null })}>{t('houseRules:menu')}</MenuItem>
      <MenuDivider />
      <MenuLabel>{t('desk:menu.language')}</MenuLabel>
      {languages.map(({ language, name }) => (
        <MenuRadioItem
          key={language}
          value={language}
          lang={language}
          checked={user.language === language}
          onChange={() => void client.session.setPreferences({ language })}
        >
          {name}
        </MenuRadioItem>
      ))}
      <MenuDivider />
      <MenuLabel>{t('desk:menu.theme')}</MenuLabel>
      {themes.map((theme) => (
        <MenuRadioItem
          key={theme}
          value={theme}
          checked={user.theme === theme}
          onChange={() => void client.session.setPreferences({ theme })}
        >
          {t(`desk:menu.${theme}`)}
        </MenuRadioItem>
      ))}
    </Menu>
  );
}
