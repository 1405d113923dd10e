import type { Language } from '../../../../shared/contract/base.ts';
import type { OwnDataFile } from '../../../../shared/contract/ownData.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { ownDataWords } from '../../../../shared/i18n/ownDataWords.ts';
import { startDocument } from '../../documents.ts';
import { letterDates } from '../letters/values.ts';

export interface OwnDataToPrint {
  file: OwnDataFile;
  language: Language;
  timeZone: string;
  resourcesFolder: string;
}

/** Everything that is kept of a worker, to read. */
export async function ownDataDocument({ file, language, timeZone, resourcesFolder }: OwnDataToPrint) {
  const { t } = createI18n(language);
  const dates = letterDates(language, timeZone);
  const words = ownDataWords(t, {
    ...{ moment: (at) => `${dates.date(at)} ${dates.time(at)}`, day: dates.day, time: dates.time },
    weekday: dates.weekday,
  });
  const title = t('ownData:paper.title', { name: String(file.person.name ?? '') });
  const document = await startDocument({
    ...{ language, title, resourcesFolder },
    footer: (page, pages) => t('letters:paper.page', { page, pages }),
  });
  document.text(title, { tag: 'H1', size: 19, bold: true, gap: 4 });
  document.text(t('ownData:paper.from', { practice: file.practice, date: dates.date(file.madeAt) }), {
    ...{ muted: true, gap: 8 },
  });
  document.text(t('ownData:explain'), { gap: 10 });
  document.rule();
  document.text(t('ownData:person'), { tag: 'H2', size: 13, bold: true, gap: 5 });
  for (const [name, value] of Object.entries(file.person)) document.text(words.fact(name, value), { gap: 1 });
  document.pdf.y += 10;
  for (const { part, kept, items } of file.parts) {
    document.keep(80);
    document.text(t(`ownData:part.${part}`), { tag: 'H2', size: 13, bold: true, gap: 2 });
    document.text(words.why(part, kept), { muted: true, size: 9.5, gap: 6 });
    for (const item of items) {
      document.keep(24);
      document.text(words.line(item), { size: 10, gap: 1 });
      for (const [name, text] of Object.entries(item.texts)) {
        document.text(words.text(name), { muted: true, size: 9.5, gap: 1 });
        document.quote(text);
      }
    }
    document.pdf.y += 10;
  }
  return document.finish();
}
