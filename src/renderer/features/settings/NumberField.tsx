import { NumberInput } from '@mantine/core';
import { type Control, type FieldPathByValue, useController } from 'react-hook-form';
import type { HouseRules } from '../../../shared/contract/settings.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';

interface Props {
  control: Control<HouseRules>;
  name: NumberPath;
  label: string;
  min: number;
  max: number;
  whole?: boolean;
  describedBy?: string;
}

type NumberPath = Exclude<FieldPathByValue<HouseRules, number>, 'bucket.weights.asItWas'>;

/** A figure of the house rules, with the comma of the language. */
export function NumberField({ control, name, label, min, max, whole = false, describedBy }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const { field, fieldState } = useController({ control, name });
  const problem = () => {
    switch (fieldState.error?.message) {
      case 'secondLineAboveFirst':
        return t('settings:rules.secondLineAboveFirst');
      case 'notLessThanLighter':
        return t('settings:rules.notLessThanLighter');
      case 'notSlowerThanWork':
        return t('settings:rules.notSlowerThanWork');
      case 'fasterThanWork':
        return t('settings:rules.fasterThanWork');
      case 'afterTheOneBefore':
        return t('aftercare:rules.afterTheOneBefore');
    }
    return t('settings:rules.number', { min, max });
  };
  return (
    <div>
      <NumberInput
        label={label}
        ref={field.ref}
        name={name}
        value={Number.isNaN(field.value) ? '' : field.value}
        onBlur={field.onBlur}
        // An empty field is no number: the check on saving says what it must be.
        onChange={(value) => field.onChange(value === '' ? Number.NaN : Number(value))}
        min={min}
        max={max}
        clampBehavior="none"
        allowDecimal={!whole}
        decimalSeparator={language === 'nl' ? ',' : '.'}
        allowedDecimalSeparators={[',', '.']}
        step={whole ? 1 : 0.5}
        aria-invalid={Boolean(fieldState.error)}
        aria-describedby={describedBy}
      />
      {fieldState.error && <FieldError>{problem()}</FieldError>}
    </div>
  );
}
