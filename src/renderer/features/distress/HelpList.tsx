import { useTexts } from '../../app/texts.ts';
import { AdviceText } from './AdviceText.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { useConcern } from './concernStore.ts';
import { TriageText, useTriage } from './TriageText.tsx';
import type { Script } from './texts.ts';
import { WhoToReach } from './WhoToReach.tsx';

interface Props {
  script: Script;
  help: 'list' | 'numbers' | 'triage' | { id: string };
  locked: boolean;
}

/** What may be needed at any step: whom to reach, while transferring, when the line drops, when secrecy is asked. */
export function HelpList({ script, help, locked }: Props) {
  const t = useTexts();
  const triage = useTriage(locked);
  if (help === 'numbers') return <WhoToReach locked={locked} />;
  if (help === 'triage') return triage && <TriageText triage={triage} />;
  const advice = help === 'list' ? undefined : script.always.find(({ id }) => id === help.id);
  if (advice) return <AdviceText advice={advice} roomy />;
  const choices = script.always.map(({ id, title }, index) => ({
    key: String(index + 1),
    label: title,
    onChoose: () => useConcern.setState({ help: { id } }),
  }));
  return <ChoiceList label={t('distress:more')} showLabel choices={choices} />;
}
