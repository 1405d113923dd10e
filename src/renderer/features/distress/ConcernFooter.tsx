import { isTyping, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import styles from './ConcernFooter.module.css';
import { forgetConcern, goToStage, stepBack, useConcern } from './concernStore.ts';
import { Numbers } from './Numbers.tsx';
import { useTriage } from './TriageText.tsx';

interface Props {
  locked: boolean;
  onClose: () => void;
}

interface Way {
  key: string;
  keyLabel: string;
  label: string;
  onPress: () => void;
}

/** The numbers, and the ways from here that are the same on every step. */
export function ConcernFooter({ locked, onClose }: Props) {
  const t = useTexts();
  const { stage, path, help } = useConcern();
  const hasTriage = useTriage(locked) !== null;

  function closeWithoutTrace(): void {
    onClose();
    forgetConcern();
  }

  const mayGoBack = path.length > 0 || help !== 'none' || stage !== 'crisis';
  const ways: (Way | false)[] = [
    mayGoBack && { key: 'Backspace', keyLabel: '⌫', label: t('distress:back'), onPress: stepBack },
    stage === 'crisis' &&
      help === 'none' && {
        key: 'n',
        keyLabel: 'N',
        label: t('distress:numbers'),
        onPress: () => useConcern.setState({ help: 'numbers' }),
      },
    stage === 'crisis' &&
      help === 'none' &&
      hasTriage && {
        key: 'v',
        keyLabel: 'V',
        label: t('distress:triage'),
        onPress: () => useConcern.setState({ help: 'triage' }),
      },
    stage === 'lonely' && {
      key: 'c',
      keyLabel: 'C',
      label: t('distress:toCrisis'),
      onPress: () => goToStage('crisis'),
    },
    stage === 'crisis' &&
      help === 'none' && {
        key: 'm',
        keyLabel: 'M',
        label: t('distress:more'),
        onPress: () => useConcern.setState({ help: 'list' }),
      },
    stage === 'crisis' && {
      key: 'l',
      keyLabel: 'L',
      label: t('distress:toLonely'),
      onPress: () => goToStage('lonely'),
    },
    { key: 'x', keyLabel: 'X', label: t('distress:close'), onPress: closeWithoutTrace },
  ];
  const shown = ways.filter((way) => way !== false);

  useShortcuts(
    'sheet',
    Object.fromEntries(
      shown.map(({ key, onPress }) => [key, (event: KeyboardEvent) => (isTyping(event.target) ? false : onPress())]),
    ),
  );

  return (
    <div className={styles.footer}>
      {help !== 'numbers' && <Numbers locked={locked} />}
      <div className={styles.ways}>
        {shown.map((way) => (
          <button
            key={way.key}
            type="button"
            className={styles.way}
            aria-keyshortcuts={way.key}
            title={way.key === 'x' ? t('distress:leavesNothing') : undefined}
            onClick={way.onPress}
          >
            <span aria-hidden="true">
              <Kbd>{way.keyLabel}</Kbd>
            </span>
            {way.label}
          </button>
        ))}
      </div>
    </div>
  );
}
