import { z } from 'zod';
import type { Language } from '../../../../shared/contract/base.ts';
import { behaviour } from '../../../../shared/contract/incidentKinds.ts';
import type { Letterhead } from '../../../../shared/contract/letters.ts';
import type { FreeText, TextSource } from '../../../../shared/contract/policeReports.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { inOrder, letterDates } from '../letters/values.ts';
import { type Material, workerLabels } from './material.ts';

/** A dossier as it stands on paper; what was made once can be printed again, word for word. */
export const dossierSheet = z.object({
  language: z.enum(['nl', 'en']),
  practiceName: z.string(),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
  date: z.string(),
  sections: z.array(
    z.object({
      title: z.string(),
      parts: z.array(
        z.object({
          heading: z.string(),
          lines: z.array(z.string()),
          /** A text as it was written, with what it is. */
          quotes: z.array(z.object({ label: z.string(), text: z.string() })),
        }),
      ),
    }),
  ),
});
export type DossierSheet = z.infer<typeof dossierSheet>;
type Section = DossierSheet['sections'][number];
type Part = Section['parts'][number];

interface DossierSetting {
  language: Language;
  timeZone: string;
  practiceName: string;
  letterhead: Letterhead;
  now: number;
}

/** The dossier, made of what is known and of those free texts that were reviewed; of no others. */
export function dossierOf(material: Material, texts: readonly FreeText[], setting: DossierSetting): DossierSheet {
  const { language, timeZone, practiceName, letterhead, now } = setting;
  const { t } = createI18n(language);
  const dates = letterDates(language, timeZone);
  const labels = workerLabels(material, language);

  const quote = (source: TextSource, sourceId: number): Part['quotes'] =>
    texts
      .filter((text) => text.reviewed !== null && text.source === source && text.sourceId === sourceId)
      .map(({ text }) => ({ label: t(`policeReports:paper.source.${source}`), text }));

  const incidentPart = (incident: Material['incidents'][number], index: number): Part => ({
    heading: t('policeReports:paper.incident', {
      number: index + 1,
      date: dates.date(incident.occurredAt),
      time: dates.time(incident.occurredAt),
    }),
    lines: [
      t('policeReports:paper.channelLine', { channel: t(`policeReports:paper.channel.${incident.channel}`) }),
      t('policeReports:paper.behaviourLine', {
        behaviours: inOrder(incident.behaviours, behaviour.options)
          .map((name) => t(`policeReports:paper.behaviour.${name}`))
          .join(', '),
      }),
      t('policeReports:paper.severityLine', { severity: t(`incidents:severity.${incident.severity}`).toLowerCase() }),
      t('policeReports:paper.workerLine', { worker: labels.of(incident.userId) }),
    ],
    quotes: [...quote('words', incident.id), ...quote('account', incident.id)],
  });

  const measurePart = (measure: Material['measures'][number]): Part => ({
    heading: t('policeReports:paper.measure', {
      date: dates.date(measure.decidedAt),
      step: t(`policeReports:paper.step.${measure.step}`),
    }),
    lines:
      measure.fromDay && measure.lastDay
        ? [t('policeReports:paper.period', { from: dates.day(measure.fromDay), until: dates.day(measure.lastDay) })]
        : [],
    quotes: quote('reason', measure.id),
  });

  const letterPart = (letter: Material['letters'][number]): Part => ({
    heading: t('policeReports:paper.letter', {
      date: letter.final?.sheet.date ?? '',
      kind: t(`letters:kind.${letter.kind}`),
    }),
    lines: [
      letter.sent
        ? t('policeReports:paper.sent', {
            date: dates.day(letter.sent.on),
            way: t(`letters:sentWay.${letter.sent.way}`).toLowerCase(),
          })
        : t('policeReports:paper.notSent'),
    ],
    quotes: quote('letter', letter.id),
  });

  const { callerName, birthDate } = material.measure;
  const about: Part = {
    heading: callerName,
    lines: [
      ...(birthDate ? [t('policeReports:paper.born', { date: dates.day(birthDate) })] : []),
      ...(material.numbers.length > 0
        ? [t('policeReports:paper.numbers', { numbers: material.numbers.join(', ') })]
        : []),
    ],
    quotes: [],
  };
  const plain = (lines: string[]): Part => ({ heading: '', lines, quotes: [] });
  const sections: Section[] = [
    {
      title: t('policeReports:paper.task.title'),
      parts: [plain([t('policeReports:paper.task.text'), t('policeReports:paper.task.domicile')])],
    },
    { title: t('policeReports:paper.about'), parts: [about] },
    { title: t('policeReports:paper.incidents'), parts: material.incidents.map(incidentPart) },
    { title: t('policeReports:paper.measures'), parts: material.measures.map(measurePart) },
    { title: t('policeReports:paper.letters'), parts: material.letters.map(letterPart) },
    { title: t('policeReports:paper.leftOut.title'), parts: [plain([t('policeReports:paper.leftOut.text')])] },
  ];
  const { address, phone, email } = letterhead;
  return {
    ...{ language, practiceName, address, phone, email },
    date: dates.date(now),
    sections: sections.filter(({ parts }) => parts.length > 0),
  };
}
