import { Menu } from '@mantine/core';
import { IconCheck, IconDots } from '@tabler/icons-react';
import type { Language, Theme } from '../../../shared/contract/base.ts';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';

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
  const check = (isOn: boolean) => (isOn ? <IconCheck size="1em" aria-hidden="true" /> : <span />);
  return (
    <Menu position="bottom-end" width="12.5rem">
      <Menu.Target>
        <IconButton label={t('desk:more')} icon={<IconDots />} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item rightSection={<Kbd>F1</Kbd>} onClick={() => openSheet({ kind: 'keys' })}>
          {t('desk:menu.keys')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('desk:menu.language')}</Menu.Label>
        {languages.map(({ language, name }) => (
          <Menu.Item
            key={language}
            lang={language}
            role="menuitemradio"
            aria-checked={user.language === language}
            rightSection={check(user.language === language)}
            onClick={() => void client.session.setPreferences({ language })}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('desk:menu.theme')}</Menu.Label>
        {themes.map((theme) => (
          <Menu.Item
            key={theme}
            role="menuitemradio"
            aria-checked={user.theme === theme}
            rightSection={check(user.theme === theme)}
            onClick={() => void client.session.setPreferences({ theme })}
          >
            {t(`desk:menu.${theme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
