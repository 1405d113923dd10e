import { safe } from '@orpc/client';
import { useState } from 'react';
import type { PrivacyRequest } from '../../../shared/contract/privacyRequests.ts';
import { type RestrictionGround, restrictionGround } from '../../../shared/contract/privacyRestrictions.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import styles from './privacy.module.css';
import { ReasonFields } from './ReasonFields.tsx';

interface Props {
  request: PrivacyRequest;
  onClose: () => void;
  onSaved: () => void;
}

/** On which ground each kind of request is usually followed by it. */
const usual: Partial<Record<PrivacyRequest['kind'], RestrictionGround>> = {
  erasure: 'claim',
  objection: 'objection',
};

/** Keeps what there is of the caller of a request, and does nothing else with it. */
export function RestrictCaller(props: Props) {
  const t = useTexts();
  const { request, onClose } = props;
  return (
    <Dialog title={t('privacyRestrictions:setTitle', { name: request.callerName ?? '' })} onClose={onClose}>
      <Unfinished
        form={`restrictGround ${request.id}`}
        schema={restrictionGround}
        empty={usual[request.kind] ?? 'accuracy'}
        {...(request.callerId === null ? {} : { callerId: request.callerId })}
      >
        {(typing) => <Fields {...props} typing={typing} />}
      </Unfinished>
    </Dialog>
  );
}

function Fields({ request, onClose, onSaved, typing }: Props & { typing: Typing<RestrictionGround> }) {
  const t = useTexts();
  const { client } = useApi();
  const [ground, setGround] = useState(typing.start);

  function choose(chosen: RestrictionGround): void {
    setGround(chosen);
    typing.keep(chosen);
  }

  async function restrict(reason: string): Promise<string | null> {
    const { error } = await safe(client.privacy.restrict({ requestId: request.id, ground, reason }));
    if (!error) {
      onSaved();
      return null;
    }
    const isAlready = 'code' in error && error.code === 'RESTRICTED_ALREADY';
    return t(isAlready ? 'privacyRestrictions:already' : 'privacyRequests:failed');
  }

  return (
    <div className={styles.form}>
      <p>{t('privacyRestrictions:explain')}</p>
      <Chips title={t('privacyRestrictions:groundLabel')}>
        {restrictionGround.options.map((option) => (
          <Chip key={option} selected={ground === option} onToggle={() => choose(option)}>
            {t(`privacyRestrictions:ground.${option}`)}
          </Chip>
        ))}
      </Chips>
      <ReasonFields
        form={`restrict ${request.id}`}
        callerId={request.callerId}
        label={t('privacyRestrictions:reason')}
        submit={t('privacyRestrictions:set')}
        beside={typing}
        onClose={onClose}
        onSubmit={restrict}
      />
    </div>
  );
}
