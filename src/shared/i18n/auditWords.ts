import type { i18n } from 'i18next';
import { exportFormat, exportKind } from '../contract/exports.ts';
import { letterKind } from '../contract/letterTexts.ts';
import { retentionKind } from '../contract/privacy.ts';

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

  /** `incidents 60`: for how many months what is kept. */
  function term(subject: string): string | null {
    const [what, months] = subject.split(' ');
    const kind = retentionKind.safeParse(what).data;
    if (!kind) return null;
    const chosen = t('privacy:retention.months', { count: Number(months) });
    return t('audit:term', { what: t(`privacy:retention.kinds.${kind}`), term: chosen });
  }

  /** `, 3 times` or `, manager`: what is said beside the number. */
  function beside(more: string): string {
    const times = /^(\d+) times$/.exec(more)?.[1];
    if (times) return t('audit:times', { count: Number(times) });
    const words: Record<string, string> = t('audit:beside', { returnObjects: true });
    return words[more] ?? more;
  }

  /** `caller 12`, `user 3, manager` or `letterhead`. */
  function thing(subject: string): string {
    const [, what = '', number = '', more] = /^([a-z -]+?)(?: (\d[\w.-]*))?(?:, (.+))?$/.exec(subject) ?? [];
    const subjects: Record<string, string> = t('audit:subjects', { returnObjects: true, number });
    const known = subjects[what];
    if (known === undefined) return beside(subject);
    return more === undefined ? known : `${known}, ${beside(more)}`;
  }

  return {
    action: (action: string): string => actions[action] ?? action,
    subject(action: string, subject: string | null): string {
      if (subject === null) return '';
      if (action === 'exports.make') return exported(subject) ?? thing(subject);
      if (action === 'audit.prune') return thing(`through ${subject.split(' ')[0]}`);
      if (action === 'privacy.setTerm') return term(subject) ?? subject;
      const kind = letterKind.safeParse(/^letter template (\w+)/.exec(subject)?.[1]).data;
      if (kind) return t(`letters:kind.${kind}`);
      return thing(subject);
    },
  };
}
