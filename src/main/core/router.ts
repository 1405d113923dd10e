import { type Lazy, lazy, type Router } from '@orpc/server';
import type { contract } from '../../shared/contract/index.ts';
import { session } from './features/session/procedures.ts';
import type { Initial } from './procedures.ts';
import { traceOf } from './store/trace.ts';

type Contract = typeof contract;
type Part<Feature extends keyof Contract> = Router<Contract[Feature], Initial>;

/** A feature is loaded when it is asked for the first time: a start waits for none of them. What fails is tried anew. */
export function later<Feature extends keyof Contract, Procedures extends Part<Feature>>(
  feature: Feature,
  load: () => Promise<Record<Feature, Procedures>>,
): Lazy<Procedures> {
  let loaded: Promise<{ default: Procedures }> | undefined;
  return lazy(() => {
    loaded ??= load().then(
      (features) => ({ default: features[feature] }),
      (error) => {
        loaded = undefined;
        console.error(`not loaded: ${feature}`, traceOf(error));
        throw error;
      },
    );
    return loaded;
  });
}

/** What answers the contract; a missing procedure does not compile. */
export const router = {
  session,
  aftercare: later('aftercare', () => import('./features/aftercare/procedures.ts')),
  agreements: later('agreements', () => import('./features/agreements/procedures.ts')),
  attachments: later('attachments', () => import('./features/attachments/procedures.ts')),
  audit: later('audit', () => import('./features/audit/procedures.ts')),
  backup: later('backup', () => import('./features/backup/procedures.ts')),
  breaks: later('breaks', () => import('./features/breaks/procedures.ts')),
  callers: later('callers', () => import('./features/callers/procedures.ts')),
  coaching: later('coaching', () => import('./features/coaching/procedures.ts')),
  contacts: later('contacts', () => import('./features/contacts/procedures.ts')),
  distress: later('distress', () => import('./features/distress/procedures.ts')),
  exceptions: later('exceptions', () => import('./features/exceptions/procedures.ts')),
  exports: later('exports', () => import('./features/exports/procedures.ts')),
  handOvers: later('handOvers', () => import('./features/handOvers/procedures.ts')),
  houseRules: later('houseRules', () => import('./features/houseRules/procedures.ts')),
  incidents: later('incidents', () => import('./features/incidents/procedures.ts')),
  keys: later('keys', () => import('./features/keys/procedures.ts')),
  letters: later('letters', () => import('./features/letters/procedures.ts')),
  measures: later('measures', () => import('./features/measures/procedures.ts')),
  ownData: later('ownData', () => import('./features/ownData/procedures.ts')),
  phrases: later('phrases', () => import('./features/phrases/procedures.ts')),
  policeReports: later('policeReports', () => import('./features/policeReports/procedures.ts')),
  prevention: later('prevention', () => import('./features/prevention/procedures.ts')),
  privacy: later('privacy', () => import('./features/privacy/procedures.ts')),
  questionnaires: later('questionnaires', () => import('./features/questionnaires/procedures.ts')),
  review: later('review', () => import('./features/review/procedures.ts')),
  rotation: later('rotation', () => import('./features/rotation/procedures.ts')),
  settings: later('settings', () => import('./features/settings/procedures.ts')),
  setup: later('setup', () => import('./features/setup/procedures.ts')),
  team: later('team', () => import('./features/team/procedures.ts')),
  trainings: later('trainings', () => import('./features/trainings/procedures.ts')),
  trends: later('trends', () => import('./features/trends/procedures.ts')),
  unfinished: later('unfinished', () => import('./features/unfinished/procedures.ts')),
  updates: later('updates', () => import('./features/updates/procedures.ts')),
  window: later('window', () => import('./features/window/procedures.ts')),
} satisfies { [Feature in keyof Contract]: Part<Feature> | Lazy<Part<Feature>> };
