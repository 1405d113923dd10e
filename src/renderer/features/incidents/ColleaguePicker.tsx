import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { TextField } from '../../components/TextField.tsx';

interface Props {
  title: string;
  aside?: string;
  chosen: readonly number[];
  /** Who stands elsewhere already and cannot be chosen here. */
  without: readonly number[];
  onChange: (chosen: number[]) => void;
}

/** So many names can be overlooked without searching. */
const SEARCHED_FROM = 12;

/** Colleagues as chips; in a large team those who are chosen, and a field to find the others. */
export function ColleaguePicker({ title, aside, chosen, without, onChange }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const [typed, setTyped] = useState('');
  const { data: colleagues = [] } = useQuery(queries.incidents.colleagues.queryOptions());
  const others = colleagues.filter(({ id }) => !without.includes(id));
  const isLarge = others.length > SEARCHED_FROM;
  const looksFor = typed.trim().toLocaleLowerCase();
  const found = ({ name }: { name: string }) => looksFor !== '' && name.toLocaleLowerCase().includes(looksFor);
  const shown = isLarge ? others.filter((one) => chosen.includes(one.id) || found(one)) : others;
  if (others.length === 0) return null;
  return (
    <div>
      <Chips title={title} aside={aside}>
        {shown.map(({ id, name }) => (
          <Chip
            key={id}
            selected={chosen.includes(id)}
            onToggle={() => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
          >
            {name}
          </Chip>
        ))}
      </Chips>
      {isLarge && (
        <TextField label={t('incidents:complete.findColleague')} maxLength={120} value={typed} onChange={setTyped} />
      )}
    </div>
  );
}
