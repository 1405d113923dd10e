import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { LiveRegion } from '../components/LiveRegion.tsx';
import { type Api, ApiContext } from './api.ts';
import { colorSchemeManager } from './colorScheme.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Preferences } from './Preferences.tsx';
import { cssVariables, theme } from './theme.ts';

interface Props {
  api: Api;
  queryClient: QueryClient;
  texts: i18n;
  children: ReactNode;
}

/** The nonce that the host put in this page, for the styles Mantine writes into it. */
const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

export function Providers({ api, queryClient, texts, children }: Props) {
  return (
    <I18nextProvider i18n={texts}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        colorSchemeManager={colorSchemeManager}
        getStyleNonce={styleNonce}
      >
        <ErrorBoundary>
          <ApiContext value={api}>
            <QueryClientProvider client={queryClient}>
              <Preferences />
              {children}
              <LiveRegion />
            </QueryClientProvider>
          </ApiContext>
        </ErrorBoundary>
      </MantineProvider>
    </I18nextProvider>
  );
}
