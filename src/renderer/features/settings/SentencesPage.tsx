import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lonelyPlace, type ScriptSentence } from '../../../shared/contract/scriptSentences.ts';
import { useApi } from '../../app/api.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Choice, ChoiceGroup, DetailTitle, GroupTitle, SplitPage } from '../../components/SplitPage.tsx';
import { Tag } from '../../components/Tag.tsx';
import { scripts } from '../distress/texts.ts';
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
      <PlaceChoice
        key={one.id}
        place={one}
        sentences={sentences.filter((sentence) => sentence.place === one.id)}
        current={one.id === chosen}
        onChoose={() => setChosen(one.id)}
      />
    ));
  return (
    <SplitPage
      title={t('settings:script.title')}
      intro={t('settings:script.intro')}
      detail={place?.title}
      list={
        <ChoiceGroup label={t('settings:script.places')}>
          {choices(script.steps)}
          <GroupTitle>{t('settings:script.always')}</GroupTitle>
          {choices([...script.always, lonely])}
        </ChoiceGroup>
      }
    >
      {newer > 0 && <Notice tone="due" title={t('settings:script.newerCount', { count: newer })} />}
      <DetailTitle>{place?.title}</DetailTitle>
      {found.isError && <FieldError>{t('review:failed')}</FieldError>}
      {found.isSuccess && (
        <SentencesOfPlace key={chosen} sentences={sentences.filter((sentence) => sentence.place === chosen)} />
      )}
    </SplitPage>
  );
}

interface PlaceProps {
  place: Place;
  sentences: readonly ScriptSentence[];
  current: boolean;
  onChoose: () => void;
}

function PlaceChoice({ place, sentences, current, onChoose }: PlaceProps) {
  const t = useTexts();
  const own = sentences.filter((sentence) => sentence.own !== null).length;
  return (
    <Choice
      title={place.title}
      tags={sentences.some(({ hasNewerStart }) => hasNewerStart) && <Tag tone="due">{t('settings:script.newer')}</Tag>}
      current={current}
      onChoose={onChoose}
    >
      {own > 0 && <small>{t('settings:script.changed', { count: own })}</small>}
    </Choice>
  );
}
