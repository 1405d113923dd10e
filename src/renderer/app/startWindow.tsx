import './styles.ts';
import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi, createQueryClient } from './api.ts';
import { connect } from './connection.ts';
import { loadTexts, type TextSource } from './loadTexts.ts';
import { Providers } from './Providers.tsx';
import { leaveSavers } from './saver.ts';
import { followSession } from './session.ts';

/** Starts a window: the line to the core first, then what it shows. */
export async function startWindow(Window: ComponentType, texts: TextSource): Promise<void> {
  const element = document.getElementById('root');
  if (!element) throw new Error('The page has no root element.');
  const [line, loadedTexts] = await Promise.all([connect(), loadTexts(texts)]);
  const api = createApi(line);
  const queryClient = createQueryClient();
  void followSession(api, queryClient, new AbortController().signal);
  window.addEventListener('pagehide', leaveSavers);
  createRoot(element).render(
    <Providers api={api} queryClient={queryClient} texts={loadedTexts}>
      <Window />
    </Providers>,
  );
}
