import type { Language } from '../../../../shared/contract/base.ts';
import type { LetterContent, Letterhead, LetterSheet } from '../../../../shared/contract/letters.ts';
import { letterBlocks, withEmergencies } from '../../rules/letter.ts';
import { startingLetters } from './templates.ts';
import { letterDates } from './values.ts';

interface SheetSetting {
  language: Language;
  timeZone: string;
  practiceName: string;
  letterhead: Letterhead;
  now: number;
}

/** A letter as it will stand on paper today, with the sentence about emergencies whatever was typed. */
export function sheetOf({ subject, recipient, text }: LetterContent, setting: SheetSetting): LetterSheet {
  const { language, timeZone, practiceName, letterhead, now } = setting;
  const { emergencies, closing } = startingLetters[language];
  const { address, phone, email } = letterhead;
  return {
    ...{ language, practiceName, address, phone, email, recipient, subject, closing },
    date: letterDates(language, timeZone).date(now),
    blocks: letterBlocks(withEmergencies(text, emergencies)),
  };
}
