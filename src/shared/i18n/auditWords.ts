import type { i18n } from 'i18next';
import { exportFormat, exportKind } from '../contract/exports.ts';

/** The log keeps codes; these are the words for them. A code without words is shown as it is. */
export function auditWords(t: i18n['t']) {
  const actions: Record<string, string> = t('audit:actions', { returnObjects: true });

  /** `incidents 2026-11-01 2026-11-30 csv`: what was taken out, of which days, as what. */
  function exported(subject: string): string | null {
    const [what, from, lastDay, format] = subject.split(' ');
    const [kind, file] = [exportKind.safeParse(what).data, exportFormat.safeParse(format).data];
    if (!kind || !file || !from || !lastDay) return null;
    return t('audit:exported', { what: t(`exports:what.${kind}`), from, lastDay, format: t(`exports:format.${file}`) });
  }

  return {
    action: (action: string): string => actions[action] ?? action,
    /** `incident 12`, `house rule afterIncident`, `concerns` or `day 2026-11-22, with callers` in words. */
    subject(subject: string | null): string {
      if (subject === null) return '';
      const [, what = '', number = '', more = ''] =
        /^([a-z -]+?)(?: ([A-Za-z\d-]+))?(, with callers)?$/.exec(subject) ?? [];
      const kind = `${what}${more}`;
      const subjects: Record<string, string> = t('audit:subjects', { returnObjects: true, number });
      return subjects[kind] ?? exported(subject) ?? subject;
    },
  };
}
