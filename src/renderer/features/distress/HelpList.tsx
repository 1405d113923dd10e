import { useTexts } from '../../app/texts.ts';
import { AdviceText } from './AdviceText.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { useConcern } from './concernStore.ts';
import type { Script } from './texts.ts';

interface Props {
  script: Script;
  help: 'list' | { id: string };
}

/** What may be needed at any step: while transferring, when the line drops, when secrecy is asked. */
export function HelpList({ script, help }: Props) {
  const t = useTexts();
  const advice = help === 'list' ? undefined : script.always.find(({ id }) => id === help.id);
  if (advice) return <AdviceText advice={advice} />;
  const choices = script.always.map(({ id, title }, index) => ({
    key: String(index + 1),
    label: title,
    onChoose: () => useConcern.setState({ help: { id } }),
  }));
  return <ChoiceList label={t('distress:more')} showLabel choices={choices} />;
}
