import sentencesEn from '../../../../resources/texts/en/incidentSentences.json' with { type: 'json' };
import sentencesNl from '../../../../resources/texts/nl/incidentSentences.json' with { type: 'json' };
import type { Behaviour } from '../../../shared/contract/incidentKinds.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import styles from './IncidentSentences.module.css';

const sentences = { nl: sentencesNl, en: sentencesEn };

/** The sentences of the moment: name the limit, say what follows, end the call. They change with what happened. */
export function IncidentSentences({ behaviour }: { behaviour: Behaviour | null }) {
  const t = useTexts();
  const texts = sentences[useLanguage()];
  const lines = behaviour && texts.behaviours[behaviour];
  return (
    <Notice tone="say" label={t('incidents:sheet.sentences')}>
      <dl className={styles.sentences}>
        {lines && <Sentence title={t('incidents:sheet.sayLimit')} text={lines.namingLimit} />}
        {lines && (
          <Sentence className={styles.follows} title={t('incidents:sheet.sayWhatFollows')} text={lines.announcingEnd} />
        )}
        <Sentence className={styles.ending} title={t('incidents:sheet.sayEnd')} text={texts.ending} />
      </dl>
    </Notice>
  );
}

function Sentence({ title, text, className }: { title: string; text: string; className?: string }) {
  return (
    <div className={className}>
      <dt className={styles.title}>{title}</dt>
      <dd className={styles.text}>
        <q>{text}</q>
      </dd>
    </div>
  );
}
