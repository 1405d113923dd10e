import { IconKeyboard, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { isTyping, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Pill } from '../../components/Pill.tsx';
import { Tag } from '../../components/Tag.tsx';
import { TopBar } from '../../components/TopBar.tsx';
import { StoppedExport } from '../exports/StoppedExport.tsx';
import { Navigation } from './Navigation.tsx';
import styles from './ReviewShell.module.css';
import {
  goToAskedPlace,
  goToPage,
  pagesWithKey,
  type ReviewPage,
  reviewPages,
  showKeys,
  useReviewWindow,
} from './reviewWindow.ts';
import { TakeOverRequests } from './TakeOverRequests.tsx';
import { TodayPage } from './TodayPage.tsx';

const KeyCard = lazy(async () => ({ default: (await import('./KeyCard.tsx')).KeyCard }));
const KeyNotice = lazy(async () => ({ default: (await import('../setup/KeyNotice.tsx')).KeyNotice }));

const pages: Record<ReviewPage, ComponentType> = {
  today: TodayPage,
  decide: lazy(() => import('../measures/DecidePage.tsx')),
  aftercare: lazy(() => import('../aftercare/AftercarePage.tsx')),
  measures: lazy(() => import('../measures/MeasuresPage.tsx')),
  agreements: lazy(() => import('../agreements/AgreementsPage.tsx')),
  trends: lazy(() => import('../trends/TrendsPage.tsx')),
  concerns: lazy(() => import('../distress/ConcernsPage.tsx')),
  prevention: lazy(() => import('../prevention/PreventionPage.tsx')),
  team: lazy(() => import('../team/TeamPage.tsx')),
  procedures: lazy(() => import('../houseRules/DocumentsPage.tsx')),
  houseRules: lazy(() => import('../settings/HouseRulesPage.tsx')),
  directory: lazy(() => import('../settings/DirectoryPage.tsx')),
  script: lazy(() => import('../settings/SentencesPage.tsx')),
  privacy: lazy(() => import('../privacy/PrivacyPage.tsx')),
  settings: lazy(() => import('../settings/SettingsPage.tsx')),
};

/** The frame of the review window: the bar, the pages on the left, the page. */
export function ReviewShell() {
  const { client, queries } = useApi();
  const page = useReviewWindow((window) => window.page);
  const keysShown = useReviewWindow((window) => window.keysShown);
  const { recoveryKeyConfirmed } = useUnlocked();
  const lock = () => void client.session.lock();
  const Page = pages[page];
  const main = useRef<HTMLElement>(null);

  // The next key belongs to the page that was gone to; the page of the day gives it to its table.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the page changes
  useEffect(() => {
    if (!main.current?.contains(document.activeElement)) main.current?.focus();
  }, [page]);

  const place = useQuery(queries.window.reviewPlace.queryOptions()).data;
  useEffect(() => {
    if (place) goToAskedPlace(place);
  }, [place]);

  useShortcuts('window', {
    'Ctrl+l': lock,
    '?': (event) => (isTyping(event.target) ? false : showKeys(true)),
    ...Object.fromEntries(
      reviewPages.slice(0, pagesWithKey).map((name, index) => [`Alt+${index + 1}`, () => goToPage(name)]),
    ),
  });

  return (
    <div className={styles.window}>
      <Bar onLock={lock} />
      <div className={styles.body}>
        <Navigation />
        <main ref={main} className={styles.main} tabIndex={-1}>
          <div className={styles.notices}>
            <TakeOverRequests />
            <StoppedExport />
            {!recoveryKeyConfirmed && (
              <Suspense>
                <KeyNotice />
              </Suspense>
            )}
          </div>
          <Suspense fallback={null}>
            <Page />
          </Suspense>
        </main>
      </div>
      {keysShown && (
        <Suspense>
          <KeyCard onClose={() => showKeys(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Bar({ onLock }: { onLock: () => void }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { practiceName, user, demoLoaded, lastBackupAt } = useUnlocked();
  return (
    <TopBar
      title={practiceName}
      aside={
        <>
          <Pill>
            {user.name}, {t('review:managerRole')}
          </Pill>
          {demoLoaded && <Tag tone="due">{t('review:demoLoaded')}</Tag>}
        </>
      }
    >
      <span className={styles.backup}>
        <Pill>
          {lastBackupAt ? t('review:lastBackup', { when: format.ago(lastBackupAt, now) }) : t('review:noBackup')}
        </Pill>
      </span>
      <IconButton
        label={t('review:keysButton')}
        icon={<IconKeyboard aria-hidden="true" />}
        shortcut="?"
        onPress={() => showKeys(true)}
        withLabel
      />
      <IconButton
        label={t('common:lock')}
        icon={<IconLock aria-hidden="true" />}
        shortcut="Ctrl+L"
        onPress={onLock}
        withLabel
      />
    </TopBar>
  );
}
