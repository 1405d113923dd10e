import { Button } from '@mantine/core';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import styles from './KeyCard.module.css';

const rows = [
  ['arrows', 'walk'],
  ['sideArrows', 'days'],
  ['enter', 'toNote'],
  ['escape', 'backToTable'],
  ['markKeys', 'mark'],
  ['closeKeys', 'close'],
  ['askBackKeys', 'askBack'],
  ['duplicateKeys', 'duplicate'],
  ['pageKeys', 'pages'],
  ['lockKeys', 'lock'],
  ['cardKeys', 'card'],
] as const;

/** The keys of this window on one card. */
export function KeyCard({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  return (
    <Dialog title={t('review:keys.title')} onClose={onClose}>
      <dl className={styles.keys}>
        {rows.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <Kbd>{t(`review:keys.${keys}`)}</Kbd>
            </dt>
            <dd>{t(`review:keys.${meaning}`)}</dd>
          </div>
        ))}
      </dl>
      <Button data-autofocus variant="default" onClick={onClose}>
        {t('common:close')}
      </Button>
    </Dialog>
  );
}
