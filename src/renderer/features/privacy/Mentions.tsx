import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { z } from 'zod';
import { type Mention, type MentionChoice, mentionChoice } from '../../../shared/contract/privacyMentions.ts';
import { useTexts } from '../../app/texts.ts';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import styles from './privacy.module.css';

/** What was typed for each text, by its place; a reason may still be missing. */
export const typedChoices = z.record(
  z.string(),
  z.object({ how: z.enum(['takeOut', 'reword', 'leave']), words: z.string() }),
);
export type TypedChoices = z.infer<typeof typedChoices>;

/** The choices as they are sent; null while the reason for one that is left is missing. */
export function choicesOf(typed: TypedChoices): { place: string; choice: MentionChoice }[] | null {
  const read = Object.entries(typed).map(([place, { how, words }]) => ({
    place,
    choice: mentionChoice.safeParse({ how, text: words, reason: words }).data,
  }));
  const whole = read.flatMap(({ place, choice }) => (choice ? [{ place, choice }] : []));
  return whole.length === read.length ? whole : null;
}

interface Props {
  mentions: readonly Mention[];
  more: number;
  typed: TypedChoices;
  isMissing: boolean;
  onType: (typed: TypedChoices) => void;
}

/** Where somebody who is to be erased is named in texts about others, and what is done with each. */
export function Mentions({ mentions, more, typed, isMissing, onType }: Props) {
  const t = useTexts();
  return (
    <section>
      <SectionTitle>{t('privacyRequests:mentions.title')}</SectionTitle>
      <small>{t(mentions.length === 0 ? 'privacyRequests:mentions.none' : 'privacyRequests:mentions.explain')}</small>
      {mentions.length > 0 && (
        <ul className={styles.mentions}>
          {mentions.map((mention) => (
            <li key={mention.place}>
              <Place
                mention={mention}
                typed={typed[mention.place]}
                isMissing={isMissing}
                onType={(choice) => onType({ ...typed, [mention.place]: choice })}
              />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <small>{t('privacyRequests:mentions.more', { count: more })}</small>}
    </section>
  );
}

interface PlaceProps {
  mention: Mention;
  typed: TypedChoices[string] | undefined;
  isMissing: boolean;
  onType: (choice: TypedChoices[string]) => void;
}

function Place({ mention: { what, aboutName, excerpt, without, mayChange }, typed, isMissing, onType }: PlaceProps) {
  const t = useTexts();
  const how = typed?.how ?? 'takeOut';
  const words = typed?.words ?? '';
  const kind = t(`privacyRequests:mentions.in.${what}`);
  const where = aboutName === null ? kind : t('privacyRequests:mentions.about', { kind, name: aboutName });
  const ways = (['takeOut', 'reword', 'leave'] as const).filter((way) => way !== 'reword' || without !== null);
  return (
    <>
      <b>{where}</b>
      {excerpt !== null && <span className={styles.quote}>{excerpt}</span>}
      {mayChange ? (
        <SegmentedControl
          size="xs"
          aria-label={where}
          value={how}
          onChange={(chosen) => {
            const way = ways.find((one) => one === chosen) ?? 'takeOut';
            onType({ how: way, words: way === 'reword' ? (without ?? '') : '' });
          }}
          data={ways.map((value) => ({ value, label: t(`privacyRequests:mentions.how.${value}`) }))}
        />
      ) : (
        <small>{t('privacyRequests:mentions.fixed')}</small>
      )}
      {how === 'reword' && (
        <Textarea
          className={styles.whole}
          aria-label={t('privacyRequests:mentions.text')}
          rows={3}
          maxLength={20_000}
          value={words}
          onChange={({ target }) => onType({ how, words: target.value })}
        />
      )}
      {how === 'leave' && (
        <TextInput
          className={styles.whole}
          label={t('privacyRequests:mentions.why')}
          maxLength={600}
          value={words}
          error={isMissing && words.trim() === '' ? t('privacyRequests:missing') : null}
          onChange={({ target }) => onType({ how, words: target.value })}
        />
      )}
    </>
  );
}
