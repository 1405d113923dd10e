import type { CallerDetails, MergeField } from '../../../shared/contract/callers.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';

/** What stands on a card, as it is read. */
export function useCardWords() {
  const t = useTexts();
  const format = useFormat();
  const titles: Record<MergeField, string> = {
    displayName: t('callers:name'),
    birthDate: t('callers:birthDate'),
    numbers: t('callers:edit.numbers'),
    generalPractitioner: t('callers:edit.generalPractitioner'),
    addressForm: t('callers:edit.addressForm'),
    spokenLanguage: t('callers:edit.spokenLanguage'),
    checkFirst: t('callers:edit.checkFirst'),
    postalAddress: t('callers:edit.postalAddress'),
    remark: t('callers:edit.remark'),
  };
  return {
    title: (field: MergeField): string => titles[field],
    value(field: MergeField, details: CallerDetails): string {
      if (field === 'numbers') return details.numbers.join('\n');
      if (field === 'birthDate') return details.birthDate ? format.birthDate(details.birthDate) : '';
      if (field === 'generalPractitioner') {
        return [details.generalPractitioner, details.generalPractitionerNumber].filter(Boolean).join(', ');
      }
      return details[field];
    },
  };
}
