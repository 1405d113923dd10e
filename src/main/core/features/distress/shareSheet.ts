import type { Language } from '../../../../shared/contract/base.ts';
import type { ShareForm, ShareItem, ShareSheet } from '../../../../shared/contract/concernSharing.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { groundOf, told } from '../../rules/sharing.ts';
import { letterDates } from '../letters/values.ts';
import type { ShareFacts } from './shareQueries.ts';

interface Setting {
  language: Language;
  timeZone: string;
  practiceName: string;
  now: number;
}

/** What is known of each item, in the order in which it is told; an item without anything to tell is not there. */
export function knownItems(
  facts: ShareFacts,
  form: ShareForm,
  { language, timeZone }: Setting,
): Map<ShareItem, string> {
  const { t } = createI18n(language);
  const { concern, callerName, number, birthDate } = facts;
  const { finding, takenOverBy, takenOverAt, remark } = concern.completion;
  const dates = letterDates(language, timeZone);
  const known: [ShareItem, string][] = [
    ['name', callerName],
    ['number', number],
    ['birthDate', birthDate ? dates.day(birthDate) : ''],
    ['place', form.place.trim()],
    ['callTime', t('distress:share.sheet.at', { date: dates.date(concern.at), time: dates.time(concern.at) })],
    ['finding', t(`distress:share.heard.${finding}`)],
    ['takenOver', [takenOverBy, takenOverAt].filter(Boolean).join(', ')],
    ['remark', remark.trim()],
  ];
  return new Map(known.filter(([, text]) => text !== ''));
}

/** What is told, as it is read out and as it comes on paper; nothing in it that was not chosen. */
export function shareSheetOf(facts: ShareFacts, form: ShareForm, setting: Setting): ShareSheet {
  const { language, timeZone, practiceName, now } = setting;
  const { t } = createI18n(language);
  const lines = told(form.items, knownItems(facts, form, setting));
  return {
    ...{ language, practiceName, title: t('distress:share.sheet.title') },
    date: letterDates(language, timeZone).date(now),
    opening: t('distress:share.sheet.opening', { practice: practiceName }),
    lines: lines.map(({ item, value }) => ({ label: t(`distress:share.item.${item}`), text: value })),
    closing: [
      groundOf(form) === 'consent' ? t('distress:share.sheet.consent') : t('distress:share.sheet.noConsent'),
      t('distress:share.sheet.closing'),
    ].join(' '),
  };
}
