import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lonelyPlace, type ScriptSentence } from '../../../shared/contract/scriptSentences.ts';
import { useApi } from '../../app/api.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Tag } from '../../components/Tag.tsx';
import { scripts } from '../distress/texts.ts';
import measures from '../measures/measures.module.css';
import { SentencesOfPlace } from './SentencesOfPlace.tsx';

interface Place {
  id: string;
  title: string;
}

/** The crisis script and the guide for lonely callers, sentence by sentence, in the practice's own words. */
export default function SentencesPage() {
  const t = useTexts();
  const { queries } = useApi();
  const script = scripts[useLanguage()];
  const found = useQuery(queries.distress.sentences.queryOptions());
  const [chosen, setChosen] = useState(script.first);
  const sentences = found.data ?? [];
  const newer = sentences.filter(({ hasNewerStart }) => hasNewerStart).length;
  const lonely: Place = { id: lonelyPlace, title: t('settings:script.lonely') };
  const places: Place[] = [...script.steps, ...script.always, lonely];
  const place = places.find(({ id }) => id === chosen);
  const choices = (of: readonly Place[]) =>
    of.map((one) => (
      <Choice
        key={one.id}
        place={one}
        sentences={sentences.filter((sentence) => sentence.place === one.id)}
        current={one.id === chosen}
        onChoose={() => setChosen(one.id)}
      />
    ));
  return (
    <div className={measures.split}>
      <div className={measures.side}>
        <h2>{t('settings:script.title')}</h2>
        <small>{t('settings:script.intro')}</small>
        <nav className={measures.group} aria-label={t('settings:script.places')}>
          {choices(script.steps)}
          <h3 className={measures.subtitle}>{t('settings:script.always')}</h3>
          {choices([...script.always, lonely])}
        </nav>
      </div>
      <section className={measures.detail} aria-label={place?.title}>
        {newer > 0 && <Notice tone="due" title={t('settings:script.newerCount', { count: newer })} />}
        <h3 className={measures.title}>{place?.title}</h3>
        {found.isError && <FieldError>{t('review:failed')}</FieldError>}
        {found.isSuccess && (
          <SentencesOfPlace key={chosen} sentences={sentences.filter((sentence) => sentence.place === chosen)} />
        )}
      </section>
    </div>
  );
}

interface ChoiceProps {
  place: Place;
  sentences: readonly ScriptSentence[];
  current: boolean;
  onChoose: () => void;
}

function Choice({ place, sentences, current, onChoose }: ChoiceProps) {
  const t = useTexts();
  const own = sentences.filter((sentence) => sentence.own !== null).length;
  return (
    <button type="button" className={measures.choice} aria-current={current ? 'true' : undefined} onClick={onChoose}>
      <span className={measures.choiceHead}>
        <b>{place.title}</b>
        {sentences.some(({ hasNewerStart }) => hasNewerStart) && <Tag tone="due">{t('settings:script.newer')}</Tag>}
      </span>
      {own > 0 && <small>{t('settings:script.changed', { count: own })}</small>}
    </button>
  );
}
