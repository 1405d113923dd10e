import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { TextField } from '../../components/TextField.tsx';
import { ColleaguePicker } from './ColleaguePicker.tsx';

interface People {
  colleagueIds: number[];
  witnessIds: number[];
  witnesses: string;
}

interface Props {
  people: People;
  /** Who reported it and is in none of the lists; null for the worker at the desk. */
  reporterId: number | null;
  onChange: (changed: Partial<People>) => void;
}

/** Who else met it, and who saw or heard it: colleagues from the list, others in words. */
export function PeopleFields({ people: { colleagueIds, witnessIds, witnesses }, reporterId, onChange }: Props) {
  const t = useTexts();
  const { user } = useUnlocked();
  const reporter = reporterId ?? user.id;
  return (
    <>
      <ColleaguePicker
        title={t('incidents:complete.colleagues')}
        aside={t('incidents:complete.colleaguesHelp')}
        chosen={colleagueIds}
        without={[reporter]}
        onChange={(ids) => onChange({ colleagueIds: ids, witnessIds: witnessIds.filter((id) => !ids.includes(id)) })}
      />
      <ColleaguePicker
        title={t('incidents:complete.witnessColleagues')}
        chosen={witnessIds}
        without={[reporter, ...colleagueIds]}
        onChange={(ids) => onChange({ witnessIds: ids })}
      />
      <TextField
        label={t('incidents:complete.witnesses')}
        value={witnesses}
        maxLength={120}
        onChange={(typed) => onChange({ witnesses: typed })}
      />
    </>
  );
}
