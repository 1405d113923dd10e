import { useDesk } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import { FollowUpButtons } from '../handOvers/FollowUpButtons.tsx';
import { StatusLine } from '../window/StatusLine.tsx';
import styles from './NoteMeta.module.css';
import { type Note, useNote } from './noteStore.ts';
import { ReasonMenu } from './ReasonMenu.tsx';

interface Props {
  note: Note;
  hidden: boolean;
}

/** Why somebody called, what is to follow and whether what is typed is safe. */
export function NoteMeta({ note, hidden }: Props) {
  const isConfirming = useDesk((desk) => desk.confirmation !== null);
  return (
    <div className={styles.meta}>
      <ReasonMenu note={note} hidden={hidden} />
      <FollowUpButtons note={note} hidden={hidden} />
      <div className={styles.state} data-said={isConfirming}>
        {isConfirming ? <StatusLine /> : <Saved />}
      </div>
    </div>
  );
}

/** True only when the core has confirmed the last letter. */
function Saved() {
  const t = useTexts();
  const state = useNote((store) => store.saveState);
  if (state === 'untouched') return null;
  const texts = { saving: t('contacts:saving'), saved: t('contacts:saved'), failed: t('contacts:notSaved') };
  return (
    <small className={styles.saved} data-state={state}>
      {texts[state]}
    </small>
  );
}
