import type { Language } from '../../../../shared/contract/base.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { startDocument } from '../../documents.ts';
import type { LetterBlock } from '../../rules/letter.ts';

export interface HouseRuleToPrint {
  language: Language;
  practiceName: string;
  timeZone: string;
  title: string;
  blocks: LetterBlock[];
  version: number;
  decidedAt: number | null;
  resourcesFolder: string;
}

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** A text of the practice for the wall or the folder: with its version, so that an old one is recognised. */
export async function houseRuleDocument(rule: HouseRuleToPrint): Promise<Uint8Array<ArrayBuffer>> {
  const { language, practiceName, timeZone, title, blocks, version, decidedAt, resourcesFolder } = rule;
  const { t } = createI18n(language);
  const document = await startDocument({
    ...{ language, title, resourcesFolder },
    footer: (page, pages) => t('letters:paper.page', { page, pages }),
  });
  document.text(practiceName, { size: 10, muted: true, gap: 4 });
  document.text(title, { tag: 'H1', size: 18, bold: true, gap: 4 });
  if (decidedAt !== null) {
    const date = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(decidedAt);
    document.text(t('houseRules:paper.version', { version, date }), { size: 9, muted: true, gap: 14 });
  }
  for (const { kind, text } of blocks) {
    if (kind === 'heading') {
      document.keep(60);
      document.text(text, { tag: 'H2', bold: true, gap: 3 });
    } else if (kind === 'item') document.item(text);
    else document.text(text, { gap: 8 });
  }
  return document.finish();
}
