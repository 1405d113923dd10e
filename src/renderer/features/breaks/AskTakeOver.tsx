import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnRequest } from '../../../shared/contract/breaks.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Menu, MenuDivider, MenuItem, MenuLabel } from '../../components/Menu.tsx';
import styles from './AskTakeOver.module.css';
import { useBreakActions } from './useBreaks.ts';

interface Props {
  request: OwnRequest | null;
  centred?: boolean;
  /** As large as the buttons beside it. */
  size?: 'xs' | 'sm';
}

/** Asks a colleague or the team lead to take over, and says what they answered; nobody is told why. */
export function AskTakeOver({ request, centred = false, size = 'sm' }: Props) {
  const t = useTexts();
  const [failed, setFailed] = useState(false);
  const see = (isDone: boolean) => setFailed(!isDone);
  return (
    <div className={styles.ask} data-centred={centred}>
      {request && <Answer request={request} onTried={see} />}
      {request?.answer !== 'takesOver' && request?.answer !== 'open' && <AskMenu size={size} onTried={see} />}
      {failed && <FieldError>{t('desk:actionFailed')}</FieldError>}
    </div>
  );
}

interface PartProps {
  /** Whether it worked. */
  onTried: (isDone: boolean) => void;
}

function Answer({ request, onTried }: PartProps & { request: OwnRequest }) {
  const t = useTexts();
  const { withdraw } = useBreakActions();
  const name = request.answeredBy ?? request.askedName ?? t('breaks:takeOver.theTeamLead');
  const isOpen = request.answer === 'open';
  return (
    <div className={styles.answer}>
      <span role="status">{t(`breaks:takeOver.${request.answer}`, { name })}</span>
      {request.answer !== 'notNow' && (
        <Button size="compact-xs" variant="default" onClick={() => void withdraw().then(onTried)}>
          {t(isOpen ? 'breaks:takeOver.withdraw' : 'breaks:takeOver.putAside')}
        </Button>
      )}
    </div>
  );
}

function AskMenu({ size, onTried }: PartProps & Required<Pick<Props, 'size'>>) {
  const t = useTexts();
  const { queries } = useApi();
  const { ask } = useBreakActions();
  const [opened, setOpened] = useState(false);
  const { data } = useQuery(queries.breaks.colleagues.queryOptions());
  if (!data || (!data.hasTeamLead && data.colleagues.length === 0)) return null;
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="top-start"
      target={
        <Button size={size} variant="default">
          {t('breaks:takeOver.ask')}
        </Button>
      }
    >
      <MenuLabel>{t('breaks:takeOver.askWhom')}</MenuLabel>
      {data.hasTeamLead && (
        <>
          <MenuItem onClick={() => void ask({ who: 'teamLead' }).then(onTried)}>
            {t('breaks:takeOver.teamLead')}
          </MenuItem>
          {data.colleagues.length > 0 && <MenuDivider />}
        </>
      )}
      {data.colleagues.map(({ id, name }) => (
        <MenuItem key={id} onClick={() => void ask({ who: 'colleague', userId: id }).then(onTried)}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
