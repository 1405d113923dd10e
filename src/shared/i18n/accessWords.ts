import type { i18n } from 'i18next';
import type { AccessItem } from '../contract/privacyAccess.ts';

/** `1961-04-12` as `12-04-1961`, as everywhere else that people read. */
const asWritten = (text: string): string => text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3-$2-$1');

/** The facts of what is kept of somebody, in words: each fact is a code with words elsewhere, or says itself. */
export function accessWords(t: i18n['t'], dateOf: (at: number) => string) {
  const words: Record<string, Record<string, string>> = {
    channel: t('contacts:channel', { returnObjects: true }),
    reason: t('contacts:reason', { returnObjects: true }),
    severity: t('incidents:severity', { returnObjects: true }),
    behaviours: t('incidents:behaviour', { returnObjects: true }),
    outcomes: t('incidents:outcome', { returnObjects: true }),
    cause: t('incidents:cause', { returnObjects: true }),
    step: t('measures:step', { returnObjects: true }),
    letter: t('letters:kind', { returnObjects: true }),
    sentWay: t('privacyAccess:sentWay', { returnObjects: true }),
    way: t('measures:told.ways', { returnObjects: true }),
    finding: t('distress:finding', { returnObjects: true }),
    handedOverTo: t('distress:handedOverTo', { returnObjects: true }),
    receiver: t('distress:share.receivers', { returnObjects: true }),
    handOver: t('handOvers:kind', { returnObjects: true }),
    attachment: t('attachments:kind', { returnObjects: true }),
    ground: t('privacyRestrictions:ground', { returnObjects: true }),
    request: t('privacyRequests:kind', { returnObjects: true }),
  };
  const names: Record<string, string> = t('privacyAccess:facts', { returnObjects: true });
  const texts: Record<string, string> = t('privacyAccess:texts', { returnObjects: true });
  return {
    /** `Kanaal: Telefoon`. */
    fact(name: string, value: AccessItem['facts'][string]): string {
      const values = Array.isArray(value) ? value : [value];
      const said = values.map((one) => {
        if (typeof one === 'number' && name.endsWith('At')) return dateOf(one);
        return words[name]?.[String(one)] ?? asWritten(String(one));
      });
      return `${names[name] ?? name}: ${said.join(', ')}`;
    },
    text: (name: string): string => texts[name] ?? name,
  };
}
