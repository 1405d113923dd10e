import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { othersTold, type PrivacyRequest } from '../../../shared/contract/privacyRequests.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import styles from './privacy.module.css';
import { Rectifications } from './Rectifications.tsx';
import type { TypedAnswer } from './RequestAnswer.tsx';

interface Props {
  request: PrivacyRequest;
  form: UseFormReturn<TypedAnswer>;
  keep: (typed: TypedAnswer) => void;
  othersMissing: boolean;
}

/** What belongs to the answer to a request to put something right: what was, who else was told, and what the caller says. */
export function RectifiedFields({ request: { changes }, form, keep, othersMissing }: Props) {
  const t = useTexts();
  const { outcome, othersTold: told } = form.watch();
  return (
    <>
      {changes.length > 0 ? (
        <div>
          <b>{t('privacyRequests:rectify.changes')}</b>
          <Rectifications changes={changes} />
        </div>
      ) : (
        <small>{t('privacyRequests:rectify.nothingYet')}</small>
      )}
      {outcome !== 'refused' && (
        <div className={styles.form}>
          <Chips
            title={t('privacyRequests:others.label')}
            error={othersMissing && told === null ? t('privacyRequests:others.missing') : null}
          >
            {othersTold.options.map((option) => (
              <Chip
                key={option}
                selected={told === option}
                onToggle={() => {
                  form.setValue('othersTold', option);
                  keep(form.getValues());
                }}
              >
                {t(`privacyRequests:others.${option}`)}
              </Chip>
            ))}
          </Chips>
          {told !== null && told !== 'nobodyHad' && (
            <TextInput
              {...form.register('othersNote')}
              label={t(told === 'told' ? 'privacyRequests:others.who' : 'privacyRequests:others.whyNot')}
              maxLength={2000}
            />
          )}
        </div>
      )}
      {outcome !== 'done' && (
        <Textarea
          {...form.register('statement')}
          label={t('privacyRequests:rectify.statement')}
          description={t('privacyRequests:rectify.statementHelp')}
          rows={3}
          maxLength={2000}
        />
      )}
    </>
  );
}
