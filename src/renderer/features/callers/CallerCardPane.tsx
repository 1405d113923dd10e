import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { CallerCard } from '../../../shared/contract/callers.ts';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useFormat } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Notice } from '../../components/Notice.tsx';
import { CallerAgreement } from '../agreements/CallerAgreement.tsx';
import { CallerArrangements } from '../agreements/CallerArrangements.tsx';
import { CallerExceptions } from '../exceptions/CallerExceptions.tsx';
import { CallerHandOvers } from '../handOvers/CallerHandOvers.tsx';
import { CallerMeasures } from '../measures/CallerMeasures.tsx';
import { PastMeasures } from '../measures/PastMeasures.tsx';
import styles from './CallerCardPane.module.css';
import { CallerConcerns } from './CallerConcerns.tsx';
import { CallerHistory } from './CallerHistory.tsx';
import { CallerMerges } from './CallerMerges.tsx';
import { CallerRequests } from './CallerRequests.tsx';
import { ColleagueNotice } from './ColleagueNotice.tsx';
import { useCallerName } from './callerName.ts';
import { SharedNumbers } from './SharedNumbers.tsx';

/** Who is calling: what to check first, what to be careful with, and what happened before. */
export function CallerCardPane({ callerId }: { callerId: number }) {
  const t = useTexts();
  const { queries } = useApi();
  const { user } = useUnlocked();
  const name = useCallerName(callerId);
  const { data: card, isError } = useQuery(
    queries.callers.card.queryOptions({ input: { callerId }, refetchOnMount: 'always' }),
  );
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.name}>{card?.details.displayName ?? name}</h2>
        <IconButton
          label={t('callers:edit.open')}
          icon={<IconPencil />}
          onPress={() => openSheet({ kind: 'caller', callerId })}
        />
        {card && <Facts card={card} />}
      </header>
      {isError && <Notice tone="plain">{t('callers:loadFailed')}</Notice>}
      <CallerMeasures callerId={callerId} />
      {card?.colleagueNotice && <ColleagueNotice notice={card.colleagueNotice} />}
      <CallerAgreement callerId={callerId} />
      <CallerExceptions callerId={callerId} />
      <CallerHandOvers callerId={callerId} />
      {card && card.details.remark.trim() !== '' && <Notice tone="plain">{card.details.remark}</Notice>}
      {card && <CallerHistory callerId={callerId} history={card.history} />}
      <PastMeasures callerId={callerId} />
      <CallerConcerns callerId={callerId} />
      {card && <CallerMerges merges={card.merges} />}
      {user.role === 'manager' && <CallerRequests callerId={callerId} />}
      <CallerArrangements callerId={callerId} />
    </>
  );
}

function Facts({ card: { details, ownGp, contactsThisWeek, sharedNumbers } }: { card: CallerCard }) {
  const t = useTexts();
  const format = useFormat();
  const facts = [
    details.birthDate && t('callers:born', { date: format.birthDate(details.birthDate) }),
    ...details.numbers,
    ownGp && t('callers:generalPractitioner', { name: [ownGp.name, ownGp.number].filter(Boolean).join(', ') }),
    details.addressForm && t('callers:addressAs', { form: details.addressForm }),
    details.postalAddress.split('\n').join(', '),
    details.spokenLanguage && t('callers:speaks', { language: details.spokenLanguage }),
    contactsThisWeek > 1 && t('callers:thisWeek', { count: contactsThisWeek }),
  ];
  return (
    <>
      <small className={styles.facts}>{facts.filter(Boolean).join(' · ')}</small>
      <SharedNumbers numbers={sharedNumbers} />
      {details.checkFirst && <p className={styles.check}>{t('callers:checkFirst', { what: details.checkFirst })}</p>}
    </>
  );
}
