import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ToldShare } from '../../../shared/contract/concernSharing.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { saveFile } from '../setup/saveFile.ts';
import styles from './ToldList.module.css';

/** Who was told before, when and on which ground. */
export function ToldList({ told }: { told: readonly ToldShare[] }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { client } = useApi();
  const save = useMutation({
    mutationFn: (shareId: number) => client.distress.shareDocument({ shareId }),
    onSuccess: ({ name, content }) => saveFile(name, content),
  });
  if (told.length === 0) return null;
  return (
    <section>
      <SectionTitle>{t('distress:share.told')}</SectionTitle>
      <ul className={styles.list}>
        {told.map((one) => {
          const when = format.moment(one.at, now);
          const receiver = [t(`distress:share.receivers.${one.receiver}`), one.receiverName].filter(Boolean).join(', ');
          return (
            <li key={one.id} className={styles.told}>
              <span>{t('distress:share.toldLine', { when, name: one.byName, receiver })}</span>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('distress:share.toldAgainOf', { when })}
                onClick={() => save.mutate(one.id)}
              >
                {t('distress:share.toldAgain')}
              </Button>
              <small>
                {t(`distress:share.way.${one.way}`)}, {t(`distress:share.ground.${one.ground}`)}
                {one.reason && `: ${one.reason}`}
              </small>
            </li>
          );
        })}
      </ul>
      {save.isError && <FieldError>{t('distress:share.failed')}</FieldError>}
    </section>
  );
}
