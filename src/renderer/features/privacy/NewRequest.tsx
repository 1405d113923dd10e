import { Button, Textarea } from '@mantine/core';
import { safe } from '@orpc/client';
import { useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { erasureGround, requestKind } from '../../../shared/contract/privacyRequests.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { DayField } from '../../components/DayField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { ChooseCaller } from '../callers/ChooseCaller.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import styles from './privacy.module.css';

const typedRequest = z.object({
  kind: requestKind,
  ground: erasureGround,
  receivedOn: z.string(),
  asked: z.string(),
});
type TypedRequest = z.infer<typeof typedRequest>;

interface Props {
  onClose: () => void;
  onSaved: () => void;
}

interface Chosen {
  id: number;
  displayName: string;
}

/** Whom it is about, and what was asked. */
export function NewRequest(props: Props) {
  const t = useTexts();
  const format = useFormat();
  const [caller, setCaller] = useState<Chosen | null>(null);
  const empty: TypedRequest = {
    kind: 'access',
    ground: 'notNeeded',
    receivedOn: format.dayOf(Date.now()),
    asked: '',
  };
  return (
    <Dialog title={t('privacyRequests:addTitle')} onClose={props.onClose}>
      {caller === null ? (
        <ChooseCaller onChoose={setCaller}>{t('privacyRequests:chooseCaller')}</ChooseCaller>
      ) : (
        <Unfinished
          key={caller.id}
          form={`request caller ${caller.id}`}
          schema={typedRequest}
          empty={empty}
          callerId={caller.id}
        >
          {(typing) => <Fields {...props} caller={caller} typing={typing} onOther={() => setCaller(null)} />}
        </Unfinished>
      )}
    </Dialog>
  );
}

interface FieldsProps extends Props {
  caller: Chosen;
  typing: Typing<TypedRequest>;
  onOther: () => void;
}

function Fields({ caller, typing, onOther, onClose, onSaved }: FieldsProps) {
  const t = useTexts();
  const format = useFormat();
  const { client } = useApi();
  const form = useForm<TypedRequest>({ defaultValues: typing.start });
  const { kind, ground } = form.watch();
  const { errors } = form.formState;
  const [failed, setFailed] = useState(false);
  const today = format.dayOf(Date.now());
  useKeepTyping(form, typing.keep);
  useEffect(() => form.setFocus('asked'), [form]);
  const keepChoice = <Name extends 'kind' | 'ground'>(change: Pick<TypedRequest, Name>) => {
    form.reset({ ...form.getValues(), ...change });
    typing.keep(form.getValues());
  };

  async function save(typed: TypedRequest): Promise<void> {
    const request = { ...typed, callerId: caller.id, ground: typed.kind === 'erasure' ? typed.ground : null };
    const { error } = await safe(client.privacy.recordRequest(request));
    if (error) return setFailed(true);
    await safe(typing.drop());
    onSaved();
  }

  return (
    <form className={styles.form} noValidate onSubmit={form.handleSubmit(save)}>
      <div className={styles.buttons}>
        <b>{caller.displayName}</b>
        <Button size="xs" variant="default" onClick={onOther}>
          {t('privacyRequests:otherCaller')}
        </Button>
      </div>
      <Chips title={t('privacyRequests:kindLabel')}>
        {requestKind.options.map((option) => (
          <Chip key={option} selected={kind === option} onToggle={() => keepChoice({ kind: option })}>
            {t(`privacyRequests:kind.${option}`)}
          </Chip>
        ))}
      </Chips>
      {kind === 'erasure' && (
        <Chips title={t('privacyRequests:groundLabel')}>
          {erasureGround.options.map((option) => (
            <Chip key={option} selected={ground === option} onToggle={() => keepChoice({ ground: option })}>
              {t(`privacyRequests:ground.${option}`)}
            </Chip>
          ))}
        </Chips>
      )}
      <div>
        <Textarea
          {...form.register('asked', { validate: (value) => value.trim() !== '' })}
          label={t('privacyRequests:asked')}
          placeholder={t('privacyRequests:askedHint')}
          rows={3}
          maxLength={2000}
          aria-invalid={Boolean(errors.asked)}
        />
        {errors.asked && <FieldError>{t('privacyRequests:missing')}</FieldError>}
      </div>
      <Controller
        control={form.control}
        name="receivedOn"
        rules={{ validate: (value) => value !== '' && value <= today }}
        render={({ field: { ref, value, onChange }, fieldState }) => (
          <DayField
            {...{ ref, value, onChange }}
            label={t('privacyRequests:receivedOn')}
            problem={fieldState.invalid && t('privacyRequests:future')}
          />
        )}
      />
      {failed && <FieldError>{t('privacyRequests:failed')}</FieldError>}
      <KeptFormButtons busy={form.formState.isSubmitting} typing={typing} onClose={onClose} />
    </form>
  );
}
