import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { useUnfinished } from '../unfinished/useUnfinished.ts';
import type { EditedPhrase } from './editedPhrase.ts';
import { PhraseForm } from './PhraseForm.tsx';
import { type TypedPhrase, typedPhrase } from './typedPhrase.ts';

/** Which form is kept: each sentence has one of its own, and so has each worker's version of it. */
function formOf(edited: EditedPhrase): string {
  switch (edited.as) {
    case 'new':
      return 'newPhrase';
    case 'change':
      return `phrase ${edited.phrase.id}`;
    case 'ownVersion':
      return `phraseVersion ${edited.phrase.id}`;
  }
}

function startOf(edited: EditedPhrase, isManager: boolean): TypedPhrase {
  if (edited.as === 'new') return { kind: edited.kind, nl: '', en: '', forEverybody: isManager };
  const { kind, nl, en, origin } = edited.phrase;
  return { kind, nl, en, forEverybody: edited.as === 'change' && origin !== 'own' };
}

/** Adds a sentence, or puts one in other words. */
export default function PhraseSheet({ edited, onClose }: { edited: EditedPhrase; onClose: () => void }) {
  const t = useTexts();
  const isManager = useUnlocked().user.role === 'manager';
  const unfinished = useUnfinished(formOf(edited), typedPhrase);
  if (unfinished.kept === undefined) {
    return (
      <Sheet title={t('phrases:title')} closeLabel={t('desk:escKeeps')} onClose={onClose}>
        {null}
      </Sheet>
    );
  }
  return (
    <PhraseForm
      edited={edited}
      start={unfinished.kept ?? startOf(edited, isManager)}
      unfinished={unfinished}
      onClose={onClose}
    />
  );
}
