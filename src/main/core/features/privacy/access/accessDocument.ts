import type { Language } from '../../../../../shared/contract/base.ts';
import type { AccessFile } from '../../../../../shared/contract/privacyAccess.ts';
import { accessWords } from '../../../../../shared/i18n/accessWords.ts';
import { createI18n } from '../../../../../shared/i18n/index.ts';
import { startDocument } from '../../../documents.ts';
import { letterDates } from '../../letters/values.ts';

export interface AccessToPrint {
  file: AccessFile;
  language: Language;
  timeZone: string;
  resourcesFolder: string;
}

/** Everything that is kept of somebody, to read. */
export async function accessDocument(input: AccessToPrint): Promise<Uint8Array<ArrayBuffer>> {
  const { file, language, timeZone, resourcesFolder } = input;
  const { t } = createI18n(language);
  const dates = letterDates(language, timeZone);
  const words = accessWords(t, dates.date);
  const name = String(file.person.name ?? '');
  const title = t('privacyAccess:paper.title', { name });
  const document = await startDocument({
    ...{ language, title, resourcesFolder },
    footer: (page, pages) => t('letters:paper.page', { page, pages }),
  });
  document.text(title, { tag: 'H1', size: 19, bold: true, gap: 4 });
  document.text(t('privacyAccess:paper.from', { practice: file.practice, date: dates.date(file.madeAt) }), {
    ...{ muted: true, gap: 8 },
  });
  document.text(t('privacyAccess:paper.intro'), { gap: 4 });
  document.text(t('privacyAccess:paper.rights'), { gap: 10 });
  document.rule();
  document.text(t('privacyAccess:paper.card'), { tag: 'H2', size: 13, bold: true, gap: 5 });
  for (const [fact, value] of Object.entries(file.person)) document.text(words.fact(fact, value), { gap: 1 });
  document.pdf.y += 10;
  for (const { part, keptMonths, items } of file.parts) {
    document.keep(80);
    document.text(t(`privacyAccess:part.${part}`), { tag: 'H2', size: 13, bold: true, gap: 2 });
    const why = t(`privacyAccess:why.${part}`);
    const term = keptMonths === null ? '' : ` ${t('privacyAccess:paper.kept', { count: keptMonths })}`;
    document.text(`${why}${term}`, { muted: true, size: 9.5, gap: 6 });
    for (const { at, by, facts, texts } of items) {
      document.keep(48);
      const who = by === null ? '' : `, ${t(`privacyAccess:by.${by}`)}`;
      document.text(`${dates.date(at)} ${dates.time(at)}${who}`, { tag: 'H3', bold: true, gap: 2 });
      for (const [fact, value] of Object.entries(facts)) document.text(words.fact(fact, value), { gap: 1 });
      for (const [text, content] of Object.entries(texts)) {
        document.text(words.text(text), { muted: true, size: 9.5, gap: 1 });
        document.quote(content);
      }
      document.pdf.y += 6;
    }
    document.pdf.y += 6;
  }
  return document.finish();
}
