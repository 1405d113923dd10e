import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './Navigation.module.css';
import { goToPage, pagesWithKey, type ReviewPage, reviewPages, useReviewWindow } from './reviewWindow.ts';

/** The pages of this window, with what waits on each of them. */
export function Navigation() {
  const t = useTexts();
  const current = useReviewWindow((window) => window.page);
  const counts = useCounts();
  return (
    <nav className={styles.navigation} aria-label={t('review:navigation')}>
      {reviewPages.map((page, index) => {
        const count = counts[page] ?? 0;
        return (
          <button
            key={page}
            type="button"
            className={styles.page}
            aria-current={page === current ? 'page' : undefined}
            aria-keyshortcuts={index < pagesWithKey ? `Alt+${index + 1}` : undefined}
            onClick={() => goToPage(page)}
          >
            {t(`review:pages.${page}`)}
            {count > 0 && (
              <b>
                <span aria-hidden="true">{count}</span>
                <span className="visually-hidden">{t('review:navCount', { count })}</span>
              </b>
            )}
          </button>
        );
      })}
    </nav>
  );
}

function useCounts(): Partial<Record<ReviewPage, number>> {
  const { queries } = useApi();
  const today = useQuery(queries.review.day.queryOptions({ input: { date: null } })).data;
  const requests = useQuery(queries.breaks.requests.queryOptions()).data ?? [];
  const aftercare = useQuery(queries.aftercare.list.queryOptions()).data?.running ?? [];
  const directory = useQuery(queries.distress.directory.queryOptions()).data ?? [];
  const toDecide = useQuery(queries.measures.toDecide.queryOptions()).data ?? [];
  const toTell = useQuery(queries.measures.toTell.queryOptions()).data ?? [];
  const register = useQuery(queries.measures.register.queryOptions()).data;
  const thisWeek = new Set([...(register?.lapsingIds ?? []), ...(register?.toReviewIds ?? [])]);
  const agreements = useQuery(queries.agreements.list.queryOptions()).data ?? [];
  const exceptions = useQuery(queries.exceptions.list.queryOptions()).data ?? [];
  const prevention = useQuery(queries.prevention.overview.queryOptions()).data;
  const trainings = useQuery(queries.trainings.register.queryOptions()).data?.due ?? 0;
  const toReview = today ? today.toReview + today.leftFromBefore.filter(({ status }) => status === 'new').length : 0;
  return {
    today: toReview + requests.length,

    aftercare: aftercare.filter(({ next }) => next?.state === 'late').length,
    decide: toDecide.length + toTell.length,
    measures: thisWeek.size,
    agreements: [...agreements, ...exceptions].filter(({ due }) => due !== null).length,
    prevention:
      (prevention?.improvements.filter(({ isLate }) => isLate).length ?? 0) +
      (prevention?.checks.filter(({ isDue }) => isDue).length ?? 0),
    team: trainings,
    directory: directory.filter(
      ({ kind, check }) => check === 'overdue' || (kind === 'gpOnDuty' && check === 'missing'),
    ).length,
  };
}
