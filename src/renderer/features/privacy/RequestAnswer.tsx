import { SegmentedControl, Textarea } from '@mantine/core';
import { safe } from '@orpc/client';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { othersTold, type PrivacyRequest, requestOutcome } from '../../../shared/contract/privacyRequests.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import styles from './privacy.module.css';
import { RectifiedFields } from './RectifiedFields.tsx';
import { useWhom } from './Requests.tsx';

const typedAnswer = z.object({
  outcome: requestOutcome,
  answer: z.string(),
  statement: z.string().default(''),
  othersTold: othersTold.nullable().default(null),
  othersNote: z.string().default(''),
});
export type TypedAnswer = z.infer<typeof typedAnswer>;

interface Props {
  request: PrivacyRequest;
  onClose: () => void;
  onSaved: () => void;
}

/** What was done with a request, or why it was refused. */
export function RequestAnswer(props: Props) {
  const t = useTexts();
  const whom = useWhom();
  const { request, onClose } = props;
  // Erasing closes a request for it by itself; what is typed here refuses it.
  const empty: TypedAnswer = {
    ...{ outcome: request.kind === 'erasure' ? 'refused' : 'done', answer: '' },
    ...{ statement: '', othersTold: null, othersNote: '' },
  };
  return (
    <Dialog title={t('privacyRequests:answerTitle')} onClose={onClose}>
      <div className={styles.form}>
        <p>
          <b>{whom(request)}</b>, {t(`privacyRequests:kind.${request.kind}`)}: {request.asked}
        </p>
        <Unfinished
          form={`answerRequest ${request.id}`}
          schema={typedAnswer}
          empty={empty}
          {...(request.callerId === null ? {} : { callerId: request.callerId })}
        >
          {(typing) => <Fields {...props} typing={typing} />}
        </Unfinished>
      </div>
    </Dialog>
  );
}

/** What to do before or after the answer, where that is more than answering. */
function HowToCarryOut({ kind, outcome }: Pick<PrivacyRequest, 'kind'> & Pick<TypedAnswer, 'outcome'>) {
  const t = useTexts();
  if (kind !== 'objection') return null;
  return (
    <small>
      {t(outcome === 'done' ? 'privacyRequests:carryOut.objectionDone' : 'privacyRequests:carryOut.objectionRefused')}
    </small>
  );
}

function Fields({ request, onClose, onSaved, typing }: Props & { typing: Typing<TypedAnswer> }) {
  const t = useTexts();
  const { client } = useApi();
  const form = useForm<TypedAnswer>({ defaultValues: typing.start });
  const { errors, isSubmitting } = form.formState;
  const [failed, setFailed] = useState(false);
  const [othersMissing, setOthersMissing] = useState(false);
  useKeepTyping(form, typing.keep);
  useEffect(() => form.setFocus('answer'), [form]);

  const isRectified = request.kind === 'rectification';

  async function save(typed: TypedAnswer): Promise<void> {
    const isOthersMissing = isRectified && typed.outcome !== 'refused' && typed.othersTold === null;
    setOthersMissing(isOthersMissing);
    if (isOthersMissing) return;
    const { error } = await safe(client.privacy.answerRequest({ requestId: request.id, ...typed }));
    if (error) return setFailed(true);
    await safe(typing.drop());
    onSaved();
  }

  return (
    <form className={styles.form} noValidate onSubmit={form.handleSubmit(save)}>
      <HowToCarryOut kind={request.kind} outcome={form.watch('outcome')} />
      {request.kind !== 'erasure' && (
        <SegmentedControl
          aria-label={t('privacyRequests:state')}
          value={form.watch('outcome')}
          onChange={(value) => {
            form.setValue('outcome', requestOutcome.parse(value));
            typing.keep(form.getValues());
          }}
          data={requestOutcome.options.map((value) => ({ value, label: t(`privacyRequests:outcome.${value}`) }))}
        />
      )}
      <div>
        <Textarea
          {...form.register('answer', { validate: (value) => value.trim() !== '' })}
          label={t('privacyRequests:answerLabel')}
          description={t('privacyRequests:answerHelp')}
          rows={4}
          maxLength={2000}
          aria-invalid={Boolean(errors.answer)}
        />
        {errors.answer && <FieldError>{t('privacyRequests:missing')}</FieldError>}
      </div>
      {isRectified && (
        <RectifiedFields request={request} form={form} keep={typing.keep} othersMissing={othersMissing} />
      )}
      {failed && <FieldError>{t('privacyRequests:failed')}</FieldError>}
      <KeptFormButtons
        submit={request.kind === 'erasure' ? t('privacyRequests:outcome.refused') : t('common:save')}
        busy={isSubmitting}
        typing={typing}
        onClose={onClose}
      />
    </form>
  );
}
