import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import type { CallerCard } from '../../../shared/contract/callers.ts';
import type { OwnGp } from '../../../shared/contract/ownGp.ts';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { type Format, useFormat } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { type Texts, useTexts } from '../../app/texts.ts';
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
import { CallerLog } from './CallerLog.tsx';
import { CallerMerges } from './CallerMerges.tsx';
import { CallerRequests } from './CallerRequests.tsx';
import { CallerStatements } from './CallerStatements.tsx';
import { ColleagueNotice } from './ColleagueNotice.tsx';
import { useCallerName } from './callerName.ts';
import { RestrictedNotice } from './Restricted.tsx';
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
        {card?.restriction === null && (
          <IconButton
            label={t('callers:edit.open')}
            icon={<IconPencil />}
            onPress={() => openSheet({ kind: 'caller', callerId })}
          />
        )}
        {card && <Facts card={card} />}
      </header>
      {isError && <Notice tone="plain">{t('callers:loadFailed')}</Notice>}
      {card?.restriction && <RestrictedNotice since={card.restriction.setAt} />}
      <CallerMeasures callerId={callerId} />
      {card?.colleagueNotice && <ColleagueNotice notice={card.colleagueNotice} />}
      <CallerAgreement callerId={callerId} />
      <CallerExceptions callerId={callerId} />
      <CallerHandOvers callerId={callerId} />
      {card && <CallerStatements statements={card.statements} />}
      {card && card.details.remark.trim() !== '' && <Notice tone="plain">{card.details.remark}</Notice>}
      {card && (card.restriction === null || card.history.length > 0) && (
        <CallerHistory callerId={callerId} history={card.history} />
      )}
      <PastMeasures callerId={callerId} />
      <CallerConcerns callerId={callerId} />
      {card && <CallerMerges merges={card.merges} />}
      {user.role === 'manager' && <CallerRequests callerId={callerId} />}
      <CallerArrangements callerId={callerId} />
      {user.role === 'manager' && <CallerLog callerId={callerId} />}
    </>
  );
}

interface Fact {
  name: string;
  shown: ReactNode;
}

function factsOf({ details, ownGp, contactsThisWeek }: CallerCard, t: Texts, format: Format): Fact[] {
  const { birthDate, addressForm, postalAddress, spokenLanguage } = details;
  const facts: Fact[] = [
    { name: 'birthDate', shown: birthDate && t('callers:born', { date: format.birthDate(birthDate) }) },
    ...details.numbers.map((number) => ({ name: number, shown: <Unbroken>{number}</Unbroken> })),
    { name: 'ownGp', shown: ownGp && <OwnGpFact {...ownGp} /> },
    { name: 'addressForm', shown: addressForm && t('callers:addressAs', { form: addressForm }) },
    { name: 'postalAddress', shown: postalAddress.split('\n').join(', ') },
    { name: 'spokenLanguage', shown: spokenLanguage && t('callers:speaks', { language: spokenLanguage }) },
    { name: 'thisWeek', shown: contactsThisWeek > 1 && t('callers:thisWeek', { count: contactsThisWeek }) },
  ];
  return facts.filter(({ shown }) => shown);
}

/** A number that is read in one go. */
const Unbroken = ({ children }: { children: string }) => <span className="unbroken">{children}</span>;

function OwnGpFact({ name, number }: OwnGp) {
  const t = useTexts();
  return (
    <>
      {t('callers:generalPractitioner', { name })}
      {number && (
        <>
          , <Unbroken>{number}</Unbroken>
        </>
      )}
    </>
  );
}

function Facts({ card }: { card: CallerCard }) {
  const t = useTexts();
  const format = useFormat();
  const { checkFirst } = card.details;
  return (
    <>
      <small className={styles.facts}>
        {factsOf(card, t, format).map(({ name, shown }, index) => (
          <Fragment key={name}>
            {index > 0 && ' · '}
            {shown}
          </Fragment>
        ))}
      </small>
      <SharedNumbers numbers={card.sharedNumbers} />
      {checkFirst && <p className={styles.check}>{t('callers:checkFirst', { what: checkFirst })}</p>}
    </>
  );
}
