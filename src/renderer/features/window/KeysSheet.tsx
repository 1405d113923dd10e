import { keysOf } from '../../../shared/shortcutKeys.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import styles from './KeysSheet.module.css';
import { useWindowState } from './useWindow.ts';

/** The card of keys. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { user } = useUnlocked();
  const shortcut = useWindowState()?.shortcut;
  return (
    <Sheet title={t('desk:keys.title')} closeLabel={t('desk:escBack')} onClose={onClose} toRead>
      <Keys
        title={t('desk:keys.always')}
        keys={[
          ...(shortcut?.registered
            ? [[keysOf(shortcut.accelerator).replaceAll('+', ' '), t('desk:keys.summon')] as const]
            : []),
          ['F7', t('desk:keys.phrases')],
          ['F8', t('desk:keys.incident')],
          ['F9', t('desk:keys.concern')],
          ['F10', t('desk:keys.break')],
          ['Alt Z', t('desk:keys.aftercare')],
          ['Esc', t('desk:keys.escape')],
          ['Ctrl L', t('desk:keys.lock')],
          ['Ctrl .', t('desk:keys.bar')],
          ...(user.role === 'manager' ? [['Ctrl D', t('desk:keys.review')] as const] : []),
          ['Ctrl + − 0', t('desk:keys.larger')],
          ['F1  ?', t('desk:keys.card')],
        ]}
      />
      <Keys
        title={t('desk:keys.searching')}
        keys={[
          ['↑ ↓ ⏎', t('desk:keys.arrows')],
          ['Alt 1…8', t('desk:keys.choose')],
          ['Ctrl N', t('desk:keys.newCaller')],
          ['Alt K', t('desk:keys.done')],
        ]}
      />
      <Keys
        title={t('desk:keys.noting')}
        keys={[
          ['Ctrl ⏎', t('desk:keys.save')],
          ['Alt 1…5', t('desk:keys.channel')],
          ['Alt R', t('desk:keys.reason')],
          ['Alt T', t('desk:keys.callBack')],
          ['Alt O', t('desk:keys.handOver')],
        ]}
      />
    </Sheet>
  );
}

function Keys({ title, keys }: { title: string; keys: (readonly [key: string, meaning: string])[] }) {
  return (
    <section>
      <SectionTitle>{title}</SectionTitle>
      <dl className={styles.keys}>
        {keys.map(([key, meaning]) => (
          <div key={key} className={styles.row}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
