import { useTexts } from '../../app/texts.ts';
import { AdviceText } from './AdviceText.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { goToRecord, goToStep, useConcern } from './concernStore.ts';
import { HelpList } from './HelpList.tsx';
import { useScript } from './ownSentences.ts';

/** One step at a time: what to say, what to keep in mind, and where it goes from here. */
export function CrisisScript({ locked }: { locked: boolean }) {
  const t = useTexts();
  const script = useScript(locked);
  const current = useConcern((store) => store.path.at(-1));
  const help = useConcern((store) => store.help);
  const step = script.steps.find(({ id }) => id === (current ?? script.first));
  if (!step) return null;
  if (help !== 'none') return <HelpList script={script} help={help} locked={locked} />;

  const { final } = step;
  const handOvers = final
    ? final.suggest.map((receiver, index) => ({
        key: String(index + 1),
        label: t(`distress:handedOverTo.${receiver}`),
        onChoose: () => goToRecord(final.finding, receiver),
      }))
    : [];
  const choices = step.choices.map(({ key, label, tag, to }) => ({ key, label, tag, onChoose: () => goToStep(to) }));
  return (
    <>
      <AdviceText key={step.id} advice={step} />
      {choices.length > 0 && <ChoiceList label={step.title} choices={choices} />}
      {final && !locked && <ChoiceList label={t('distress:record.handedOverTo')} showLabel short choices={handOvers} />}
      {locked && step.id === script.first && <small>{t('distress:lockedWords')}</small>}
      {final && locked && <small>{t('distress:record.locked')}</small>}
    </>
  );
}
