import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from './session.ts';

/** Follows the language and the colour scheme of whoever unlocked the app. */
export function Preferences() {
  const { i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const language = useSession(({ state }) =>
    state?.kind === 'unlocked' ? state.user.language : state?.kind === 'locked' ? state.language : null,
  );
  const theme = useSession(({ state }) => (state?.kind === 'unlocked' ? state.user.theme : 'system'));

  useEffect(() => {
    if (language) void i18n.changeLanguage(language);
  }, [i18n, language]);

  useEffect(() => {
    document.documentElement.lang = i18n.language;
  }, [i18n.language]);

  useEffect(() => {
    setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [setColorScheme, theme]);

  return null;
}
