import { useId, useState } from 'react';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { TextField } from '../../components/TextField.tsx';
import { changeNote, type Note, sayBadBirthDate, useNote } from '../contacts/noteStore.ts';
import styles from './NewCallerFields.module.css';
import { readBirthDate } from './newCaller.ts';

const nobody = { displayName: '', number: '', birthDate: null };

/** Who is calling, as far as it is known: all of it may be left empty. */
export function NewCallerFields({ note }: { note: Note }) {
  const t = useTexts();
  const format = useFormat();
  const badNumber = useNote((store) => store.badNumber);
  const badBirthDate = useNote((store) => store.badBirthDate === 'said');
  const caller = note.newCaller ?? nobody;
  const [birthDate, setBirthDate] = useState(caller.birthDate ? format.birthDate(caller.birthDate) : '');
  const errorId = useId();

  function changeBirthDate(typed: string): void {
    setBirthDate(typed);
    const read = readBirthDate(typed);
    changeNote({ newCaller: { ...caller, birthDate: read } });
    useNote.setState({ badBirthDate: typed.trim() !== '' && read === null ? 'unsaid' : 'no' });
  }

  return (
    <div className={styles.fields}>
      <TextField
        label={t('callers:name')}
        hint={t('callers:optional')}
        value={caller.displayName}
        maxLength={120}
        onChange={(displayName) => changeNote({ newCaller: { ...caller, displayName } })}
        wide
      />
      <TextField
        label={t('callers:number')}
        value={caller.number}
        maxLength={40}
        inputMode="tel"
        invalid={badNumber !== null}
        describedBy={badNumber ? errorId : undefined}
        onChange={(number) => changeNote({ newCaller: { ...caller, number } })}
      />
      <TextField
        label={t('callers:birthDate')}
        value={birthDate}
        placeholder={t('callers:birthDateExample')}
        maxLength={12}
        invalid={badBirthDate}
        describedBy={badBirthDate ? errorId : undefined}
        onChange={changeBirthDate}
        onBlur={sayBadBirthDate}
      />
      {(badNumber || badBirthDate) && (
        <div className={styles.error}>
          <FieldError id={errorId}>
            {badNumber ? t('callers:badNumber', { number: badNumber }) : t('callers:badBirthDate')}
          </FieldError>
        </div>
      )}
    </div>
  );
}
