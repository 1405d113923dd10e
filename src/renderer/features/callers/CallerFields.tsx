import { type Control, useController } from 'react-hook-form';
import { useTexts } from '../../app/texts.ts';
import { TextBox } from '../../components/TextBox.tsx';
import { TextField } from '../../components/TextField.tsx';
import styles from './CallerSheet.module.css';
import { OwnGpFields } from './OwnGpFields.tsx';
import type { TypedDetails } from './typedDetails.ts';
import type { Problem } from './useDetailsForm.ts';

interface Props {
  control: Control<TypedDetails>;
  problem: Problem | null;
}

interface FieldProps extends Props {
  name: keyof TypedDetails;
  label: string;
  hint?: string;
  placeholder?: string;
  maxLength?: number;
  /** More than one makes it a box. */
  rows?: number;
}

function Field({ control, problem, name, rows = 1, maxLength = 120, placeholder, ...words }: FieldProps) {
  const { field } = useController({ control, name });
  const { ref, value, onChange } = field;
  const shared = { value, onChange, maxLength, ...words };
  if (rows > 1) return <TextBox ref={ref} rows={rows} {...shared} />;
  return <TextField ref={ref} placeholder={placeholder} invalid={problem?.field === name} {...shared} />;
}

/** What stands on a card, the most asked for first. */
export function CallerFields(form: Props) {
  const t = useTexts();
  return (
    <>
      <Field {...form} name="displayName" label={t('callers:name')} />
      <Field {...form} name="checkFirst" label={t('callers:edit.checkFirst')} hint={t('callers:edit.checkFirstHelp')} />
      <Field
        {...form}
        name="numbers"
        label={t('callers:edit.numbers')}
        hint={t('callers:edit.numbersHelp')}
        rows={2}
        maxLength={500}
      />
      <div className={styles.pair}>
        <Field
          {...form}
          name="birthDate"
          label={t('callers:birthDate')}
          placeholder={t('callers:birthDateExample')}
          maxLength={12}
        />
        <Field {...form} name="addressForm" label={t('callers:edit.addressForm')} />
        <Field {...form} name="spokenLanguage" label={t('callers:edit.spokenLanguage')} />
      </div>
      <OwnGpFields {...form} />
      <Field
        {...form}
        name="postalAddress"
        label={t('callers:edit.postalAddress')}
        hint={t('callers:edit.postalAddressHelp')}
        rows={3}
        maxLength={250}
      />
      <Field {...form} name="remark" label={t('callers:edit.remark')} rows={3} maxLength={20_000} />
    </>
  );
}
