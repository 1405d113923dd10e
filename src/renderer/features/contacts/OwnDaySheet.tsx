import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnWork, OwnWorkItem } from '../../../shared/contract/contacts.ts';
import { useApi } from '../../app/api.ts';
import { confirm, tellFailure } from '../../app/deskStore.ts';
import { dotted, useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { ChooseCaller } from '../callers/ChooseCaller.tsx';
import { useIncidentWords } from '../incidents/useIncidentWords.ts';
import { StatusLine } from '../window/StatusLine.tsx';
import styles from './OwnDaySheet.module.css';
import { useNoteActions } from './useNoteActions.ts';

/** The worker's own contacts of today; one that was noted without a caller can be linked to one here. */
export default function OwnDaySheet({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { client, queries } = useApi();
  const { openCaller } = useNoteActions();
  const { data: items } = useQuery(queries.contacts.ownDay.queryOptions({ refetchOnMount: 'always' }));
  const [linking, setLinking] = useState<OwnWorkItem | null>(null);

  async function link({ kind, id }: OwnWorkItem, caller: { id: number; displayName: string }): Promise<void> {
    const work: OwnWork = { kind, id };
    const failed = () => tellFailure(t('desk:actionFailed'));
    setLinking(null);
    try {
      await client.contacts.link({ work, callerId: caller.id });
      confirm(t('contacts:ownDay.linked', { name: caller.displayName }), () => {
        client.contacts.unlink({ work }).catch(failed);
      });
    } catch {
      failed();
    }
  }

  function open(callerId: number, displayName: string): void {
    onClose();
    openCaller({ id: callerId, displayName });
  }

  if (linking) {
    return (
      <Sheet title={t('contacts:ownDay.link')} closeLabel={t('contacts:ownDay.back')} onClose={() => setLinking(null)}>
        <ChooseCaller onChoose={(caller) => void link(linking, caller)}>
          <Line item={linking} />
          <small>{t('contacts:ownDay.linkHelp')}</small>
        </ChooseCaller>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('contacts:ownDay.title')} closeLabel={t('desk:escBack')} onClose={onClose} footer={<StatusLine />}>
      {items?.length === 0 && <small>{t('contacts:ownDay.none')}</small>}
      <ul className={styles.list} aria-label={t('contacts:ownDay.title')}>
        {items?.map((item) => (
          <li key={`${item.kind}-${item.id}`} className={styles.item} data-unknown={item.callerId === null}>
            <Line item={item} />
            {item.callerId === null && (
              <Button size="compact-xs" variant="default" onClick={() => setLinking(item)}>
                {t('contacts:ownDay.link')}
              </Button>
            )}
            {item.callerId !== null && item.callerName !== null && (
              <OpenCard name={item.callerName} onOpen={open.bind(null, item.callerId, item.callerName)} />
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function OpenCard({ name, onOpen }: { name: string; onOpen: () => void }) {
  const t = useTexts();
  return (
    <button type="button" className={styles.name} aria-label={t('contacts:ownDay.openCard', { name })} onClick={onOpen}>
      {name}
    </button>
  );
}

function Line({ item }: { item: OwnWorkItem }) {
  const t = useTexts();
  const format = useFormat();
  const words = useIncidentWords();
  const facts = [
    format.time(item.at),
    item.kind === 'incident' && t('contacts:ownDay.incident'),
    t(`contacts:channel.${item.channel}`).toLocaleLowerCase(),
    item.reason && t(`contacts:reason.${item.reason}`).toLocaleLowerCase(),
    item.callerId === null && t('contacts:ownDay.unknown'),
  ];
  const text = item.text.trim() || words.behaviours(item.behaviours);
  return (
    <span className={styles.line}>
      <small>{dotted(facts)}</small>
      {text && <span className={styles.text}>{text}</span>}
    </span>
  );
}
