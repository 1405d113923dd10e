import { useTexts } from '../../app/texts.ts';

/** The log keeps codes; these are the words for them. A code without words is shown as it is. */
export function useAuditWords() {
  const t = useTexts();
  const actions: Record<string, string> = t('audit:actions', { returnObjects: true });
  return {
    action: (action: string): string => actions[action] ?? action,
    /** `incident 12` in the language of the window. */
    subject: (subject: string | null): string => {
      const [, kind, number] = /^([a-z -]+) (\d+)$/.exec(subject ?? '') ?? [];
      switch (kind) {
        case 'aftercare offer':
        case 'aftercare':
        case 'user':
        case 'caller':
        case 'contact':
        case 'incident':
        case 'concern':
        case 'hand-over':
        case 'agreement':
        case 'exception':
        case 'measure':
        case 'objection':
        case 'letter':
        case 'house rule':
        case 'improvement':
        case 'phrase':
        case 'police dossier':
        case 'directory entry':
        case 'questionnaire':
        case 'training':
        case 'training record':
        case 'coaching moment':
        case 'trend event':
          return t(`audit:subjects.${kind}`, { number: number ?? '' });
        default:
          return subject ?? '';
      }
    },
  };
}
